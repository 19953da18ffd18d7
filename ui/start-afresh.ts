import type { App } from './app.ts';
import { FIRST_VIEW } from './state/app-state.ts';
import { forgetWork } from './state/autosave.ts';
import { SCENARIO_PRESETS } from './state/presets.ts';

/** Back to the default scenario and the first view; the way back is a step of undo. */
export function startAfresh(app: App): void {
  app.open('Start afresh', { draft: SCENARIO_PRESETS[0].draft, network: null }, FIRST_VIEW);
  void forgetWork();
}

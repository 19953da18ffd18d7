import type { App } from '../app.ts';
import type { Draft } from '../state/app-state.ts';
import { minimalDraft } from './minimal-draft.ts';

/** Opens a scenario from a file of one's own, as it is. */
export function openDraft(app: App, given: Draft, file: string): void {
  app.open(`Open ${file}`, { draft: minimalDraft(given, file) });
  app.announce(`The scenario in ${file} is open.`);
}

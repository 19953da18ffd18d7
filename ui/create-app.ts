import { InputError } from '../sim/parameter/index.ts';
import type { App, Notice } from './app.ts';
import type { Command } from './command/command.ts';
import type { LabHost, LabState } from './lab/protocol.ts';
import type { AppState } from './state/app-state.ts';
import { type Content, NO_HISTORY, stepTaken, travelled } from './state/history.ts';
import { scenarioOf } from './state/scenario-of.ts';
import { Store } from './state/store.ts';

/** The laboratory as the app sees it: it follows the state by itself. */
export interface Laboratory {
  readonly host: LabHost;
  readonly results: Store<LabState>;
}

/**
 * The app: its state, with a history, over a laboratory that follows it.
 *
 * @throws InputError when the draft to start with is no valid scenario
 */
export function createApp(
  start: Pick<AppState, 'draft' | 'network' | 'view'>,
  startLaboratory: (state: Store<AppState>) => Laboratory,
): App {
  scenarioOf(start.draft);
  const state = new Store<AppState>({ ...start, dragging: false });
  const history = new Store(NO_HISTORY);
  const said = new Store('');
  const notice = new Store<Notice | null>(null);
  const commands = new Store<readonly Command[]>([]);
  /** What there was before a control was taken hold of. */
  let held: Content | null = null;

  const take = (label: string, content: Content, change: Partial<AppState> = {}): void => {
    scenarioOf(content.draft);
    const before = held ?? state.state;
    held = null;
    const changed = content.network !== before.network || JSON.stringify(content.draft) !== JSON.stringify(before.draft);
    if (changed) history.update((steps) => stepTaken(steps, label, before));
    // The draft from before keeps its identity when nothing changed, so that nothing is run again.
    const { draft, network } = changed ? content : before;
    state.update((now) => ({ ...now, ...change, draft, network, dragging: false }));
  };

  const travel = (steps: number): void => {
    app.settle('Change');
    const { history: after, content, label } = travelled(history.state, state.state, steps);
    if (label === null) return;
    history.set(after);
    state.update((now) => ({ ...now, draft: content.draft, network: content.network, dragging: false }));
    app.announce(`${steps < 0 ? 'Undone' : 'Done again'}: ${label}.`);
  };

  const app: Omit<App, 'host' | 'results'> = {
    state,
    commands,
    history,
    said,
    notice,
    edit: (label, change) => take(label, { draft: change(state.state.draft), network: state.state.network }),
    preview(change) {
      const draft = change(state.state.draft);
      scenarioOf(draft);
      held ??= { draft: state.state.draft, network: state.state.network };
      state.update((now) => ({ ...now, draft, dragging: true }));
    },
    settle(label) {
      if (held !== null) take(label, state.state);
    },
    open: (label, content, view = {}) =>
      take(
        label,
        { draft: content.draft ?? state.state.draft, network: content.network === undefined ? state.state.network : content.network },
        { view: { ...state.state.view, ...view } },
      ),
    undo: () => travel(-1),
    redo: () => travel(1),
    travel,
    show: (change) => state.update((now) => ({ ...now, view: { ...now.view, ...change } })),
    announce: (text) => said.set(text),
    fail: (error) => notice.set(noticeOf(error)),
  };
  const laboratory = startLaboratory(state);
  return { ...app, host: laboratory.host, results: laboratory.results };
}

function noticeOf(error: unknown): Notice {
  if (error instanceof InputError) {
    const { message, file, path, found, allowed } = error;
    return { kind: 'error', text: message, file, path, found, allowed };
  }
  return { kind: 'error', text: error instanceof Error ? error.message : String(error) };
}

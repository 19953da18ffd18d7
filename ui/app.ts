import type { Command } from './command/command.ts';
import type { LabHost, LabState } from './lab/protocol.ts';
import type { AppState, Draft, ViewState } from './state/app-state.ts';
import type { Store } from './state/store.ts';

/** What every view is given: the state, what the laboratory has found, and the ways to change things. */
export interface App {
  readonly state: Store<AppState>;
  /** What the laboratory has found so far for the scenario at hand. */
  readonly results: Store<LabState>;
  /** Every command there is; views add theirs when they are loaded. */
  readonly commands: Store<readonly Command[]>;
  /** The laboratory's worker, for what a single view asks for. */
  readonly host: LabHost;

  /** Changes the scenario: one step of undo, named by the label ("Budget 40 to 60"). @throws InputError when the result is no valid scenario */
  edit(label: string, change: (draft: Draft) => Draft): void;
  /** Changes the scenario while a control is held; the next `edit` (or `settle`) makes it one step of undo. */
  preview(change: (draft: Draft) => Draft): void;
  undo(): void;
  redo(): void;
  /** Changes what is looked at. */
  show(change: Partial<ViewState>): void;
  /** Says something politely, to screen readers and at the foot of the page. */
  announce(text: string): void;
  /** Shows what went wrong, with the place, what was found and what is allowed where the error says so. */
  fail(error: unknown): void;
}

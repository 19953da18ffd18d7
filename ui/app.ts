import type { Command } from './command/command.ts';
import type { LabHost, LabState } from './lab/protocol.ts';
import type { AppState, Draft, ViewState } from './state/app-state.ts';
import type { Content, History } from './state/history.ts';
import type { Store } from './state/store.ts';

/** Something that a person should read: beside the page, until it is closed. */
export interface Notice {
  readonly kind: 'error' | 'information';
  readonly text: string;
  /** Of an error: where, what was found, what is allowed. */
  readonly file?: string | null;
  readonly path?: string | null;
  readonly found?: string | null;
  readonly allowed?: string | null;
  /** What can be done about it. */
  readonly action?: { readonly title: string; readonly run: () => void };
}

/** What every view is given: the state, what the laboratory has found, and the ways to change things. */
export interface App {
  readonly state: Store<AppState>;
  /** What the laboratory has found so far for the scenario at hand. */
  readonly results: Store<LabState>;
  /** Every command there is; a view adds its own with `addCommands` while it is on the page. */
  readonly commands: Store<readonly Command[]>;
  /** Steps that can be undone and done again, by name. */
  readonly history: Store<History>;
  /** What was last announced. */
  readonly said: Store<string>;
  readonly notice: Store<Notice | null>;
  /** The laboratory's worker, for what a single view asks for. */
  readonly host: LabHost;

  /** Changes the scenario: one step of undo, named by the label ("Budget 40 to 60"). @throws InputError when the result is no valid scenario */
  edit(label: string, change: (draft: Draft) => Draft): void;
  /**
   * Changes the scenario while a control is held; the next `edit` or `settle` makes it one step of undo.
   *
   * @throws InputError when the result is no valid scenario; the last valid one stays
   */
  preview(change: (draft: Draft) => Draft): void;
  /** The control is let go: what was previewed becomes one step of undo, if it changed anything. */
  settle(label: string): void;
  /** Takes another scenario, or another network, as one step of undo. @throws InputError when it is no valid scenario */
  open(label: string, content: Partial<Content>, view?: Partial<ViewState>): void;
  undo(): void;
  redo(): void;
  /** Goes back (below 0) or forth by so many steps of the history. */
  travel(steps: number): void;
  /** Changes what is looked at. */
  show(change: Partial<ViewState>): void;
  /** Says something politely, to screen readers and at the foot of the page. */
  announce(text: string): void;
  /** Shows what went wrong, with the place, what was found and what is allowed where the error says so. */
  fail(error: unknown): void;
}

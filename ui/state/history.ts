import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { Draft } from './app-state.ts';

/** What can be undone: the scenario and the network, not what is looked at. */
export interface Content {
  readonly draft: Draft;
  readonly network: ImportedNetwork | null;
}

/** A step that was taken: its name, and what there was before (in `past`) or after it (in `future`). */
export interface Step extends Content {
  readonly label: string;
}

/** Both lists end with the step that is nearest to the present. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** Drafts share what they have in common, so that steps cost little. */
const MOST_STEPS = 200;

/** A step was taken, away from `before`; what was undone cannot be done again. */
export function stepTaken(history: History, label: string, before: Content): History {
  return { past: [...history.past, { label, draft: before.draft, network: before.network }].slice(-MOST_STEPS), future: [] };
}

/**
 * Back (below 0) or forth by so many steps, as far as there are steps.
 *
 * @returns the history and the content there; the content given, unchanged, where there is no step to go
 */
export function travelled(history: History, present: Content, steps: number): { history: History; content: Content; label: string | null } {
  const back = steps < 0;
  let from = [...(back ? history.past : history.future)];
  let to = [...(back ? history.future : history.past)];
  let content = present;
  let label: string | null = null;
  for (let left = Math.abs(steps); left > 0 && from.length > 0; left--) {
    const step = from[from.length - 1];
    from = from.slice(0, -1);
    to = [...to, { label: step.label, draft: content.draft, network: content.network }];
    content = { draft: step.draft, network: step.network };
    label = step.label;
  }
  return { history: back ? { past: from, future: to } : { past: to, future: from }, content, label };
}

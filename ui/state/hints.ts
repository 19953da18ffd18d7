import { Store } from './store.ts';

/** Hints for a first visit; each is gone for good once what it says was done. */
export type Hint = 'drag' | 'palette';

const KEY = 'swaylab.hints-used';

/** Hints that are not needed any more. */
export const usedHints = new Store<readonly Hint[]>(kept());

function kept(): readonly Hint[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ') as Hint[];
  } catch {
    return [];
  }
}

export function useHint(hint: Hint): void {
  if (usedHints.state.includes(hint)) return;
  usedHints.update((used) => [...used, hint]);
  try {
    localStorage.setItem(KEY, usedHints.state.join(' '));
  } catch {
    // Without storage it is gone for this visit.
  }
}

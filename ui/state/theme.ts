import { Store } from './store.ts';

/** Light, dark, or as the system has it. A preference of the reader, not part of a session or a link. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const KEY = 'swaylab.theme';

export const theme = new Store<ThemeChoice>(kept());

function kept(): ThemeChoice {
  try {
    const found = localStorage.getItem(KEY);
    return THEMES.find((each) => each === found) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Makes the page follow the choice, now and later. */
export function followTheme(root: HTMLElement = document.documentElement): () => void {
  const apply = (choice: ThemeChoice): void => {
    if (choice === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice;
  };
  apply(theme.state);
  return theme.subscribe((choice) => {
    apply(choice);
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Without storage the choice holds for this visit.
    }
  });
}

import type { App } from '../app.ts';
import { PAGES, type PageName } from '../state/app-state.ts';

/** A page of the screen: its element is loaded when it is first shown. */
export interface Page {
  readonly name: PageName;
  readonly title: string;
  /** What the page answers. */
  readonly meaning: string;
  /** Second key after `g`. */
  readonly key: string;
  /** Whether the controls stand beside it: it shows what they change. */
  readonly controls: boolean;
  readonly load: () => Promise<unknown>;
}

const WITHOUT_CONTROLS: readonly PageName[] = ['scenario', 'experiment', 'classic', 'lesson', 'verification'];

const TEXTS: Readonly<Record<PageName, readonly [title: string, meaning: string, key: string]>> = {
  compare: ['Compare', 'Strategies side by side, and how sure the difference is', 'c'],
  network: ['Network', 'Who knows whom, and what happens to them week by week', 'n'],
  tribes: ['Tribes', 'Adoption and sentiment in each tribe', 't'],
  journey: ['Journey', 'Stages that people are in, and how they move between them', 'j'],
  firm: ['What the firm sees', 'What the firm measures, beside what is true', 'f'],
  scenario: ['Scenario', 'Everything that can be set', 's'],
  experiment: ['Experiments', 'Many scenarios at once: where which wins, what matters', 'x'],
  classic: ['Textbook models', 'Contagion and opinion by the book, to play with', 'b'],
  lesson: ['Learn', 'Lessons: foretell, run, explain', 'l'],
  verification: ['Why believe it', 'Every check of the model: source, measure, verdict', 'v'],
};

const loaders = import.meta.glob('../view/*/*-page.ts');

/** Pages in the order of the navigation. */
export const SHOWN_PAGES: readonly Page[] = PAGES.flatMap((name) => {
  const load = loaders[`../view/${name}/${name}-page.ts`];
  const [title, meaning, key] = TEXTS[name];
  return load === undefined ? [] : [{ name, title, meaning, key, controls: !WITHOUT_CONTROLS.includes(name), load }];
});

/** The element of a page, given the app; its file must have been loaded. */
export function pageElement(name: PageName, app: App): HTMLElement {
  return Object.assign(document.createElement(`sway-${name}-page`), { app, className: 'page' });
}

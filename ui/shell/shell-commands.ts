import type { App } from '../app.ts';
import type { Command } from '../command/command.ts';
import { startAfresh } from '../start-afresh.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { THEMES, theme } from '../state/theme.ts';
import { SHOWN_PAGES } from './pages.ts';
import type { Dialogue } from './sway-app.ts';

/** What the shell can do beside the app. */
export interface Shell {
  open(dialogue: Dialogue): Promise<void>;
  toggleControls(): void;
  readonly controlsShown: () => boolean;
}

const THEME_TITLES = { system: 'Colours as the system has them', light: 'Light colours', dark: 'Dark colours' } as const;

/** Commands that are there on every page. */
export function shellCommands(app: App, shell: Shell): readonly Command[] {
  const running = () => ['running', 'paused'].includes(app.results.state.status);
  return [
    {
      id: 'scenario.gallery',
      title: 'Choose another scenario',
      group: 'Scenario',
      keys: ['Ctrl+O'],
      words: 'open preset gallery example start',
      run: () => shell.open('gallery'),
    },
    {
      id: 'scenario.luck',
      title: 'Draw other luck',
      group: 'Scenario',
      keys: ['Alt+L'],
      words: 'seed random chance again',
      run: () => drawLuck(app),
    },
    {
      id: 'scenario.afresh',
      title: 'Start afresh',
      group: 'Scenario',
      words: 'reset default new clear forget',
      run: () => startAfresh(app),
    },
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['Ctrl+Z'],
      words: 'back revert',
      enabled: () => app.history.state.past.length > 0 || app.state.state.dragging,
      run: () => app.undo(),
    },
    {
      id: 'edit.redo',
      title: 'Do again',
      group: 'Edit',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      words: 'redo forward',
      enabled: () => app.history.state.future.length > 0,
      run: () => app.redo(),
    },
    {
      id: 'edit.history',
      title: 'History of changes',
      group: 'Edit',
      keys: ['g h'],
      words: 'steps undo list',
      run: () => shell.open('history'),
    },
    ...SHOWN_PAGES.map(
      ({ name, title, meaning, key }): Command => ({
        id: `view.${name}`,
        title: `Show ${title[0].toLowerCase()}${title.slice(1)}`,
        group: 'View',
        keys: [`g ${key}`],
        words: meaning,
        checked: () => app.state.state.view.page === name,
        run: () => app.show({ page: name }),
      }),
    ),
    {
      id: 'view.controls',
      title: 'Controls beside the page',
      group: 'View',
      keys: ['Alt+C'],
      words: 'rail sliders panel sheet hide',
      checked: shell.controlsShown,
      run: () => shell.toggleControls(),
    },
    ...THEMES.map(
      (choice): Command => ({
        id: `view.theme-${choice}`,
        title: THEME_TITLES[choice],
        group: 'View',
        words: 'theme mode appearance',
        checked: () => theme.state === choice,
        run: () => theme.set(choice),
      }),
    ),
    {
      id: 'run.pause',
      title: 'Pause the runs',
      group: 'Run',
      keys: ['p'],
      words: 'stop go on resume continue halt',
      enabled: running,
      checked: () => app.results.state.status === 'paused',
      run: () => (app.results.state.status === 'paused' ? app.host.resume() : app.host.pause()),
    },
    {
      id: 'help.palette',
      title: 'Find a command',
      group: 'Help',
      keys: ['Ctrl+K'],
      words: 'palette search',
      run: () => shell.open('palette'),
    },
    {
      id: 'export.menu',
      title: 'Share and take away',
      group: 'Export',
      keys: ['Alt+S'],
      words: 'export link download',
      enabled: () => canExport(app.commands.state),
      run: () => shell.open('share'),
    },
    { id: 'help.menu', title: 'Open the menu', group: 'Help', keys: ['Alt+M'], words: 'all commands', run: () => shell.open('menu') },
    {
      id: 'help.keys',
      title: 'Keys and help',
      group: 'Help',
      keys: ['?'],
      words: 'shortcuts keyboard sheet',
      run: () => shell.open('help'),
    },
  ];
}

/** Whether there is anything by which to take results away. */
export function canExport(commands: readonly Command[]): boolean {
  return commands.some(({ id, group }) => group === 'Export' && id !== 'export.menu');
}

/** The same scenario with another seed: the old one with a number, counted up. */
function drawLuck(app: App): void {
  const { seed } = scenarioOf(app.state.state.draft);
  const [, stem, count] = /^(.*?)(?:-(\d{1,9}))?$/s.exec(seed) as RegExpExecArray;
  const next = `${stem}-${Number(count ?? 1) + 1}`;
  app.edit(`Seed ${seed} to ${next}`, (draft) => ({ ...draft, seed: next }));
  app.announce(`Other luck: the seed is now ${next}.`);
}

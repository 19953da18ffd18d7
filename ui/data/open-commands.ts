import type { App } from '../app.ts';
import type { Command } from '../command/command.ts';
import { openFiles } from './open-files.ts';

/** What can be brought in. */
export function dataCommands(app: App): readonly Command[] {
  return [
    {
      id: 'data.open',
      title: 'Open a file',
      group: 'Data',
      keys: ['Alt+O'],
      words: 'import scenario result network picture drop load upload',
      run: () => chooseFiles(app, ''),
    },
    {
      id: 'data.results',
      title: 'Open a results folder',
      group: 'Data',
      words: 'import command line compare sweep manifest tables parquet',
      run: () => chooseFolder(app),
    },
    {
      id: 'data.network',
      title: 'Use a network of your own',
      group: 'Data',
      words: 'import edges nodes csv graphml gexf gml pajek tribes',
      run: () => chooseFiles(app, '.csv,.tsv,.txt,.edges,.edgelist,.el,.net,.paj,.clu,.graphml,.xml,.gexf,.gml,.json'),
    },
    {
      id: 'data.own-network',
      title: "Back to the scenario's own network",
      group: 'Data',
      words: 'remove imported generated',
      enabled: () => app.state.state.network !== null,
      run: () => app.open("Back to the scenario's network", { network: null }, { person: null, tribe: null }),
    },
  ];
}

function chooseFolder(app: App): void {
  const input = document.createElement('input');
  input.webkitdirectory = true;
  choose(input, (files) => openFiles(app, files.filter(liesDirectly)));
}

/** A chosen folder comes with everything below it. */
function liesDirectly({ webkitRelativePath: path }: File): boolean {
  return path.split('/').length <= 2;
}

function chooseFiles(app: App, accept: string): void {
  const input = document.createElement('input');
  input.multiple = true;
  input.accept = accept;
  choose(input, (files) => openFiles(app, files));
}

/** Held while one chooses: what nothing refers to may be collected meanwhile, and its choice with it. */
let chosenWith: HTMLInputElement | null = null;

function choose(input: HTMLInputElement, open: (files: readonly File[]) => Promise<void>): void {
  chosenWith = input;
  input.type = 'file';
  input.addEventListener('change', () => {
    if (chosenWith === input) chosenWith = null;
    void open([...(input.files ?? [])]);
  });
  input.click();
}

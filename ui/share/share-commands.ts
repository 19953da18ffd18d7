import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import { InputError } from '../../sim/parameter/index.ts';
import type { App } from '../app.ts';
import type { Command } from '../command/command.ts';
import { networkFlags } from '../data/network-source.ts';
import { SCENARIO_PRESETS } from '../state/presets.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { commandLine } from './command-line.ts';
import { linkOf } from './link.ts';
import { openDialogue } from './open-dialogue.ts';
import { fileStem, saveFile } from './save-file.ts';

/** What can be taken away: links, the command line, files. */
export function shareCommands(app: App): readonly Command[] {
  const stem = (): string => fileStem(scenarioOf(app.state.state.draft).name);
  const comparison = (): CompareResult | null => {
    const { result } = app.results.state;
    return result === null || result.early ? null : result.comparison;
  };
  const enabled = () => comparison() !== null;
  /** Runs with the result as it stands now, while the laboratory may go on. */
  const withResult = (save: (result: CompareResult) => Promise<void> | void) => async () => {
    const result = comparison();
    if (result === null)
      throw new InputError('there is no result yet', {
        path: 'result',
        found: 'nothing',
        allowed: 'a comparison with at least one replicate',
      });
    await save(result);
    app.announce(`Saved, with ${result.replicates} ${result.replicates === 1 ? 'replicate' : 'replicates'}.`);
  };
  const tables = async () => await import('./save-tables.ts');
  return [
    {
      id: 'export.link',
      title: 'Copy a link to this',
      group: 'Export',
      keys: ['Alt+U'],
      words: 'share url address send',
      run: () => copyLink(app),
    },
    {
      id: 'export.command',
      title: 'Copy as command line',
      group: 'Export',
      words: 'cli terminal shell reproduce',
      run: () => copyCommand(app, stem()),
    },
    {
      id: 'export.scenario',
      title: 'Save the scenario as a file',
      group: 'Export',
      keys: ['Ctrl+S'],
      words: 'json download',
      run: () => saveScenario(app, `${stem()}.json`),
    },
    {
      id: 'export.picture',
      title: 'Save a chart as a picture',
      group: 'Export',
      words: 'png svg image figure',
      enabled,
      run: async () => {
        await import('./sway-picture-dialog.ts');
        openDialogue('sway-picture-dialog', app);
      },
    },
    {
      id: 'export.json',
      title: 'Save the result as JSON',
      group: 'Export',
      words: 'download document compare',
      enabled,
      run: withResult((result) =>
        saveFile(`${stem()}-result.json`, new Blob([`${JSON.stringify(result)}\n`], { type: 'application/json' })),
      ),
    },
    {
      id: 'export.csv',
      title: 'Save the result as CSV, with its dictionary',
      group: 'Export',
      words: 'download table spreadsheet zip',
      enabled,
      run: withResult(async (result) => (await tables()).saveCsv(result, app.state.state, stem())),
    },
    {
      id: 'export.parquet',
      title: 'Save the result as Parquet',
      group: 'Export',
      words: 'download table columns duckdb pandas',
      enabled,
      run: withResult(async (result) => (await tables()).saveParquet(result, stem())),
    },
  ];
}

async function copyLink(app: App): Promise<void> {
  const { state } = app.state;
  const hash = await linkOf(state, ENGINE_ID);
  const link = `${location.origin}${location.pathname}${hash}`;
  const aside = state.network === null ? '' : ' Your network is not in it: send its file too.';
  await copy(app, link, `Link copied: ${link.length} characters, with the scenario, its seed and what is shown.${aside}`);
}

async function copyCommand(app: App, stem: string): Promise<void> {
  const { draft, network } = app.state.state;
  const { command, file } = commandLine(draft, SCENARIO_PRESETS, `${stem}.json`, network === null ? [] : networkFlags(network));
  if (file !== null) saveScenario(app, file);
  const aside = file === null ? '' : ` The scenario is saved as ${file}, since it is more than a line can say.`;
  await copy(app, command, `Copied: ${command.length > 160 ? `${command.slice(0, 157)}…` : command}${aside}`);
}

function saveScenario(app: App, file: string): void {
  saveFile(file, new Blob([`${JSON.stringify(app.state.state.draft, null, 2)}\n`], { type: 'application/json' }));
  app.announce(`The scenario is saved as ${file}.`);
}

/** Puts a text where it can be pasted; where the browser refuses, it is shown to be copied by hand. */
async function copy(app: App, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.notice.set({ kind: 'information', text: done });
  } catch {
    app.notice.set({ kind: 'information', text: `This browser does not allow copying here. To copy by hand: ${text}` });
  }
}

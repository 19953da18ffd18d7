import type { Command } from 'commander';
import { PRESETS } from '../brand/index.ts';
import { fitReport } from '../chart/fit-report.ts';
import { strategyNamed } from '../compute/comparison-plan.ts';
import { type AdoptionRecord, recordOfCounts } from '../experiment/fit/adoption-record.ts';
import { type FitResult, type FitSettings, fitAdoption } from '../experiment/fit/fit-adoption.ts';
import type { MarketModel } from '../experiment/fit/market-model.ts';
import { type ImportedNetwork, tieCount } from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { type Axis, axesAt } from '../scenario/index.ts';
import { encodeTable, TABLE_FORMATS } from '../store/codec/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { factorOption } from './factor-option.ts';
import { fitPage, forecastTable } from './fit-page.ts';
import { mustHaveFolder } from './html-file.ts';
import { readText } from './input-file.ts';
import { type NetworkChoice, readNetworkFile } from './network-source.ts';
import { addReadingOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson, warn } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { settleScenario } from './settle-scenario.ts';
import { readScenario } from './shipped-scenarios.ts';
import { tableFormatOf } from './table-file.ts';
import { terminalOf } from './terminal.ts';

interface FitOptions extends NetworkChoice {
  readonly network?: string;
  readonly adoption: string;
  readonly people?: number;
  readonly periods?: number;
  readonly cut?: number;
  readonly until?: number;
  readonly repeats: number;
  readonly leaveOut?: boolean;
  readonly seed: string;
  /** True for the default scenario. */
  readonly market?: string | true;
  readonly strategy: string;
  readonly free?: readonly string[];
  readonly particles: number;
  readonly simulations: number;
  readonly out?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Calibrated by default: how often the need comes up, how much is spent, how much people talk. */
const FREE = ['market.need', 'market.budget', 'consumers.talk.base'];
const LIMIT = 16 * 1024 * 1024;
const MOST_PERIODS = 1000;

/** `swaylab fit`: models calibrated to an observed adoption curve. */
export function addFitCommand(program: Command): void {
  const command = program
    .command('fit')
    .description('fits models to who adopted when, forecasts, and scores the forecasts on the periods left out')
    .argument('[curve]', 'a file with the number of new adopters per period, a line each; or none, with --network and --nodes')
    .option('--people <n>', 'people who could have adopted, for a curve', whole('--people', 2, 1_000_000))
    .option('--network <file>', 'the network of those observed, with --nodes');
  addReadingOptions(command)
    .option('--adoption <column>', 'column of the node table with the period of adoption, from 1; empty or beyond the last is never', 'toa')
    .option('--periods <n>', 'periods observed (the latest adoption)', whole('--periods', 3, MOST_PERIODS))
    .option('--cut <n>', 'fits to the first n periods and scores the rest', whole('--cut', 2, MOST_PERIODS))
    .option('--until <n>', 'period up to which to forecast (the last observed)', whole('--until', 3, MOST_PERIODS))
    .option(
      '--repeats <n>',
      'shuffles of times and rewirings of ties against which contagion is tested',
      whole('--repeats', 20, 100_000),
      500,
    )
    .option('--leave-out', 'leaves out each community in turn, and foretells it from the others')
    .option('--seed <text>', 'any text; equal seeds give equal results', 'swaylab')
    .option('--market [scenario]', 'calibrates the market model too, by ABC-SMC (a file, a shipped scenario, or none for the default)')
    .option('--strategy <name>', 'strategy of the brand that was adopted', 'push')
    .option('--free <path[=from..to]>', `a parameter of the market to calibrate (${FREE.join(', ')}); repeatable`, gathered)
    .option('--particles <n>', 'particles of ABC-SMC', whole('--particles', 10, 100_000), 100)
    .option('--simulations <n>', 'simulations after which no new generation is begun', whole('--simulations', 10, 10_000_000), 2000)
    .option('--out <file>', `writes a row a community, forecast and period (${TABLE_FORMATS.map((format) => `.${format}`).join(', ')})`)
    .option('--html <file>', 'writes a report that opens in any browser')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (curve: string | undefined, options: FitOptions) => {
      const { out, html } = options;
      if (html !== undefined) await mustHaveFolder('--html', html);
      if (out !== undefined) await mustHaveFolder('--out', out);
      const format = out === undefined ? null : tableFormatOf(out);
      const observed = await openRecord(curve, options);
      const result = await fitted(observed, options);
      if (out !== undefined && format !== null) await writeSafely(out, encodeTable([forecastTable(result)], format));
      if (html !== undefined) await writeSafely(html, [fitReport(result, observed.source, reproducibleCommand(command, curve))]);
      if (options.json) return await printJson(result);
      await print(fitPage(result, observed.source, terminalOf(process.stdout)));
    });
}

interface Observed {
  readonly record: AdoptionRecord;
  /** Where it comes from, in a sentence. */
  readonly source: string;
}

async function openRecord(curve: string | undefined, options: FitOptions): Promise<Observed> {
  const { network, nodes, people } = options;
  if (curve !== undefined) {
    if (network !== undefined) throw misused('--network', 'does not go with a curve', 'one of the two');
    if (people === undefined) throw misused('--people', 'is needed with a curve', '--people N');
    if (options.market !== undefined) throw misused('--market', 'needs the network of those who adopted', '--network and --nodes with it');
    const counts = countsIn(await readText(curve, 'a curve', LIMIT), curve);
    const adopters = counts.reduce((sum, count) => sum + count, 0);
    if (adopters > people) throw misused('--people', `is ${people}, but ${adopters} adopted`, `at least ${adopters}`);
    return { record: recordOfCounts(counts, people), source: curve };
  }
  if (network === undefined) throw misused('--network', 'or a curve is needed', 'a curve with --people, or --network with --nodes');
  if (people !== undefined) throw misused('--people', 'goes with a curve: a network has its own people', 'no --people');
  const { adoption, periods, source, target, weight, id, directed, influence, tribes } = options;
  const choice = { nodes, source, target, weight, id, directed, influence, tribes };
  const imported = await readNetworkFile(network, Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)));
  for (const warning of imported.warnings) warn(warning);
  const record = recordOf(imported, adoption, periods, nodes ?? network);
  return { record, source: `${network}, ${tieCount(imported.network).toLocaleString('en')} ties` };
}

function misused(flag: string, problem: string, allowed: string): InputError {
  return new InputError(`${flag} ${problem}`, { path: flag, found: flag, allowed });
}

/** New adopters per period: the last field of each line; a first line without a number is a heading. */
function countsIn(text: string, file: string): number[] {
  const fields = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[,;\t ]+/).at(-1) as string);
  if (fields.length > 0 && !Number.isFinite(Number(fields[0]))) fields.shift();
  const counts = fields.map((field, at) => {
    const count = Number(field);
    if (field !== '' && Number.isInteger(count) && count >= 0) return count;
    throw new InputError(`${file}: period ${at + 1} has "${field}" new adopters`, {
      file,
      path: `period ${at + 1}`,
      found: field,
      allowed: 'a whole number of people, 0 or more',
    });
  });
  if (counts.length >= 3 && counts.length <= MOST_PERIODS) return counts;
  throw new InputError(`${file} holds ${counts.length} periods`, {
    file,
    path: 'file',
    found: `${counts.length} periods`,
    allowed: `3 to ${MOST_PERIODS}, a line each`,
  });
}

/** The record that a column of the node table holds. */
function recordOf(
  { network, attributes, tribeNames, ids }: ImportedNetwork,
  column: string,
  given: number | undefined,
  file: string,
): AdoptionRecord {
  const values = attributes.find(({ name }) => name === column)?.values;
  if (values === undefined) {
    const allowed = attributes.map(({ name }) => name).join(', ') || 'a node table (--nodes) with the column';
    throw new InputError(`${file} has no column "${column}"`, { file, path: '--adoption', found: column, allowed });
  }
  const times = Int32Array.from(values, (value, person) => {
    const time = Number(value ?? 0);
    if (Number.isInteger(time) && time >= 0 && time < 1e6) return time;
    throw new InputError(`${file}: ${ids[person]} adopted in period "${value}"`, {
      file,
      path: `${column} of ${ids[person]}`,
      found: String(value),
      allowed: 'a whole number from 1, or nothing for never',
    });
  });
  const periods = given ?? times.reduce((latest, time) => Math.max(latest, time), 0);
  if (periods < 3 || periods > MOST_PERIODS) throw misused('--periods', `is ${periods} by "${column}"`, `3 to ${MOST_PERIODS}`);
  return { periods, times: times.map((time) => (time > periods ? 0 : time)), community: network.tribes, names: tribeNames, network };
}

async function fitted({ record }: Observed, options: FitOptions): Promise<FitResult> {
  const { cut = record.periods, until = record.periods, repeats, seed, leaveOut = false } = options;
  if (cut > record.periods) throw misused('--cut', `is ${cut} of ${record.periods} periods`, `2 to ${record.periods}`);
  if (until < record.periods) throw misused('--until', `is ${until} of ${record.periods} periods`, `at least ${record.periods}`);
  if (!record.times.some((time) => time > 0 && time <= cut)) throw misused('--cut', `${cut}: nobody had adopted by then`, 'a later period');
  if (leaveOut && record.names.length < 3)
    throw misused('--leave-out', `with ${record.names.length} communities`, 'three or more (--tribes)');
  const settings = { seed, fitted: cut, until, repeats, leaveOut };
  if (options.market === undefined) return fitAdoption(record, { ...settings, market: null });
  const { particles, simulations, quiet = false, json = false } = options;
  const terminal = terminalOf(process.stderr);
  const display = new ProgressDisplay(progressStyle(terminal, { quiet, json }), terminal, simulations, 0);
  const onProgress = (done: number): void => display.update(Math.min(done, simulations), 0);
  try {
    const market: FitSettings['market'] = { model: await marketModel(options), abc: { particles, simulations, onProgress } };
    return fitAdoption(record, { ...settings, market });
  } finally {
    display.clear();
  }
}

async function marketModel({ market, strategy, free = FREE }: FitOptions): Promise<MarketModel> {
  const scenario = settleScenario(await readScenario(typeof market === 'string' ? market : undefined), {});
  const known = [...scenario.strategies, ...PRESETS.filter((preset) => !scenario.strategies.some(({ name }) => name === preset.name))];
  const axes = free.map((text): Axis => {
    const [path, given] = factorOption(text);
    const found = axesAt(path, scenario.network);
    if (found.length !== 1) {
      const allowed = 'the path of one number of the scenario; "swaylab scenario show --parameters" lists all';
      throw new InputError(`--free: ${path} is ${found.length === 0 ? 'no parameter' : 'several numbers'}`, {
        path: '--free',
        found: path,
        allowed,
      });
    }
    const range = Array.isArray(given) ? undefined : (given as { readonly range?: readonly [number, number] }).range;
    if (range === undefined) return found[0];
    const [low, high] = range;
    if (!(low < high)) throw misused('--free', `${text}: not from a smaller to a larger number`, 'path=from..to');
    return { ...found[0], low, high, log: low > 0 && high / low >= 10 };
  });
  return { scenario, strategy: strategyNamed(strategy, known), axes };
}

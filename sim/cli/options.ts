import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { NETWORK_LIMITS } from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { SCENARIO_LIMITS } from '../scenario/index.ts';
import { TABLE_FORMATS, type TableFormat } from '../store/codec/index.ts';
import type { NetworkChoice } from './network-source.ts';
import type { ScenarioChoice } from './settle-scenario.ts';
import { settleScenario } from './settle-scenario.ts';

/** Options that say where results go, and change nothing in them. */
export interface OutputOptions {
  readonly workers?: number;
  readonly out?: string;
  readonly format?: TableFormat;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly allWeeks?: boolean;
  readonly html?: string;
  readonly reasons?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface MarketOptions extends ScenarioChoice, NetworkChoice, OutputOptions {
  readonly network?: string;
  readonly policy?: readonly string[];
}

const MOST_WORKERS = 512;
const PRESENTATION = new Set([
  'workers',
  'out',
  'format',
  'resume',
  'force',
  'allWeeks',
  'html',
  'svg',
  'png',
  'json',
  'quiet',
  'queue',
  'runTimeout',
  'workerMemory',
]);

/** A whole number in a range, as an option's value. */
export function whole(flag: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = /^\+?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    throw new InputError(`${flag}: found "${text}", allowed is a whole number from ${low} to ${high}`, {
      path: flag,
      found: text,
      allowed: `a whole number from ${low} to ${high}`,
    });
  };
}

export function gathered(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/**
 * What changes the scenario.
 *
 * @param usual replicates of a command that does not take the scenario's
 */
export function addScenarioOptions(command: Command, usual?: number): Command {
  const { seed, replicates, horizon, network } = settleScenario({ given: { name: 'default' }, file: '' });
  const people = (network as { people?: number }).people;
  return command
    .option('--seed <text>', `any text; equal seeds give equal results (the scenario's; ${seed})`)
    .option(
      '--replicates <n>',
      `replicates (${usual ?? `the scenario's; ${replicates}`})`,
      whole('--replicates', 1, SCENARIO_LIMITS.replicates),
    )
    .option('--weeks <n>', `weeks to simulate (the scenario's; ${horizon})`, whole('--weeks', 1, SCENARIO_LIMITS.horizon))
    .option('--population <n>', `people in a generated network (the scenario's; ${people})`, whole('--population', 1, NETWORK_LIMITS.nodes))
    .option(
      '--set <path=value>',
      'sets one value of the scenario: market.need=0.1, brands.0.price=30; repeatable; "swaylab scenario show --parameters" lists all',
      gathered,
    );
}

/** How a network file is read. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--nodes <file>', 'node table of an edge list, with a header; or partition (.clu) of a Pajek network, its tribes')
    .option('--source <column>', 'column of the first end, by name or number from 1')
    .option('--target <column>', 'column of the second end')
    .option('--weight <column>', 'column of the tie strength')
    .option('--id <column>', 'column of the ids in the node table')
    .option('--directed', 'edges run one way')
    .addOption(
      new Option(
        '--influence <direction>',
        'along a directed edge: the one named second influences the first, or the other way round',
      ).choices(['named-to-namer', 'namer-to-named']),
    )
    .option('--tribes <column|louvain>', 'tribes from a column of the node table, or found in the ties');
}

/** Where results go. */
function addOutputOptions(command: Command): Command {
  return command
    .option('--workers <n>', `workers (cores; ${availableParallelism()} here)`, whole('--workers', 1, MOST_WORKERS))
    .option('--out <dir>', 'writes manifest, runs and weeks into a folder')
    .addOption(new Option('--format <format>', 'format of the tables in that folder (csv)').choices([...TABLE_FORMATS]))
    .option('--resume', 'continues what is in the folder')
    .option('--force', 'replaces the results in the folder')
    .option('--all-weeks', 'writes the weekly table also of more than 10,000 runs')
    .option('--reasons', 'says what spoke for purchases, too')
    .option('--html <file>', 'writes a report that opens in any browser')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress');
}

export function addMarketOptions(command: Command, usualReplicates?: number): Command {
  addScenarioOptions(command, usualReplicates).option('--network <file>', "a network of one's own, in place of the scenario's");
  addReadingOptions(command).option('--policy <file>', 'an ES module with a custom policy, as one more strategy; repeatable', gathered);
  return addOutputOptions(command);
}

/** Refuses options that contradict each other or need one that is missing. */
export function checkMarketOptions(options: MarketOptions): void {
  const refuse = (flag: string, problem: string, allowed: string): never => {
    throw new InputError(`${flag} ${problem}`, { path: flag, found: flag, allowed });
  };
  const { network, population, out, resume, force, allWeeks, format } = options;
  if (network !== undefined && population !== undefined) {
    refuse('--population', 'does not go with --network: an imported network has its own people', 'one of the two');
  }
  if (network === undefined) {
    const reading = (['nodes', 'source', 'target', 'weight', 'id', 'directed', 'influence', 'tribes'] as const).find(
      (name) => options[name] !== undefined,
    );
    if (reading !== undefined) refuse(`--${reading}`, 'needs --network', '--network FILE with it');
  }
  if (resume && force) refuse('--resume', 'does not go with --force', 'one of the two');
  if (out === undefined) {
    const writing = resume ? '--resume' : force ? '--force' : allWeeks ? '--all-weeks' : format === undefined ? null : '--format';
    if (writing !== null) refuse(writing, 'needs --out', '--out DIR with it');
  }
}

/** The command line that gives the same result again: what was given, but for what only decides where results go. */
export function reproducibleCommand(command: Command, source: string | undefined): string {
  const flags = command.options.flatMap((option) => {
    const name = option.attributeName();
    if (PRESENTATION.has(name) || command.getOptionValueSource(name) !== 'cli') return [];
    const value: unknown = command.getOptionValue(name);
    const flag = option.long ?? '';
    if (value === true) return [flag];
    return (Array.isArray(value) ? value : [value]).flatMap((each) => [flag, quoted(String(each))]);
  });
  return [...pathOf(command), ...(source === undefined ? [] : [quoted(source)]), ...flags].join(' ');
}

/** "swaylab", the names of the commands above, and its own. */
function pathOf(command: Command): string[] {
  return [...(command.parent === null ? [] : pathOf(command.parent)), command.name()];
}

function quoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

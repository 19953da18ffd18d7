import type { Command } from 'commander';
import { CLASSIC_MODELS, type ClassicModel, type ClassicRecording } from '../classic/index.ts';
import { type ClassicExperimentInput, classicCourses, prepareClassic } from '../experiment/classic-experiment.ts';
import { type ImportedNetwork, NETWORK_GENERATORS, type NetworkSpec } from '../network/index.ts';
import { completeValues, InputError } from '../parameter/index.ts';
import { didYouMean } from '../scenario/index.ts';
import { encodeTable, TABLE_FORMATS } from '../store/codec/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { type ClassicResult, classicDocument, classicPage, classicTable } from './classic-page.ts';
import { mustHaveFolder } from './html-file.ts';
import { interruptible } from './interrupt.ts';
import { type NetworkChoice, readNetworkFile } from './network-source.ts';
import { addReadingOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson, warn } from './output.ts';
import { parameterPage, wrapped } from './parameter-catalogue.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { addReplicateCommand } from './replication-commands.ts';
import { tableFormatOf } from './table-file.ts';
import { terminalOf } from './terminal.ts';

const SEED = 'swaylab';
/** Numbers of all replicates that are held in memory: 800 MB. */
const MOST_NUMBERS = 100_000_000;

/** `swaylab classic`: the textbook models, each a command of its own, so that its help says what it is and takes. */
export function addClassicCommands(program: Command): void {
  const classic = program.command('classic').description('textbook models of contagion and opinion').usage('<model> [options]');
  classic
    .command('list')
    .description('lists the models')
    .option('--json', 'prints one JSON document')
    .action(async ({ json }: { readonly json?: boolean }) => {
      await (json === true ? printJson(CLASSIC_MODELS.map(described)) : print(listPage()));
    });
  addReplicateCommand(classic);
  for (const model of CLASSIC_MODELS) addModel(classic, model);
}

/** What the catalogue knows of a model. */
function described({ name, title, meaning, source, time, updating, state, columns, steps, parameters, network }: ClassicModel): object {
  return { name, title, meaning, source, time, updating, state, columns, steps, parameters, network };
}

function listPage(): string {
  const widest = Math.max(...CLASSIC_MODELS.map(({ name }) => name.length));
  const { width } = terminalOf(process.stdout);
  const lines = CLASSIC_MODELS.flatMap(({ name, meaning, source }) => [
    ...wrapped(meaning, width - widest - 2).map((line, at) => `${(at === 0 ? name : '').padEnd(widest)}  ${line}`),
    ...wrapped(source, width - widest - 2).map((line) => `${''.padEnd(widest)}  ${line}`),
  ]);
  return `${lines.join('\n')}\n`;
}

interface ClassicOptions extends NetworkChoice {
  readonly set?: readonly string[];
  readonly generator?: string;
  readonly network?: string;
  readonly start?: string;
  readonly steps?: number;
  readonly replicates: number;
  readonly seed: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

function addModel(classic: Command, model: ClassicModel): void {
  const command = classic
    .command(model.name)
    .description(model.title)
    .option('--set <name=value>', 'sets one parameter of the model, or of the network (network.people=500); repeatable', gathered)
    .option('--generator <kind>', `kind of network to generate in each replicate (${model.network?.kind ?? 'tribal'})`)
    .option('--network <file>', "a network of one's own instead");
  addReadingOptions(command)
    .option('--start <column>', 'states at the start, a number for each person, from a column of the node table')
    .option('--steps <n>', `steps (${model.steps})`, whole('--steps', 1, 10_000_000))
    .option('--replicates <n>', 'replicates, each with its own luck', whole('--replicates', 1, 1_000_000), 30)
    .option('--seed <text>', 'any text; equal seeds give equal results', SEED)
    .option('--out <file>', `writes a row a replicate and step (${TABLE_FORMATS.map((format) => `.${format}`).join(', ')})`)
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .addHelpText('after', () => helpPage(model))
    .action(async (options: ClassicOptions) => {
      if (options.out !== undefined) await mustHaveFolder('--out', options.out);
      const format = options.out === undefined ? null : tableFormatOf(options.out);
      const imported = options.network === undefined ? null : await readNetworkFile(options.network, options);
      for (const warning of imported?.warnings ?? []) warn(warning);
      const input = settle(model, options, imported);
      const result = await simulate(model, input, options, imported, reproducibleCommand(command, undefined));
      if (options.out !== undefined && format !== null) await writeSafely(options.out, encodeTable([classicTable(result)], format));
      if (options.json) await printJson(classicDocument(result));
      else await print(classicPage(result, terminalOf(process.stdout)));
    });
}

function helpPage(model: ClassicModel): string {
  const { width } = terminalOf(process.stdout);
  const facts = [model.meaning, model.time, `State of a person: ${model.state}.`, `Source: ${model.source}.`];
  const columns = model.columns.map(({ name, unit, meaning }) => `  ${name}, ${unit}: ${meaning}`);
  const parameters = parameterPage(
    [{ name: model.name, path: '', meaning: 'parameters', switch: null, parameters: model.parameters }],
    width,
  );
  return `\n${[...facts.flatMap((fact) => wrapped(fact, width)), '', 'It records:', ...columns, '', parameters].join('\n')}`;
}

/** Checks what the command line says, before anything is computed. */
function settle(model: ClassicModel, options: ClassicOptions, imported: ImportedNetwork | null): ClassicExperimentInput {
  const given = (options.set ?? []).map(assignment);
  const own = given.filter(([name]) => !name.startsWith('network.'));
  const networked = given.filter(([name]) => name.startsWith('network.')).map(([name, value]) => [name.slice('network.'.length), value]);
  mustBeKnown(own, Object.keys(model.parameters));
  const values = completeValues(model.parameters, Object.fromEntries(own), model.name, `The model ${model.name}`);
  const { seed, steps = model.steps, replicates, start } = options;
  const numbers = (steps + 1) * replicates * model.columns.length;
  if (numbers > MOST_NUMBERS) {
    const allowed = `at most ${MOST_NUMBERS} recorded numbers`;
    const found = `${numbers}`;
    throw new InputError(`${steps} steps of ${replicates} replicates record ${found} numbers; ${allowed} are allowed`, {
      path: '--steps',
      found,
      allowed,
    });
  }
  if (imported !== null) {
    const conflict = options.generator !== undefined ? '--generator' : networked.length > 0 ? '--set network.*' : null;
    if (conflict !== null) {
      throw new InputError(`${conflict} does not go with --network`, { path: conflict, found: conflict, allowed: 'one of the two' });
    }
    const initial = start === undefined ? {} : { initial: statesFrom(imported, start) };
    return { model: model.name, values, network: imported.network, steps, seed, ...initial };
  }
  const reading = (['nodes', 'source', 'target', 'weight', 'id', 'directed', 'influence', 'tribes', 'start'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (reading !== undefined) {
    throw new InputError(`--${reading} needs --network`, {
      path: `--${reading}`,
      found: `--${reading}`,
      allowed: '--network FILE with it',
    });
  }
  return { model: model.name, values, network: generated(model, options.generator, networked), steps, seed };
}

function generated(model: ClassicModel, kind: string | undefined, given: readonly (readonly unknown[])[]): NetworkSpec {
  const shown = model.network ?? { kind: 'tribal' as const };
  if (kind !== undefined && !Object.hasOwn(NETWORK_GENERATORS, kind)) {
    const kinds = Object.keys(NETWORK_GENERATORS);
    const near = didYouMean(kind, kinds);
    throw new InputError(`there is no network kind "${kind}"${near === null ? '' : `, did you mean "${near}"?`}`, {
      path: '--generator',
      found: kind,
      allowed: kinds.join(', '),
    });
  }
  const base = kind === undefined || kind === shown.kind ? shown : { kind };
  return { ...base, ...Object.fromEntries(given) } as NetworkSpec;
}

/** `name=value`; the value is JSON, else a text. */
function assignment(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new InputError(`--set ${text}: not name=value`, { path: '--set', found: text, allowed: 'name=value' });
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}

function mustBeKnown(given: readonly (readonly [string, unknown])[], names: readonly string[]): void {
  const unknown = given.find(([name]) => !names.includes(name));
  if (unknown === undefined) return;
  const near = didYouMean(unknown[0], names);
  throw new InputError(`there is no parameter "${unknown[0]}"${near === null ? '' : `, did you mean "${near}"?`}`, {
    path: '--set',
    found: unknown[0],
    allowed: `${names.join(', ')}; network.* for the network`,
  });
}

function statesFrom({ attributes }: ImportedNetwork, column: string): Float64Array {
  const found = attributes.find(({ name }) => name === column);
  const fail = (problem: string, seen: string, allowed: string): never => {
    throw new InputError(`--start ${column}: ${problem}`, { path: '--start', found: seen, allowed });
  };
  if (found === undefined) {
    return fail('there is no such column', column, attributes.map(({ name }) => name).join(', ') || 'a column of the node table (--nodes)');
  }
  return Float64Array.from(found.values, (text, person) => {
    const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : fail(`person ${person} has ${JSON.stringify(text)}`, String(text), 'a number for each person');
  });
}

async function simulate(
  model: ClassicModel,
  input: ClassicExperimentInput,
  { replicates, json, quiet, network: file }: ClassicOptions,
  imported: ImportedNetwork | null,
  line: string,
): Promise<ClassicResult> {
  const terminal = terminalOf(process.stderr);
  const display = new ProgressDisplay(progressStyle(terminal, { quiet: quiet === true, json: json === true }), terminal, replicates, 0);
  const recordings = await interruptible(async (signal) => {
    const experiment = prepareClassic(input);
    const done: ClassicRecording[] = [];
    for (let replicate = 0; replicate < replicates; replicate++) {
      // States of all people are not shown, and would fill the memory.
      done.push({ ...experiment.run(replicate), states: new Float64Array(0) });
      display.update(done.length, 0);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    return done;
  });
  display.clear();
  return { model, input, recordings, courses: classicCourses(recordings), imported, file: file ?? null, line };
}

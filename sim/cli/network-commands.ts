import type { Command } from 'commander';
import {
  fromNetwork,
  generateNetwork,
  type ImportedNetwork,
  measureNetwork,
  NETWORK_GENERATORS,
  type NetworkKind,
  type NetworkMeasures,
  writeNetwork,
} from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { keysFromSeed } from '../random/index.ts';
import { didYouMean } from '../scenario/index.ts';
import { saveNetwork, WRITABLE } from './network-file-out.ts';
import { type NetworkChoice, readNetworkFile } from './network-source.ts';
import { addReadingOptions } from './options.ts';
import { print, printJson, warn } from './output.ts';
import { groupsNamed, parameterPage } from './parameter-catalogue.ts';
import { terminalOf } from './terminal.ts';

const SEED = 'swaylab';
const NETWORK = 'an edge list (CSV, TSV, blanks), GraphML, GEXF, GML, Pajek or node-link JSON';

/** `swaylab network`: networks by themselves. */
export function addNetworkCommands(program: Command): void {
  const network = program.command('network').description('generates, describes and converts networks');
  addGenerate(network);
  addInfo(network);
  addConvert(network);
}

interface GenerateOptions {
  readonly set?: readonly string[];
  readonly seed: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** A command for each kind, so that its help lists its parameters. */
function addGenerate(network: Command): void {
  const generate = network.command('generate').description('generates a network of a kind').usage('<kind> [options]');
  for (const [kind, { meaning }] of Object.entries(NETWORK_GENERATORS)) {
    generate
      .command(kind)
      .description(meaning)
      .option('--set <name=value>', 'sets one parameter; repeatable', (text: string, before: readonly string[] = []) => [...before, text])
      .option('--seed <text>', 'any text', SEED)
      .option('-o, --output <file>', `file to write, its format by the extension (${WRITABLE}); an edge list on standard output otherwise`)
      .option('--json', 'prints errors as JSON')
      .addHelpText('after', () => `\n${parameterPage(groupsNamed(`network.${kind}`), terminalOf(process.stdout).width)}`)
      .action(async ({ set = [], seed, output }: GenerateOptions) => {
        const values = Object.fromEntries(set.map((assignment) => assigned(assignment, kind as NetworkKind)));
        const imported = fromNetwork(generateNetwork({ kind: kind as NetworkKind, ...values }, keysFromSeed(seed)));
        if (output !== undefined) return await saveNetwork(imported, output);
        for (const piece of writeNetwork(imported, 'edge-list', kind)[0].pieces) await print(piece);
      });
  }
}

function assigned(assignment: string, kind: NetworkKind): [string, number | string] {
  const { parameters } = NETWORK_GENERATORS[kind];
  const at = assignment.indexOf('=');
  const name = assignment.slice(0, at < 0 ? undefined : at);
  const names = Object.keys(parameters);
  if (at < 1 || !names.includes(name)) {
    const near = didYouMean(name, names);
    throw new InputError(
      at < 1
        ? `--set ${assignment}: not name=value`
        : `a ${kind} network has no parameter "${name}"${near === null ? '' : `, did you mean "${near}"?`}`,
      { path: '--set', found: assignment, allowed: `name=value, with one of ${names.join(', ')}` },
    );
  }
  const text = assignment.slice(at + 1);
  const number = Number(text);
  return [name, text.trim() !== '' && Number.isFinite(number) ? number : text];
}

/** What each measure says, in the order in which they are shown. */
const MEASURES: Readonly<Record<keyof NetworkMeasures, string>> = {
  people: 'people',
  ties: 'ties',
  directed: 'whether ties run one way',
  tribes: 'tribes',
  meanDegree: 'ties per person (out-degree where directed)',
  maxDegree: 'ties of the best connected person',
  isolated: 'people without any tie',
  meanStrength: 'mean strength of a tie, 0 to 1',
  strongTies: 'strong ties per person',
  clustering: "mean share of a person's friends who are friends",
  transitivity: 'share of two-step paths that are closed',
  meanPath: 'mean steps between two people',
  giantComponent: 'share of people in the largest component',
  assortativity: 'correlation of degrees across ties',
  friendshipParadox: 'share of people with fewer friends than their friends have',
  sameTribe: 'share of ties within a tribe',
  sameTribeByChance: 'the same if ties ignored tribes',
  reciprocity: 'share of ties that are returned',
};

type InfoOptions = NetworkChoice & { readonly json?: boolean };

function addInfo(network: Command): void {
  const info = network.command('info').description('describes a network').argument('<file>', NETWORK);
  addReadingOptions(info)
    .option('--json', 'prints one JSON document')
    .action(async (file: string, options: InfoOptions) => {
      const imported = await readNetworkFile(file, options);
      const measures = measureNetwork(imported.network, keysFromSeed(SEED));
      if (options.json) {
        const { hash, tribeNames, tribeColumn, warnings } = imported;
        const attributes = imported.attributes.map(({ name }) => name);
        return await printJson({ file, hash, measures: finiteOrNull(measures), attributes, tribeColumn, tribeNames, warnings });
      }
      for (const warning of imported.warnings) warn(warning);
      await print(infoPage(file, imported, measures));
    });
}

function finiteOrNull(measures: NetworkMeasures): Record<string, number | boolean | null> {
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Number.isNaN(value) ? null : value]));
}

function infoPage(file: string, { hash, attributes, tribeColumn }: ImportedNetwork, measures: NetworkMeasures): string {
  const shown = Object.entries(MEASURES).map(([name, meaning]) => [name, valueText(measures[name as keyof NetworkMeasures]), meaning]);
  const widths = [0, 1].map((column) => Math.max(...shown.map((row) => row[column].length)));
  const lines = shown.map(([name, value, meaning]) => `  ${name.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${meaning}`);
  const columns = attributes.length === 0 ? 'none' : attributes.map(({ name }) => name).join(', ');
  const tribes = tribeColumn === null ? 'everyone is in one tribe (see --tribes)' : `tribes from ${tribeColumn}`;
  return `${[file, ...lines, `  attributes: ${columns}; ${tribes}`, `  hash ${hash}`].join('\n')}\n`;
}

function valueText(value: number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Number.isNaN(value)) return 'undefined';
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(3);
}

type ConvertOptions = NetworkChoice & { readonly json?: boolean };

function addConvert(network: Command): void {
  const convert = network
    .command('convert')
    .description('converts a network to another format, with attributes and tribes where the format holds them')
    .argument('<in>', NETWORK)
    .argument('<out>', `file to write, its format by the extension (${WRITABLE})`);
  addReadingOptions(convert)
    .option('--json', 'prints errors as JSON')
    .action(async (from: string, to: string, options: ConvertOptions) => {
      const imported = await readNetworkFile(from, options);
      for (const warning of imported.warnings) warn(warning);
      await saveNetwork(imported, to);
    });
}

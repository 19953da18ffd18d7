import { BRAND_MECHANISMS, BRAND_PARAMETERS } from '../brand/index.ts';
import { CONSUMER_MECHANISMS } from '../consumer/catalogue.ts';
import { MARKET_PARAMETERS, ties } from '../market/settings.ts';
import { NETWORK_GENERATORS } from '../network/index.ts';
import { InputError, type MechanismTable, type Parameter, type ParameterTable } from '../parameter/index.ts';
import { didYouMean } from '../scenario/index.ts';

/** Parameters that stand together in a scenario. */
export interface ParameterGroup {
  /** How `--parameters` asks for it: market, network.tribal, consumers.habit, ... */
  readonly name: string;
  /** Where its parameters stand in a scenario; that of all network kinds is `network`. */
  readonly path: string;
  readonly meaning: string;
  readonly parameters: ParameterTable;
}

/** Every parameter of a scenario, group by group, from the tables of the mechanisms. */
export const PARAMETER_GROUPS: readonly ParameterGroup[] = [
  { name: 'market', path: 'market', meaning: 'The market: its size, its money, its category.', parameters: MARKET_PARAMETERS },
  { name: 'brands', path: 'brands.0', meaning: 'A brand; strategies are compared on the first.', parameters: BRAND_PARAMETERS },
  ...mechanismGroups('consumers', CONSUMER_MECHANISMS),
  ...mechanismGroups('tactics', BRAND_MECHANISMS),
  { name: 'ties', path: 'ties', meaning: ties.meaning, parameters: ties.parameters },
  ...Object.entries(NETWORK_GENERATORS).map(([kind, { meaning, parameters }]) => ({
    name: `network.${kind}`,
    path: 'network',
    meaning,
    parameters,
  })),
];

function mechanismGroups(room: string, table: MechanismTable): ParameterGroup[] {
  return Object.entries(table).map(([key, { meaning, parameters }]) => ({
    name: `${room}.${key}`,
    path: `${room}.${key}`,
    meaning,
    parameters,
  }));
}

/** The groups of this name, or those under it (`consumers` holds all of `consumers.*`). @throws InputError with the nearest name */
export function groupsNamed(name: string): ParameterGroup[] {
  const found = PARAMETER_GROUPS.filter((group) => group.name === name || group.name.startsWith(`${name}.`));
  if (found.length > 0) return found;
  const names = [...new Set(PARAMETER_GROUPS.flatMap((group) => [group.name, group.name.split('.')[0]]))];
  const near = didYouMean(name, names);
  throw new InputError(`there is no group of parameters "${name}"${near === null ? '' : `, did you mean "${near}"?`}`, {
    path: '--parameters',
    found: name,
    allowed: names.join(', '),
  });
}

/** A parameter with the path that `--set` takes, as plain values. */
export type ListedParameter = { readonly path: string; readonly group: string } & Parameter;

export function listedParameters(groups: readonly ParameterGroup[]): ListedParameter[] {
  return groups.flatMap(({ name, path, parameters }) =>
    Object.entries(parameters).map(([key, parameter]) => ({ path: `${path}.${key}`, group: name, ...parameter })),
  );
}

/** The groups as a page to read: path, default, unit, range, meaning, source. */
export function parameterPage(groups: readonly ParameterGroup[], width: number): string {
  return groups
    .map((group) => {
      const entries = Object.entries(group.parameters).map(([key, parameter]) => entry(`${group.path}.${key}`, parameter, width));
      return [`${group.name}: ${group.meaning}`, ...(entries.length === 0 ? ['  (no parameters)'] : entries)].join('\n');
    })
    .join('\n\n');
}

function entry(path: string, parameter: Parameter, width: number): string {
  const shown = JSON.stringify(parameter.default);
  const elements = parameter.type === 'vector' ? ` for ${parameter.elements.join(', ')}` : '';
  const values =
    parameter.type === 'choice'
      ? `one of ${parameter.options.join(', ')}`
      : `${parameter.unit}${elements}; plausible ${interval(parameter.range)}, allowed ${interval(parameter.allowed)}`;
  const lines = [values, parameter.meaning, `source: ${parameter.source}`].flatMap((text) => wrapped(text, width - 6));
  return [`  ${path} = ${shown}`, ...lines.map((line) => `      ${line}`)].join('\n');
}

function interval([low, high]: readonly [number, number]): string {
  return `${low} to ${high}`;
}

/** Breaks a text at spaces. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

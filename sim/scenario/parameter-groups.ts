import { BRAND_MECHANISMS, BRAND_PARAMETERS } from '../brand/index.ts';
import { CONSUMER_MECHANISMS } from '../consumer/catalogue.ts';
import { MARKET_PARAMETERS, ties } from '../market/settings.ts';
import { NETWORK_KINDS } from '../network/kinds.ts';
import type { Mechanism, MechanismTable, Parameter, ParameterTable } from '../parameter/index.ts';

/** Parameters that stand together in a scenario. */
export interface ParameterGroup {
  /** How it is asked for: market, network.tribal, consumers.habit, ... */
  readonly name: string;
  /** Where its parameters stand in a scenario; that of all network kinds is `network`. */
  readonly path: string;
  readonly meaning: string;
  readonly parameters: ParameterTable;
  /** Name of its switch under `mechanisms`; null for what is always on. */
  readonly switch: string | null;
}

/** Every parameter of a scenario, group by group, from the tables of the mechanisms. */
export const PARAMETER_GROUPS: readonly ParameterGroup[] = [
  {
    name: 'market',
    path: 'market',
    meaning: 'The market: its size, its money, its category.',
    parameters: MARKET_PARAMETERS,
    switch: null,
  },
  {
    name: 'brands',
    path: 'brands.0',
    meaning: 'A brand; strategies are compared on the first.',
    parameters: BRAND_PARAMETERS,
    switch: null,
  },
  ...mechanismGroups('consumers', CONSUMER_MECHANISMS),
  ...mechanismGroups('tactics', BRAND_MECHANISMS),
  mechanismGroup('ties', 'ties', ties),
  ...Object.entries(NETWORK_KINDS).map(([kind, { meaning, parameters }]) => ({
    name: `network.${kind}`,
    path: 'network',
    meaning,
    parameters,
    switch: null,
  })),
];

function mechanismGroups(room: string, table: MechanismTable): ParameterGroup[] {
  return Object.entries(table).map(([key, mechanism]) => mechanismGroup(`${room}.${key}`, key, mechanism));
}

function mechanismGroup(path: string, key: string, { meaning, parameters, off }: Mechanism): ParameterGroup {
  return { name: path, path, meaning, parameters, switch: off === null ? null : key };
}

/** A parameter with the path that `--set` takes, as plain values. */
export type ListedParameter = { readonly path: string; readonly group: string } & Parameter;

export function listedParameters(groups: readonly ParameterGroup[]): ListedParameter[] {
  return groups.flatMap(({ name, path, parameters }) =>
    Object.entries(parameters).map(([key, parameter]) => ({ path: `${path}.${key}`, group: name, ...parameter })),
  );
}

import { BRAND_PARAMETERS } from '../brand/index.ts';
import { BRAND_MECHANISMS } from '../brand/tactics.ts';
import { MARKET_PARAMETERS, MECHANISMS, ties } from '../market/settings.ts';
import { NETWORK_KINDS, type NetworkKind } from '../network/kinds.ts';
import type { Parameter, ParameterTable } from '../parameter/index.ts';

/** One dimension of the plausible box: a number of a scenario, by its path, with the range its schema gives. */
export interface Axis {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  /** Explored on a logarithmic scale: the range spans more than a factor of ten. */
  readonly log: boolean;
  readonly integer: boolean;
}

/** Ranges that span at least this factor are explored on a logarithmic scale. */
const WIDE = 10;

/**
 * The axes at a path: one for a number, one for each element of a vector, none where there is no parameter with a range.
 *
 * @param network the scenario's network, whose kind decides which parameters it has
 */
export function axesAt(path: string, network: { readonly kind: string }): readonly Axis[] {
  const generator = Object.hasOwn(NETWORK_KINDS, network.kind) ? NETWORK_KINDS[network.kind as NetworkKind] : null;
  const ofNetwork = Object.entries(generator?.parameters ?? {}).flatMap(([name, parameter]) => axesOf(`network.${name}`, parameter));
  // Every brand has the same parameters; the box holds those of the first.
  const rival = /^brands\.\d+\./.exec(path)?.[0] ?? 'brands.0.';
  return [...plausibleBox(), ...ofNetwork]
    .map((axis) => ({ ...axis, path: axis.path.replace(/^brands\.0\./, rival) }))
    .filter((axis) => axis.path === path || axis.path.startsWith(`${path}.`));
}

/** Every numeric parameter of market, consumers, tactics, ties and the first brand; elements of vectors are axes of their own. */
export function plausibleBox(): readonly Axis[] {
  const axes: Axis[] = [];
  const add = (prefix: string, table: ParameterTable) => {
    for (const [name, parameter] of Object.entries(table)) axes.push(...axesOf(`${prefix}.${name}`, parameter));
  };
  add('market', MARKET_PARAMETERS);
  for (const [key, mechanism] of Object.entries(MECHANISMS)) {
    if (key === 'ties') continue;
    add(key in BRAND_MECHANISMS ? `tactics.${key}` : `consumers.${key}`, mechanism.parameters);
  }
  add('ties', ties.parameters);
  add('brands.0', BRAND_PARAMETERS);
  return axes;
}

function axesOf(path: string, parameter: Parameter): Axis[] {
  if (parameter.type === 'choice') return [];
  const [low, high] = parameter.range;
  if (low === high) return [];
  const axis = { low, high, log: low > 0 && high / low >= WIDE, integer: parameter.type === 'integer' };
  if (parameter.type === 'vector') return parameter.elements.map((_, k) => ({ ...axis, path: `${path}.${k}` }));
  return [{ ...axis, path }];
}

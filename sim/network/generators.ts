import { completeValues, InputError, type ParameterTable, type Values } from '../parameter/index.ts';
import type { Keys } from '../random/index.ts';
import * as barabasiAlbert from './generators/barabasi-albert.ts';
import * as caveman from './generators/caveman.ts';
import * as classic from './generators/classic-graphs.ts';
import * as complete from './generators/complete.ts';
import * as configuration from './generators/configuration.ts';
import * as erdosRenyi from './generators/erdos-renyi.ts';
import * as examples from './generators/example-parameters.ts';
import * as girvanNewman from './generators/girvan-newman.ts';
import * as holmeKim from './generators/holme-kim.ts';
import * as lattice from './generators/lattice.ts';
import * as lfr from './generators/lfr.ts';
import * as ring from './generators/ring.ts';
import * as small from './generators/small-graphs.ts';
import * as stochasticBlock from './generators/stochastic-block.ts';
import * as tribal from './generators/tribal.ts';
import * as wattsStrogatz from './generators/watts-strogatz.ts';
import { NETWORK_KINDS, type NetworkKind, type NetworkKindInfo } from './kinds.ts';
import type { Network } from './network.ts';

/** Builds the network: a pure function of complete values and keys. Throws an InputError where the values cannot be met together. */
type Generate = (values: Readonly<Record<string, number | string>>, keys: Keys) => Network;

/** A kind of network that can be generated. */
export interface NetworkGenerator extends NetworkKindInfo {
  readonly generate: Generate;
}

/** Binds a generator to its table; `generateNetwork` checks the values against the table before it calls. */
function bound<T extends ParameterTable>(_parameters: T, generate: (values: Values<T>, keys: Keys) => Network): Generate {
  return (values, keys) => generate(values as Values<T>, keys);
}

const GENERATE: Readonly<Record<NetworkKind, Generate>> = {
  tribal: bound(tribal.parameters, tribal.tribal),
  'watts-strogatz': bound(wattsStrogatz.parameters, wattsStrogatz.wattsStrogatz),
  'barabasi-albert': bound(barabasiAlbert.parameters, barabasiAlbert.barabasiAlbert),
  'holme-kim': bound(holmeKim.parameters, holmeKim.holmeKim),
  'stochastic-block': bound(stochasticBlock.parameters, stochasticBlock.stochasticBlock),
  lfr: bound(lfr.parameters, lfr.lfr),
  configuration: bound(configuration.parameters, configuration.configuration),
  'erdos-renyi': bound(erdosRenyi.parameters, erdosRenyi.erdosRenyi),
  lattice: bound(lattice.parameters, lattice.lattice),
  ring: bound(ring.parameters, ring.ring),
  complete: bound(complete.parameters, complete.complete),
  path: bound(examples.pathParameters, classic.path),
  ladder: bound(examples.ladderParameters, classic.ladder),
  caveman: bound(examples.cavemanParameters, caveman.caveman),
  'connected-caveman': bound(examples.cavemanParameters, caveman.connectedCaveman),
  'girvan-newman': bound(examples.girvanNewmanParameters, girvanNewman.girvanNewman),
  'karate-club': bound(examples.observedParameters, small.karateClub),
  'florentine-families': bound(examples.observedParameters, small.florentineFamilies),
  'krackhardt-kite': bound(examples.observedParameters, small.krackhardtKite),
};

/** Every kind of network, the default first. */
export const NETWORK_GENERATORS = Object.fromEntries(
  Object.entries(NETWORK_KINDS).map(([kind, info]) => [kind, { ...info, generate: GENERATE[kind as NetworkKind] }]),
) as { readonly [K in NetworkKind]: (typeof NETWORK_KINDS)[K] & NetworkGenerator };

/** A kind and some of its parameters; the others take their defaults. */
export type NetworkSpec = { readonly kind: NetworkKind } & Readonly<Record<string, number | string>>;

/** Generates a network: a pure function of spec and keys. Throws an InputError that names the parameter, what was found and what is allowed. */
export function generateNetwork(spec: NetworkSpec, keys: Keys): Network {
  const kinds = Object.keys(NETWORK_GENERATORS);
  if (!kinds.includes(spec.kind)) {
    throw new InputError(`There is no network kind "${spec.kind}".`, {
      path: 'network.kind',
      found: String(spec.kind),
      allowed: kinds.join(', '),
    });
  }
  const { kind, ...given } = spec;
  const { parameters, generate } = NETWORK_GENERATORS[kind];
  return generate(
    completeValues<ParameterTable>(parameters, given, 'network', `A ${kind} network`) as Record<string, number | string>,
    keys,
  );
}

import { completeValues, InputError, type ParameterTable, type Values } from '../parameter/index.ts';
import type { Keys } from '../random/index.ts';
import * as barabasiAlbert from './generators/barabasi-albert.ts';
import * as caveman from './generators/caveman.ts';
import * as classic from './generators/classic-graphs.ts';
import * as complete from './generators/complete.ts';
import * as configuration from './generators/configuration.ts';
import * as erdosRenyi from './generators/erdos-renyi.ts';
import * as girvanNewman from './generators/girvan-newman.ts';
import * as holmeKim from './generators/holme-kim.ts';
import * as lattice from './generators/lattice.ts';
import * as lfr from './generators/lfr.ts';
import * as ring from './generators/ring.ts';
import * as small from './generators/small-graphs.ts';
import * as stochasticBlock from './generators/stochastic-block.ts';
import * as tribal from './generators/tribal.ts';
import * as wattsStrogatz from './generators/watts-strogatz.ts';
import type { Network } from './network.ts';

/** A kind of network that can be generated. */
export interface NetworkGenerator {
  /** One sentence on what it is. */
  readonly meaning: string;
  readonly parameters: ParameterTable;
  /** Builds the network: a pure function of complete values and keys. Throws an InputError where the values cannot be met together. */
  readonly generate: (values: Readonly<Record<string, number | string>>, keys: Keys) => Network;
}

/** Binds a generator to its table; `generateNetwork` checks the values against the table before it calls. */
function entry<T extends ParameterTable>(
  meaning: string,
  parameters: T,
  generate: (values: Values<T>, keys: Keys) => Network,
): NetworkGenerator {
  return { meaning, parameters, generate: (values, keys) => generate(values as Values<T>, keys) };
}

/** Every kind of network, the default first. */
export const NETWORK_GENERATORS = {
  tribal: entry('Tribes of circles of close friends, tied loosely across tribes and interests.', tribal.parameters, tribal.tribal),
  'watts-strogatz': entry(
    'Small world: a ring with some ties moved to random people.',
    wattsStrogatz.parameters,
    wattsStrogatz.wattsStrogatz,
  ),
  'barabasi-albert': entry(
    'Preferential attachment: newcomers tie to the well connected.',
    barabasiAlbert.parameters,
    barabasiAlbert.barabasiAlbert,
  ),
  'holme-kim': entry('Preferential attachment that closes triangles.', holmeKim.parameters, holmeKim.holmeKim),
  'stochastic-block': entry('Equal blocks, denser inside than between.', stochasticBlock.parameters, stochasticBlock.stochasticBlock),
  lfr: entry('Communities of unequal size with unequal degrees, as in the LFR benchmark.', lfr.parameters, lfr.lfr),
  configuration: entry('Power-law degrees, otherwise random.', configuration.parameters, configuration.configuration),
  'erdos-renyi': entry('Every pair is tied with the same probability.', erdosRenyi.parameters, erdosRenyi.erdosRenyi),
  lattice: entry('A square grid without borders.', lattice.parameters, lattice.lattice),
  ring: entry('A ring on which everyone knows the nearest people.', ring.parameters, ring.ring),
  complete: entry('Everyone is tied to everyone.', complete.parameters, complete.complete),
  path: entry('A chain of people.', classic.pathParameters, classic.path),
  ladder: entry('Two chains, tied rung by rung.', classic.ladderParameters, classic.ladder),
  caveman: entry('Separate caves in which everyone knows everyone.', caveman.parameters, caveman.caveman),
  'connected-caveman': entry('Caves with one tie each to the next cave.', caveman.parameters, caveman.connectedCaveman),
  'girvan-newman': entry('The benchmark of 128 people in four groups.', girvanNewman.parameters, girvanNewman.girvanNewman),
  'karate-club': entry("Zachary's karate club: 34 members, two clubs after the split.", small.parameters, small.karateClub),
  'florentine-families': entry('Marriages among 15 families of Renaissance Florence.', small.parameters, small.florentineFamilies),
  'krackhardt-kite': entry("Krackhardt's kite: ten people, three kinds of centre.", small.parameters, small.krackhardtKite),
} as const satisfies Readonly<Record<string, NetworkGenerator>>;

export type NetworkKind = keyof typeof NETWORK_GENERATORS;

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

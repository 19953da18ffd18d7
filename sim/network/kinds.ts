import type { ParameterTable } from '../parameter/index.ts';
import * as barabasiAlbert from './generators/barabasi-albert.ts';
import * as complete from './generators/complete.ts';
import * as configuration from './generators/configuration.ts';
import * as erdosRenyi from './generators/erdos-renyi.ts';
import * as examples from './generators/example-parameters.ts';
import * as holmeKim from './generators/holme-kim.ts';
import * as lattice from './generators/lattice.ts';
import * as lfr from './generators/lfr.ts';
import * as ring from './generators/ring.ts';
import * as stochasticBlock from './generators/stochastic-block.ts';
import * as tribal from './generators/tribal.ts';
import * as wattsStrogatz from './generators/watts-strogatz.ts';

/** What a kind of network is, and what can be set of it. */
export interface NetworkKindInfo {
  /** One sentence on what it is. */
  readonly meaning: string;
  readonly parameters: ParameterTable;
}

/** Every kind of network that can be generated, the default first; `generateNetwork` generates them. */
export const NETWORK_KINDS = {
  tribal: { meaning: 'Tribes of circles of close friends, tied loosely across tribes and interests.', parameters: tribal.parameters },
  'watts-strogatz': { meaning: 'Small world: a ring with some ties moved to random people.', parameters: wattsStrogatz.parameters },
  'barabasi-albert': { meaning: 'Preferential attachment: newcomers tie to the well connected.', parameters: barabasiAlbert.parameters },
  'holme-kim': { meaning: 'Preferential attachment that closes triangles.', parameters: holmeKim.parameters },
  'stochastic-block': { meaning: 'Equal blocks, denser inside than between.', parameters: stochasticBlock.parameters },
  lfr: { meaning: 'Communities of unequal size with unequal degrees, as in the LFR benchmark.', parameters: lfr.parameters },
  configuration: { meaning: 'Power-law degrees, otherwise random.', parameters: configuration.parameters },
  'erdos-renyi': { meaning: 'Every pair is tied with the same probability.', parameters: erdosRenyi.parameters },
  lattice: { meaning: 'A square grid without borders.', parameters: lattice.parameters },
  ring: { meaning: 'A ring on which everyone knows the nearest people.', parameters: ring.parameters },
  complete: { meaning: 'Everyone is tied to everyone.', parameters: complete.parameters },
  path: { meaning: 'A chain of people.', parameters: examples.pathParameters },
  ladder: { meaning: 'Two chains, tied rung by rung.', parameters: examples.ladderParameters },
  caveman: { meaning: 'Separate caves in which everyone knows everyone.', parameters: examples.cavemanParameters },
  'connected-caveman': { meaning: 'Caves with one tie each to the next cave.', parameters: examples.cavemanParameters },
  'girvan-newman': { meaning: 'The benchmark of 128 people in four groups.', parameters: examples.girvanNewmanParameters },
  'karate-club': { meaning: "Zachary's karate club: 34 members, two clubs after the split.", parameters: examples.observedParameters },
  'florentine-families': { meaning: 'Marriages among 15 families of Renaissance Florence.', parameters: examples.observedParameters },
  'krackhardt-kite': { meaning: "Krackhardt's kite: ten people, three kinds of centre.", parameters: examples.observedParameters },
} as const satisfies Readonly<Record<string, NetworkKindInfo>>;

export type NetworkKind = keyof typeof NETWORK_KINDS;

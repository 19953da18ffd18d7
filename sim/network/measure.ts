import { deriveKeys, type Keys } from '../random/index.ts';
import { measureClustering } from './clustering.ts';
import { symmetrise } from './csr.ts';
import { degreeAssortativity, degreeDistribution, friendshipParadox, meanDegree } from './degree.ts';
import { reciprocity, sameTribeChance, sameTribeShare } from './mixing.ts';
import { type Network, tieCount } from './network.ts';
import { giantComponent, meanPath } from './paths.ts';
import { meanStrength, strongTiesPerPerson } from './tie-strength.ts';

/** What describes a network at a glance. Shares lie in [0, 1]; NaN where a measure is not defined. */
export interface NetworkMeasures {
  readonly people: number;
  readonly ties: number;
  readonly directed: boolean;
  readonly tribes: number;
  /** Arcs per person. */
  readonly meanDegree: number;
  readonly maxDegree: number;
  /** People without any tie in either direction. */
  readonly isolated: number;
  readonly meanStrength: number;
  readonly strongTies: number;
  readonly clustering: number;
  readonly transitivity: number;
  readonly meanPath: number;
  readonly giantComponent: number;
  readonly assortativity: number;
  readonly friendshipParadox: number;
  readonly sameTribe: number;
  readonly sameTribeByChance: number;
  readonly reciprocity: number;
}

/**
 * All measures; exact for small networks. Clustering is sampled above 20,000 people, paths above 200 (20 sources above 200,000 people),
 * with draws from `keys`, so that equal networks measure equal.
 */
export function measureNetwork(network: Network, keys: Keys): NetworkMeasures {
  // Turned once here, so that the measures that ignore directions need not.
  const ties = symmetrise(network);
  return {
    people: network.n,
    ties: tieCount(network),
    directed: network.directed,
    tribes: network.tribeCount,
    meanDegree: meanDegree(network),
    maxDegree: Math.max(0, degreeDistribution(network).length - 1),
    isolated: degreeDistribution(ties)[0] ?? 0,
    meanStrength: meanStrength(network),
    strongTies: strongTiesPerPerson(network),
    ...measureClustering(ties, deriveKeys(keys, 1)),
    meanPath: meanPath(network, deriveKeys(keys, 2), network.n > 200_000 ? 20 : 200),
    giantComponent: giantComponent(ties),
    assortativity: degreeAssortativity(network),
    friendshipParadox: friendshipParadox(ties),
    sameTribe: sameTribeShare(network),
    sameTribeByChance: sameTribeChance(network),
    reciprocity: reciprocity(network),
  };
}

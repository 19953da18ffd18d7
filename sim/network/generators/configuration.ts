import { real, type Values } from '../../parameter/index.ts';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import { checkNetworkLimits } from '../limits.ts';
import { type Network, SOCIAL } from '../network.ts';
import { drawPowerLaw, type PowerLaw, powerLawWithMean } from './power-law.ts';
import { expectedTies, meanDegree, people, strength } from './shared-parameters.ts';
import { matchStubs } from './stub-matching.ts';
import { TieList } from './tie-list.ts';
import { TieSet } from './tie-set.ts';

export const degreeExponent = real(
  2.9,
  [2, 3.5],
  'exponent',
  'Exponent of the power law of degrees; smaller means more unequal.',
  'Evidence 2.22: 2.94 in Facebook New Orleans; LFR benchmark 2-3',
  [1.5, 6],
);

export const hubRatio = real(
  15,
  [5, 50],
  'times the mean degree',
  'Largest degree, as a multiple of the mean; in small networks the structural cutoff bounds it further.',
  'Evidence 2.22 (N4: at least 5); cutoff: Catanzaro, Boguna and Pastor-Satorras 2005, 10.1103/PhysRevE.71.027103',
  [1.1, 1000],
);

export const parameters = { people, meanDegree, degreeExponent, hubRatio, strength };

/** Configuration model with power-law degrees (Newman, Strogatz and Watts 2001, 10.1103/PhysRevE.64.026118). */
export function configuration(values: Values<typeof parameters>, keys: Keys): Network {
  expectedTies(values.people, values.meanDegree);
  const law = degreeLaw(values.people, values.meanDegree, values.degreeExponent, values.hubRatio);
  const degrees = drawPowerLaw(law, values.people, new Stream(deriveKeys(keys, 1)));
  return fromDegreeSequence(degrees, values.strength, deriveKeys(keys, 2));
}

/**
 * A random network with these degrees: person i has `degrees[i]` ties. Exact whenever the degrees can be realised by simple ties
 * and their sum is even; otherwise the few ends without a partner are dropped.
 */
export function fromDegreeSequence(degrees: Uint32Array, tieStrength: number, keys: Keys): Network {
  let ends = 0;
  for (const degree of degrees) ends += degree;
  checkNetworkLimits({ nodes: degrees.length, ties: Math.floor(ends / 2) });
  const stubs = new Uint32Array(ends);
  let at = 0;
  for (let i = 0; i < degrees.length; i++) {
    stubs.fill(i, at, at + degrees[i]);
    at += degrees[i];
  }
  const ties = new TieList(ends / 2);
  const known = new TieSet(degrees.length, ends / 2);
  matchStubs(stubs, ties, known, new Stream(keys), { layer: SOCIAL, strength: [tieStrength, tieStrength] });
  return ties.build(degrees.length);
}

/**
 * The power law of degrees with this mean whose upper end is the hub ratio times the mean, but at most 1.2 times the structural
 * cutoff sqrt(n x mean), beyond which hubs would have to be tied more than once.
 */
export function degreeLaw(n: number, mean: number, exponent: number, ratio: number): PowerLaw {
  const high = Math.max(mean, Math.min(ratio * mean, 1.2 * Math.sqrt(n * mean), n - 1));
  return powerLawWithMean(exponent, mean, high);
}

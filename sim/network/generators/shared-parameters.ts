import { count, InputError, real } from '../../parameter/index.ts';
import { checkNetworkLimits, NETWORK_LIMITS } from '../limits.ts';

/** How many people; the default and plausible range of evidence section 2.22. */
export const people = count(
  2000,
  [500, 20_000],
  'people',
  'Number of people in the network.',
  'Evidence 2.22: default 2,000, plausible 500 to 20,000',
  [2, NETWORK_LIMITS.nodes],
);

export const meanDegree = real(
  20,
  [10, 50],
  'ties per person',
  'Average number of ties of a person.',
  'Evidence 2.22; 25.6 in Facebook New Orleans (Viswanath et al. 2009, 10.1145/1592665.1592675)',
  [0.1, 1000],
);

/** The default is the mean strength of the tribal network, so that a change of network alone does not change how strong influence is. */
export const strength = real(
  0.5,
  [0.1, 1],
  'share of the strongest tie',
  'Strength of every tie.',
  'Assumption: the mean strength of the default tribal network',
  [0.001, 1],
);

export const tribes = count(1, [1, 50], 'tribes', 'Number of tribes, as blocks of neighbouring people of equal size.', 'Assumption', [
  1,
  NETWORK_LIMITS.tribes,
]);

/** Splits people 0 … n - 1 into equal, contiguous blocks (sizes differ by at most one). */
export function contiguousTribes(n: number, tribeCount: number): Uint32Array {
  if (tribeCount > n) {
    throw new InputError(`${tribeCount} tribes need at least as many people; there are ${n}.`, {
      path: 'network.tribes',
      found: String(tribeCount),
      allowed: `1 to ${n}`,
    });
  }
  const blocks = new Uint32Array(n);
  for (let i = 0; i < n; i++) blocks[i] = Math.floor((i * tribeCount) / n);
  return blocks;
}

/** Refuses a mean degree that simple ties among so many people cannot have, and networks beyond the limits. Returns the expected ties. */
export function expectedTies(n: number, degree: number, most = n - 1): number {
  checkNetworkLimits({ nodes: n, ties: Math.floor((n * degree) / 2) });
  if (degree > most) {
    throw new InputError(`A mean degree of ${degree} is too high for ${n} people; at most ${most} is allowed.`, {
      path: 'network.meanDegree',
      found: String(degree),
      allowed: `at most ${most} for ${n} people`,
    });
  }
  return Math.ceil((n * degree) / 2);
}

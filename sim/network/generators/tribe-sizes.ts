import { count, real } from '../../parameter/index.ts';
import type { Stream } from '../../random/index.ts';
import { drawPowerLaw, powerLawMean } from './power-law.ts';

export const sizeExponent = real(
  1.5,
  [1, 2],
  'exponent',
  'Exponent of the power law of tribe sizes.',
  'Evidence 2.22; Lancichinetti, Fortunato and Radicchi 2008, 10.1103/PhysRevE.78.046110',
  [0, 4],
);

export const smallestTribe = count(
  50,
  [10, 150],
  'people',
  'Smallest tribe; in a network of fewer than six such tribes, a sixth of it.',
  'Assumption: the 50 and 150 of Dunbar (evidence 2.22)',
  [2, 100_000],
);

export const largestTribe = real(
  0.25,
  [0.05, 0.5],
  'share of people',
  'Largest tribe, as a share of all people; never smaller than the smallest.',
  'Assumption: a few large tribes and many small ones',
  [0.001, 1],
);

export interface TribeSizes {
  readonly sizeExponent: number;
  readonly smallestTribe: number;
  readonly largestTribe: number;
}

/** Sizes of tribes from a truncated power law, largest first, scaled a little so that they add up to n. */
export function drawTribeSizes(n: number, { sizeExponent, smallestTribe, largestTribe }: TribeSizes, stream: Stream): Uint32Array {
  const low = Math.max(1, Math.min(smallestTribe, Math.floor(n / 6)));
  const high = Math.max(low, largestTribe * n);
  const law = { exponent: sizeExponent, low, high };
  const drawn = drawPowerLaw(law, Math.max(1, Math.round(n / powerLawMean(law))), stream)
    .sort()
    .reverse();
  let total = 0;
  for (const size of drawn) total += size;
  const sizes = new Uint32Array(drawn.length);
  let sum = 0;
  let placed = 0;
  for (let t = 0; t < drawn.length; t++) {
    sum += drawn[t];
    const end = Math.round((sum * n) / total);
    sizes[t] = end - placed;
    placed = end;
  }
  return sizes;
}

/** The tribe of each person when people stand tribe by tribe. */
export function tribesOf(n: number, sizes: Uint32Array): Uint32Array {
  const tribes = new Uint32Array(n);
  let start = 0;
  for (let t = 0; t < sizes.length; t++) {
    tribes.fill(t, start, start + sizes[t]);
    start += sizes[t];
  }
  return tribes;
}

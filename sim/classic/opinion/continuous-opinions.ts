import { InputError } from '../../parameter/index.ts';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import type { ClassicColumn, ClassicWorld } from '../model.ts';

/** Opinions have come to rest when none moves further than this in a step. */
export const AT_REST = 1e-12;

/** People who hold a cluster together, as a share of all, for it to count as a major one. */
const MAJOR = 0.05;

export const CONTINUOUS_COLUMNS: readonly ClassicColumn[] = [
  { name: 'mean', unit: 'opinion', meaning: 'mean opinion' },
  { name: 'sd', unit: 'opinion', meaning: 'standard deviation of opinions' },
  { name: 'lowest', unit: 'opinion', meaning: 'lowest opinion' },
  { name: 'highest', unit: 'opinion', meaning: 'highest opinion' },
];

export const CLUSTER_COLUMNS: readonly ClassicColumn[] = [
  { name: 'clusters', unit: 'clusters', meaning: 'groups of opinions further apart than the reach of confidence' },
  { name: 'majorClusters', unit: 'clusters', meaning: 'those that hold at least 5 % of the people' },
];

/** The opinions given, or uniform ones in (0, 1). @throws InputError for a given opinion that is not a finite number */
export function continuousStart({ network, keys, initial }: ClassicWorld): Float64Array {
  if (initial !== null) {
    const wrong = initial.findIndex((opinion) => !Number.isFinite(opinion));
    if (wrong < 0) return initial.slice();
    throw new InputError(`Person ${wrong} starts with the opinion ${initial[wrong]}.`, {
      path: `initial.${wrong}`,
      found: String(initial[wrong]),
      allowed: 'a finite number',
    });
  }
  const { k0, k1 } = deriveKeys(keys, LUCK.opinion);
  return Float64Array.from({ length: network.n }, (_, i) => drawUniform(k0, k1, i, 0));
}

/** Values of `CONTINUOUS_COLUMNS`. */
export function measureContinuous(opinions: Float64Array): number[] {
  const n = opinions.length;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const opinion of opinions) {
    sum += opinion;
    lowest = Math.min(lowest, opinion);
    highest = Math.max(highest, opinion);
  }
  const mean = sum / n;
  let squares = 0;
  for (const opinion of opinions) squares += (opinion - mean) * (opinion - mean);
  return [mean, Math.sqrt(squares / n), lowest, highest];
}

/** Values of `CLUSTER_COLUMNS`: opinions in order, cut where two neighbours are further apart than `reach`. */
export function measureClusters(opinions: Float64Array, reach: number): number[] {
  const sorted = opinions.slice().sort();
  let clusters = 0;
  let major = 0;
  let first = 0;
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] - sorted[at - 1] <= reach) continue;
    clusters++;
    if (at - first >= MAJOR * sorted.length) major++;
    first = at;
  }
  return [clusters, major];
}

/** Puts `next` in the place of `opinions`; the longest move made. */
export function moveTo(opinions: Float64Array, next: Float64Array): number {
  let longest = 0;
  for (let i = 0; i < opinions.length; i++) {
    longest = Math.max(longest, Math.abs(next[i] - opinions[i]));
    opinions[i] = next[i];
  }
  return longest;
}

import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import type { Interval } from '../intervals.ts';
import { drawCounts, percentileInterval } from '../resample.ts';
import { centred, type Outcomes, ReplicatePairs } from './outcomes.ts';

/** An estimate with its 95 % bootstrap interval. */
export interface Index extends Interval {
  readonly estimate: number;
}

/** How much of the variance between points a factor explains. */
export interface SobolIndex {
  /** By itself. */
  readonly first: Index;
  /** With all interactions it has a part in. */
  readonly total: Index;
}

const RESAMPLES = 1000;

/**
 * First-order and total Sobol indices of a Saltelli sample (rows A, AB_1 ... AB_k, B per base point): estimators of Saltelli et al. (2010,
 * doi:10.1016/j.cpc.2009.09.018), the total one Jansen's. They are indices of the expected output: all products are taken between different
 * replicates, so that luck is not counted as variance of parameters or as interaction. With one replicate the two cannot be told apart, and
 * the estimates are the usual ones.
 *
 * Intervals: percentile bootstrap over base points and replicates together (Owen 2007, doi:10.1214/07-AOAS122).
 *
 * @returns one entry a factor; null where the output does not vary between points, or any value is undefined
 * @throws RangeError when the number of points is not a multiple of factors + 2
 */
export function sobolIndices(outcomes: Outcomes, factors: number, keys: Keys): SobolIndex[] | null {
  const { points, replicates, values } = outcomes;
  const rows = factors + 2;
  if (points % rows !== 0) throw new RangeError(`a Saltelli sample of ${factors} factors has a multiple of ${rows} points, not ${points}`);
  if (!values.every(Number.isFinite)) return null;
  const base = points / rows;
  const y = centred(outcomes);
  const all = new ReplicatePairs(new Float64Array(replicates).fill(1));
  const estimate = estimates(productsOf(y, base, factors, replicates, all), new Float64Array(base).fill(1));
  if (estimate === null) return null;

  const stream = new Stream(deriveKeys(keys, 0));
  const resampled: Float64Array[] = [];
  for (let attempt = 0; resampled.length < RESAMPLES && attempt < RESAMPLES * 20; attempt++) {
    const pairs = new ReplicatePairs(replicates < 3 ? all.weights : drawCounts(replicates, stream));
    const chosen = drawCounts(base, stream);
    if (!pairs.valid) continue;
    const again = estimates(productsOf(y, base, factors, replicates, pairs), chosen);
    if (again !== null) resampled.push(again);
  }
  const index = (at: number): Index => ({ estimate: estimate[at], ...percentileInterval(resampled.map((each) => each[at])) });
  return Array.from({ length: factors }, (_, factor) => ({ first: index(factor), total: index(factors + factor) }));
}

/** Of each base point: the products that all estimates are sums of. */
interface Products {
  readonly base: number;
  readonly factors: number;
  /** `first[point * factors + factor]`: f(B) (f(AB) - f(A)). */
  readonly first: Float64Array;
  /** (f(A) - f(AB))^2. */
  readonly total: Float64Array;
  /** f(A)^2 + f(B)^2, and the means that the variance is taken about. */
  readonly squares: Float64Array;
  readonly sums: Float64Array;
  readonly pairs: ReplicatePairs;
}

function productsOf(y: Float64Array, base: number, factors: number, replicates: number, pairs: ReplicatePairs): Products {
  const first = new Float64Array(base * factors);
  const total = new Float64Array(base * factors);
  const squares = new Float64Array(base);
  const sums = new Float64Array(base * replicates);
  const change = new Float64Array(replicates);
  for (let point = 0; point < base; point++) {
    const a = point * (factors + 2) * replicates;
    const b = a + (factors + 1) * replicates;
    squares[point] = pairs.product(y, a, y, a) + pairs.product(y, b, y, b);
    for (let r = 0; r < replicates; r++) sums[point * replicates + r] = y[a + r] + y[b + r];
    for (let factor = 0; factor < factors; factor++) {
      const mixed = a + (factor + 1) * replicates;
      for (let r = 0; r < replicates; r++) change[r] = y[mixed + r] - y[a + r];
      first[point * factors + factor] = pairs.product(y, b, change, 0);
      total[point * factors + factor] = pairs.product(change, 0, change, 0);
    }
  }
  return { base, factors, first, total, squares, sums, pairs };
}

/** First-order indices, then total ones, of weighted base points; null without variance. */
function estimates({ base, factors, first, total, squares, sums, pairs }: Products, weights: ArrayLike<number>): Float64Array | null {
  const replicates = pairs.weights.length;
  const result = new Float64Array(2 * factors);
  const means = new Float64Array(replicates);
  let square = 0;
  let weight = 0;
  for (let point = 0; point < base; point++) {
    const w = weights[point];
    if (w === 0) continue;
    weight += w;
    square += w * squares[point];
    for (let r = 0; r < replicates; r++) means[r] += w * sums[point * replicates + r];
    for (let factor = 0; factor < factors; factor++) {
      result[factor] += w * first[point * factors + factor];
      result[factors + factor] += w * total[point * factors + factor];
    }
  }
  const rows = 2 * weight;
  for (let r = 0; r < replicates; r++) means[r] /= rows;
  const variance = square / rows - pairs.product(means, 0, means, 0);
  if (!(variance > 0)) return null;
  for (let factor = 0; factor < factors; factor++) {
    result[factor] /= weight * variance;
    result[factors + factor] /= 2 * weight * variance;
  }
  return result;
}

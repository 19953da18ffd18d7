import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { mean, sampleVariance } from 'simple-statistics';
import { type Interval, tHalfWidth } from './intervals.ts';

/** Differences this small, relative to the values, come from the order of additions. */
const ROUNDING = 1e-12;

export interface PairedDifference {
  /** Number of pairs. */
  readonly n: number;
  /** Mean of a - b. */
  readonly mean: number;
  /** Sample variance of a - b; 0 for a single pair, and where the differences differ by rounding alone. */
  readonly variance: number;
  /** 95 % t interval of the mean difference; null when the pairs cannot give one. */
  readonly interval: Interval | null;
  /** Two-sided p value that the mean difference is 0: paired t test, or sign test where all differences are equal. 1 for ties. */
  readonly pValue: number;
  /** Share of pairs in which a is better, plus half the ties. */
  readonly probability: number;
  /** Every difference is 0. */
  readonly tie: boolean;
}

/**
 * Compares two strategies over replicates in which they faced the same luck.
 *
 * @param a one value a replicate
 * @param b the same replicates, in the same order
 * @param better which direction counts as better; null counts as 'higher'
 * @returns null without pairs, or when any value is undefined
 */
export function pairedDifference(a: readonly number[], b: readonly number[], better: 'higher' | 'lower' | null): PairedDifference | null {
  const n = a.length;
  if (n === 0 || n !== b.length || !a.every(Number.isFinite) || !b.every(Number.isFinite)) return null;
  const differences = a.map((value, replicate) => difference(value, b[replicate]));
  const sign = better === 'lower' ? -1 : 1;
  let points = 0;
  for (const d of differences) points += d === 0 ? 0.5 : d * sign > 0 ? 1 : 0;
  const centre = mean(differences);
  const variance = varianceOf(differences, centre);
  const tie = differences.every((d) => d === 0);
  const pValue = tie ? 1 : pairedP(centre, variance, n);
  const test = { n, mean: centre, variance, pValue, tie };
  return { ...test, interval: differenceInterval(test, 0.05), probability: points / n };
}

/**
 * Interval of a mean difference at significance level alpha; [0, 0] for ties. Null where the pairs are too few to say:
 * one pair, or equal differences fewer than a sign test needs at that level.
 */
export function differenceInterval(
  paired: Pick<PairedDifference, 'n' | 'mean' | 'variance' | 'pValue' | 'tie'>,
  alpha: number,
): Interval | null {
  if (paired.tie) return { low: 0, high: 0 };
  if (paired.n < 2 || (paired.variance === 0 && paired.pValue >= alpha)) return null;
  const half = tHalfWidth(paired.variance, paired.n, 1 - alpha);
  return { low: paired.mean - half, high: paired.mean + half };
}

/**
 * What common random numbers saved: var(a - b) / (var a + var b). 1 is nothing, as with independent arms; below 1 each replicate says more.
 * NaN when neither arm varies.
 */
export function varianceRatio(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, replicate) => value - b[replicate]);
  const independent = varianceOf(a) + varianceOf(b);
  return independent === 0 ? Number.NaN : sampleVariance(differences) / independent;
}

function difference(a: number, b: number): number {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b;
}

/** Sample variance; 0 for a single value, and where values differ by rounding alone. */
export function varianceOf(values: readonly number[], centre = mean(values as number[])): number {
  if (values.length < 2) return 0;
  const variance = sampleVariance(values as number[]);
  return Math.sqrt(variance) <= ROUNDING * Math.abs(centre) ? 0 : variance;
}

function pairedP(centre: number, variance: number, n: number): number {
  if (n < 2) return 1;
  // Equal differences have no variance to test against, yet two equal ones prove little: the sign test is exact.
  if (variance === 0) return signTestP(n);
  return 2 * tCdf(-Math.abs(centre) / Math.sqrt(variance / n), n - 1);
}

function signTestP(n: number): number {
  let p = 2;
  for (let pair = 0; pair < n; pair++) p /= 2;
  return p;
}

import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, sampleVariance } from 'simple-statistics';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided critical values by confidence and degrees of freedom: the quantile is iterative and asked for very often. */
const CRITICAL = new Map<number, number[]>();

/** Quantile of Student's t that leaves `confidence` between itself and its negative. */
export function criticalValue(confidence: number, degrees: number): number {
  let row = CRITICAL.get(confidence);
  if (row === undefined) {
    row = [];
    CRITICAL.set(confidence, row);
  }
  row[degrees] ??= tQuantile((1 + confidence) / 2, degrees);
  return row[degrees];
}

/**
 * Half-width of Student's t interval of the mean.
 *
 * @param variance sample variance (n - 1 in the denominator)
 * @param n sample size; with fewer than two values the half-width is not a number
 * @param confidence in (0, 1)
 */
export function tHalfWidth(variance: number, n: number, confidence = 0.95): number {
  if (n < 2) return Number.NaN;
  if (variance === 0) return 0;
  return criticalValue(confidence, n - 1) * Math.sqrt(variance / n);
}

/** Student's t interval of the mean, or null for fewer than two values. */
export function tInterval(values: readonly number[], confidence = 0.95): Interval | null {
  if (values.length < 2) return null;
  const centre = mean(values as number[]);
  const half = tHalfWidth(sampleVariance(values as number[]), values.length, confidence);
  return { low: centre - half, high: centre + half };
}

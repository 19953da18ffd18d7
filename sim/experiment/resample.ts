import type { Stream } from '../random/index.ts';
import type { Interval } from './intervals.ts';

/** How often each of n things comes up in n draws with replacement. */
export function drawCounts(n: number, stream: Stream): Uint32Array {
  const result = new Uint32Array(n);
  for (let draw = 0; draw < n; draw++) result[stream.integer(n)]++;
  return result;
}

/** Quantile of ascending values, by linear interpolation (type 7 of Hyndman & Fan 1996). */
export function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** The middle share `confidence` of resampled estimates: the percentile interval of Efron (1979, doi:10.1214/aos/1176344552). */
export function percentileInterval(estimates: ArrayLike<number>, confidence = 0.95): Interval {
  const sorted = Float64Array.from(estimates).sort();
  return { low: quantileOf(sorted, (1 - confidence) / 2), high: quantileOf(sorted, (1 + confidence) / 2) };
}

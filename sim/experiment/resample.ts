import { quantileSorted } from 'simple-statistics';
import type { Stream } from '../random/index.ts';
import type { Interval } from './intervals.ts';

/** How often each of n things comes up in n draws with replacement. */
export function drawCounts(n: number, stream: Stream): Uint32Array {
  const result = new Uint32Array(n);
  for (let draw = 0; draw < n; draw++) result[stream.integer(n)]++;
  return result;
}

/** The middle share `confidence` of resampled estimates: the percentile interval of Efron (1979, doi:10.1214/aos/1176344552). */
export function percentileInterval(estimates: ArrayLike<number>, confidence = 0.95): Interval {
  const sorted = Float64Array.from(estimates).sort() as unknown as number[];
  return { low: quantileSorted(sorted, (1 - confidence) / 2), high: quantileSorted(sorted, (1 + confidence) / 2) };
}

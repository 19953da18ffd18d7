import { mean, quantileSorted, sampleVariance } from 'simple-statistics';
import { tHalfWidth } from './intervals.ts';

/** A metric over replicates: mean with its 95 % t interval, and quantiles (linear interpolation, type 7 of Hyndman & Fan 1996). */
export interface Summary {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly q05: number | null;
  readonly q25: number | null;
  readonly q50: number | null;
  readonly q75: number | null;
  readonly q95: number | null;
}

const UNDEFINED: Summary = { mean: null, low: null, high: null, q05: null, q25: null, q50: null, q75: null, q95: null };

/**
 * Summarises one value a replicate. A metric that any replicate leaves undefined is undefined as a whole: a mean over those that
 * happen to define it would describe other, selected worlds. One replicate alone has no interval.
 */
export function summarise(values: readonly number[]): Summary {
  if (values.length === 0 || !values.every(Number.isFinite)) return UNDEFINED;
  // A typed array sorts by value; as plain numbers go, it reads like any other array.
  const sorted = new Float64Array(values).sort() as unknown as number[];
  const centre = mean(sorted);
  const half = values.length < 2 ? null : tHalfWidth(sampleVariance(sorted), values.length);
  return {
    mean: centre,
    low: half === null ? null : centre - half,
    high: half === null ? null : centre + half,
    q05: quantileSorted(sorted, 0.05),
    q25: quantileSorted(sorted, 0.25),
    q50: quantileSorted(sorted, 0.5),
    q75: quantileSorted(sorted, 0.75),
    q95: quantileSorted(sorted, 0.95),
  };
}

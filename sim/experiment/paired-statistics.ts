import { mean } from 'simple-statistics';
import type { Keys } from '../random/index.ts';
import { bcaInterval } from './bca.ts';
import { type Interval, tInterval } from './intervals.ts';
import { pairedDifference, varianceOf, varianceRatio } from './paired.ts';

/** Everything that is said of two strategies in one metric over the same replicates. */
export interface PairedStatistics {
  readonly n: number;
  /** Mean of a - b, with its 95 % intervals. */
  readonly mean: number;
  readonly t: Interval | null;
  readonly bca: Interval | null;
  /** Two-sided p value of no difference. */
  readonly pValue: number;
  /** Share of replicates in which a is better, plus half the ties. */
  readonly probabilityABeatsB: number;
  /**
   * Mean difference in standard deviations of the single arms, shared luck left out (Hedges' g of the pooled spread, so that it compares with
   * published effect sizes). Null where neither arm varies.
   */
  readonly effectSize: number | null;
  /** Mean difference in standard deviations of the paired differences: what the number of replicates needed depends on. */
  readonly pairedEffectSize: number | null;
  /** Share of the variance of a difference that common random numbers took away: 1 - var(a - b) / (var a + var b). */
  readonly varianceSaved: number | null;
}

/**
 * @param keys of the bootstrap; null to do without
 * @returns null without pairs, or when any value is undefined
 */
export function pairedStatistics(
  a: readonly number[],
  b: readonly number[],
  better: 'higher' | 'lower' | null,
  keys: Keys | null,
): PairedStatistics | null {
  const paired = pairedDifference(a, b, better);
  if (paired === null) return null;
  const { n, variance, pValue, probability } = paired;
  const differences = a.map((value, replicate) => value - b[replicate]);
  const pooled = n < 2 ? 0 : (varianceOf(a) + varianceOf(b)) / 2;
  const ratio = n < 2 ? Number.NaN : varianceRatio(a, b);
  return {
    n,
    mean: mean(differences),
    t: tInterval(differences),
    bca: keys === null ? null : bcaInterval(differences, keys),
    pValue,
    probabilityABeatsB: probability,
    effectSize: pooled === 0 ? null : (paired.mean / Math.sqrt(pooled)) * smallSample(2 * n - 2),
    pairedEffectSize: variance === 0 ? null : (paired.mean / Math.sqrt(variance)) * smallSample(n - 1),
    varianceSaved: Number.isNaN(ratio) ? null : 1 - ratio,
  };
}

/** Correction of the small-sample bias of a standardised difference: Hedges (1981, doi:10.3102/10769986006002107). */
function smallSample(degrees: number): number {
  return 1 - 3 / (4 * degrees - 1);
}

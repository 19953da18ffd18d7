import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { normalQuantile } from '../../random/index.ts';
import type { Look } from './looks.ts';

/**
 * Chance that a difference between two strategies is found by the last look at the latest: of the looks, the one that finds it most likely, at
 * Bonferroni's level for all comparisons, Holm's worst case. What is promised is thus less than what is kept.
 *
 * @param difference in standard deviations of the paired differences
 * @param comparisons tested together
 */
export function powerAt(difference: number, looks: readonly Look[], comparisons: number): number {
  return Math.max(
    ...looks.map(({ replicates, alpha }) => {
      const critical = normalQuantile(1 - alpha / comparisons / 2);
      return normalCdf(Math.abs(difference) * Math.sqrt(replicates) - critical, 0, 1);
    }),
  );
}

/** The smallest difference, in standard deviations of the paired differences, that is found with a given chance. */
export function detectableDifference(power: number, looks: readonly Look[], comparisons: number): number {
  return Math.min(
    ...looks.map(({ replicates, alpha }) => (normalQuantile(1 - alpha / comparisons / 2) + normalQuantile(power)) / Math.sqrt(replicates)),
  );
}

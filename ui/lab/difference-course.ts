import type { Comparison } from '../../sim/experiment/compare-result.ts';
import { metricNamed } from '../../sim/experiment/metrics.ts';
import { pairedDifference } from '../../sim/experiment/paired.ts';
import { summarise } from '../../sim/experiment/summary.ts';
import type { DifferenceCourse, Interest } from './protocol.ts';

/** How two strategies differ week by week, over the replicates that are complete. */
export function differenceCourse(
  comparison: Comparison,
  names: readonly string[],
  weeks: number,
  wanted: NonNullable<Interest['difference']>,
): DifferenceCourse | null {
  const { a, b, metric } = wanted;
  const [first, second] = [names.indexOf(a), names.indexOf(b)];
  const replicates = comparison.completeReplicates();
  if (first < 0 || second < 0 || replicates.length === 0) return null;
  const { better } = metricNamed(metric);
  const seriesA = replicates.map((replicate) => comparison.seriesOf(first, metric, replicate));
  const seriesB = replicates.map((replicate) => comparison.seriesOf(second, metric, replicate));
  const quantiles = new Float64Array(weeks * 5);
  const probability = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) {
    const valuesA = seriesA.map((series) => series[week]);
    const valuesB = seriesB.map((series) => series[week]);
    const { q05, q25, q50, q75, q95 } = summarise(valuesA.map((value, pair) => value - valuesB[pair]));
    quantiles.set(
      [q05, q25, q50, q75, q95].map((value) => value ?? Number.NaN),
      week * 5,
    );
    probability[week] = pairedDifference(valuesA, valuesB, better)?.probability ?? Number.NaN;
  }
  return { a, b, metric, runs: replicates.length, quantiles, probability };
}

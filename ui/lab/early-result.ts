import { comparedWeeks } from '../../sim/experiment/compare-result.ts';
import { METRICS } from '../../sim/experiment/metrics.ts';
import type { Recording } from '../../sim/experiment/recorded.ts';
import { RunView } from '../../sim/experiment/run-view.ts';
import type { PackedComparison } from './packed-result.ts';

/** A run, finished or not: weeks beyond those that have passed say nothing. */
export interface FirstRun {
  readonly recording: Recording;
  readonly weeks: number;
}

const QUANTITIES = 8;
/** Mean and quantiles of one run are its value; an interval it has none. */
const VALUE_AT = [0, 3, 4, 5, 6, 7];

/**
 * What can be shown before one replicate is complete: the first run of each strategy, as far as it has come. Metrics that are measured
 * against doing nothing wait for that run.
 */
export function earlyResult(
  frame: Pick<PackedComparison, 'head' | 'names'> & { readonly weeks: number },
  runs: readonly (FirstRun | null)[],
  reference: number,
): PackedComparison {
  const { head, names, weeks } = frame;
  const weekly = new Float64Array(names.length * METRICS.length * weeks * QUANTITIES).fill(Number.NaN);
  const nothing = runs[reference];
  const referenceView = nothing === null || nothing.weeks < weeks ? null : new RunView(nothing.recording);
  runs.forEach((run, strategy) => {
    if (run === null) return;
    const view = new RunView(run.recording);
    METRICS.forEach((metric, position) => {
      // A metric that takes a second argument is measured against the reference.
      if (metric.series.length > 1 && referenceView === null) return;
      const series = metric.series(view, referenceView ?? view);
      for (let week = 0; week < run.weeks; week++) {
        const at = ((strategy * METRICS.length + position) * weeks + week) * QUANTITIES;
        for (const quantity of VALUE_AT) weekly[at + quantity] = series[week];
      }
    });
  });
  return {
    head,
    metricInfo: Object.fromEntries(METRICS.map(({ name, unit, better }) => [name, { unit, better }])),
    names,
    weeks,
    compared: comparedWeeks(weeks),
    weekly,
    pairNumbers: new Float64Array(),
  };
}

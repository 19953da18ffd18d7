import { NOTHING } from '../brand/index.ts';
import { type ComparisonPlan, runIdOf } from '../compute/comparison-plan.ts';
import { allRuns } from '../compute/jobs.ts';
import type { FailedRun } from '../compute/run-comparison.ts';
import { comparedWeeks } from '../experiment/compare-result.ts';
import { METRICS } from '../experiment/metrics.ts';
import { RunView } from '../experiment/run-view.ts';
import type { Recording } from '../market/recording.ts';
import { metricColumn, type RunLayout, type RunRow } from '../store/codec/index.ts';

/** What the table `runs` of a comparison holds: every metric at every compared week. */
export function comparisonLayout(weeks: number): RunLayout {
  const metrics = METRICS.flatMap(({ name }) => comparedWeeks(weeks).map((week) => metricColumn(name, week)));
  return { points: false, parameters: [], metrics };
}

/**
 * The rows of a plan by strategy, then by replicate, as far as it has come. Metrics against doing nothing are missing where that run is missing.
 *
 * @param digests of the finished runs, by run id
 * @param recording reads a finished run back
 */
export async function runRows(
  plan: ComparisonPlan,
  digests: ReadonlyMap<string, string>,
  failures: readonly FailedRun[],
  recording: (runId: string) => Promise<Recording>,
): Promise<RunRow[]> {
  const { names, scenario } = plan;
  const reference = names.indexOf(NOTHING.name);
  const weeks = comparedWeeks(scenario.horizon);
  const rows: RunRow[] = [];
  let without: RunView | null = null;
  let ofReplicate = -1;
  for (const { strategy, replicate } of allRuns(names.length, scenario.replicates)) {
    const runId = runIdOf(plan, strategy, replicate);
    const known = { point: null, strategy, strategyName: names[strategy], replicate, runId, seed: scenario.seed, parameters: [] };
    const digest = digests.get(runId);
    const failure = failures.find((failed) => failed.strategy === strategy && failed.replicate === replicate);
    if (digest === undefined) {
      if (failure !== undefined) rows.push({ ...known, status: 'failed', digest: null, error: failure.error.message, measures: null });
      continue;
    }
    const run = new RunView(await recording(runId));
    if (without === null || ofReplicate !== replicate) {
      const id = runIdOf(plan, reference, replicate);
      without = digests.has(id) ? new RunView(await recording(id)) : unknownLike(run.recording);
      ofReplicate = replicate;
    }
    const against: RunView = without;
    const measures = METRICS.flatMap((metric) => {
      const series = metric.series(run, against);
      return weeks.map((week) => series[week - 1]);
    });
    rows.push({ ...known, status: 'done', digest, error: null, measures });
  }
  return rows.sort((a, b) => a.strategy - b.strategy || a.replicate - b.replicate);
}

/** A run of which nothing is known: what is measured against it is not a number. */
function unknownLike(recording: Recording): RunView {
  return new RunView({ ...recording, values: new Float64Array(recording.values.length).fill(Number.NaN) });
}

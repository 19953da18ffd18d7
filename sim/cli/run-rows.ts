import { NOTHING } from '../brand/index.ts';
import { type ComparisonPlan, runIdOf } from '../compute/comparison-plan.ts';
import { allRuns } from '../compute/jobs.ts';
import type { FailedRun } from '../compute/run-comparison.ts';
import { comparedWeeks } from '../experiment/compare-result.ts';
import { METRICS } from '../experiment/metrics.ts';
import { RunView } from '../experiment/run-view.ts';
import type { Recording } from '../market/recording.ts';
import { metricColumn, type RunRow } from '../store/codec/index.ts';

/** Names of the metric columns of the table `runs`: every metric at every compared week. */
export function metricColumns(weeks: number): string[] {
  return METRICS.flatMap(({ name }) => comparedWeeks(weeks).map((week) => metricColumn(name, week)));
}

/**
 * The table `runs` of a plan, as far as it has come. Metrics against doing nothing are missing where that run is missing.
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
    const known = { strategy, strategyName: names[strategy], replicate, runId, seed: scenario.seed, parameters: {} };
    const digest = digests.get(runId);
    const failure = failures.find((failed) => failed.strategy === strategy && failed.replicate === replicate);
    if (digest === undefined) {
      if (failure !== undefined) rows.push({ ...known, status: 'failed', digest: null, error: failure.error.message, metrics: {} });
      continue;
    }
    const run = new RunView(await recording(runId));
    if (without === null || ofReplicate !== replicate) {
      const id = runIdOf(plan, reference, replicate);
      without = digests.has(id) ? new RunView(await recording(id)) : unknownLike(run.recording);
      ofReplicate = replicate;
    }
    const against: RunView = without;
    const metrics = Object.fromEntries(
      METRICS.flatMap((metric) => {
        const series = metric.series(run, against);
        return weeks.map((week) => [metricColumn(metric.name, week), series[week - 1]]);
      }),
    );
    rows.push({ ...known, status: 'done', digest, error: null, metrics });
  }
  return rows;
}

/** A run of which nothing is known: what is measured against it is not a number. */
function unknownLike(recording: Recording): RunView {
  return new RunView({ ...recording, values: new Float64Array(recording.values.length).fill(Number.NaN) });
}

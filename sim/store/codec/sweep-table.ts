import { runIdOf } from '../../compute/comparison-plan.ts';
import { planAt, type SweepPlan } from '../../compute/sweep-plan.ts';
import { assignmentsAt } from '../../experiment/design/design.ts';
import type { JsonValue } from '../../experiment/design/factor.ts';
import { metricColumn, type ParameterColumn, type ParameterValue, type RunLayout, type RunRow } from './runs-table.ts';

/** What is kept of one run of a sweep. */
export interface SweepRecord {
  readonly digest: string | null;
  readonly error: string | null;
  readonly measures: ArrayLike<number> | null;
}

/** The runs that a store holds, by id. */
export interface SweepRuns {
  readonly finished: { has(runId: string): boolean };
  readonly failed: { has(runId: string): boolean };
  read(runId: string): Promise<SweepRecord> | SweepRecord;
}

/** Strategies, by position, in replicates of a point: from the first to the one before the last. */
export interface AskedRuns {
  readonly point: number;
  readonly strategies: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * The runs of a sweep that a store holds, by point, strategy and replicate: done, or failed when they were last tried.
 *
 * @param asked by point; everything unless given
 */
export async function* sweepRows(plan: SweepPlan, runs: SweepRuns, asked: Iterable<AskedRuns> = allOf(plan)): AsyncGenerator<RunRow> {
  const { parameters } = sweepLayout(plan);
  for (const { point, strategies, from, to } of asked) {
    const at = planAt(plan, point);
    const values = new Map(assignmentsAt(plan.design, point).map(({ path, value }) => [path, value]));
    const settings = parameters.map(({ name, type }) => columnValue(values.get(name) as JsonValue, type));
    const { seed } = at.scenario;
    for (const strategy of strategies) {
      const strategyName = plan.base.names[strategy];
      for (let replicate = from; replicate < to; replicate++) {
        const runId = runIdOf(at, strategy, replicate);
        if (!runs.finished.has(runId) && !runs.failed.has(runId)) continue;
        const { digest, error, measures } = await runs.read(runId);
        const status = error === null ? 'done' : 'failed';
        yield { point, strategy, strategyName, replicate, runId, seed, status, digest, error, parameters: settings, measures };
      }
    }
  }
}

function* allOf({ points, replicates, base }: SweepPlan): Generator<AskedRuns> {
  const strategies = [...base.names.keys()];
  for (let point = 0; point < points; point++) yield { point, strategies, from: 0, to: replicates };
}

/** The columns of the table `runs` that a sweep has: what varies, and what is measured. */
export function sweepLayout({ design, measuring: { metrics, weeks } }: SweepPlan): RunLayout {
  return {
    points: true,
    parameters: design.factors.map((factor, position): ParameterColumn => {
      if (factor.kind === 'range') return { name: factor.path, type: 'float64' };
      return { name: factor.path, type: columnType(design.points.map(({ values }) => values[position])) };
    }),
    metrics: metrics.flatMap((metric) => weeks.map((week) => metricColumn(metric, week))),
  };
}

function columnType(values: readonly JsonValue[]): ParameterColumn['type'] {
  if (values.every((value) => typeof value === 'number')) return 'float64';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : 'string';
}

/** A vector or a whole network stands in its column as JSON. */
function columnValue(value: JsonValue, type: ParameterColumn['type']): ParameterValue {
  if (type === 'string') return typeof value === 'string' ? value : JSON.stringify(value);
  return value as number | boolean;
}

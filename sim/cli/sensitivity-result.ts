import type { SweepPlan } from '../compute/sweep-plan.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { type MetricName, metricNamed } from '../experiment/metrics.ts';
import { analyseSensitivity } from '../experiment/sensitivity/analyse.ts';
import { bootstrapKeys } from '../experiment/sensitivity/bootstrap-keys.ts';
import type { SensitivityOutput, SensitivityResult } from '../experiment/sensitivity/result.ts';
import type { Analysis } from '../store/codec/index.ts';
import { measuredNames } from './analysis-session.ts';
import type { Measuring } from './map-result.ts';

export type SensitivityAnalysis = Extract<Analysis, { kind: 'sensitivity' }>;

/** Effects or indices of every factor of a design, from runs that are made or were kept. */
export async function sensitivityResult(plan: SweepPlan, analysis: SensitivityAnalysis, measure: Measuring): Promise<SensitivityResult> {
  const { design, file, base, points, replicates } = plan;
  const { metrics, week, strategies, against } = analysis;
  const names = measuredNames(analysis);
  const values = await measure(design.points.map((_, point) => ({ point, from: 0, to: replicates })));
  const keys = bootstrapKeys(base.scenario.seed);
  const outputs = strategies.flatMap((strategy) =>
    metrics.map((metric, m): SensitivityOutput => {
      const outcome = new Float64Array(points * replicates);
      const [own, other] = [names.indexOf(strategy), against === null ? -1 : names.indexOf(against)];
      for (const [at, point] of values.entries()) {
        const series = point[own][m];
        outcome.set(other < 0 ? series : series.map((value, r) => value - point[other][m][r]), at * replicates);
      }
      const { unit } = metricNamed(metric as MetricName);
      return { strategy, against, metric, unit, week, ...analyseSensitivity(design, { points, replicates, values: outcome }, keys) };
    }),
  );
  return {
    engine: ENGINE_ID,
    name: file.name,
    seed: base.scenario.seed,
    method: design.kind === 'morris' ? 'morris' : 'sobol',
    factors: design.factors.map((factor) =>
      factor.kind === 'range'
        ? { path: factor.path, low: factor.low, high: factor.high, log: factor.log }
        : { path: factor.path, levels: factor.levels },
    ),
    points,
    replicates,
    outputs,
  };
}

import { exploreMap } from '../compute/explore-map.ts';
import type { PointMeasures, PointReplicates } from '../compute/measure-design.ts';
import type { SweepPlan } from '../compute/sweep-plan.ts';
import type { RangeFactor } from '../experiment/design/factor.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { panelsOf, sharesOf } from '../experiment/map/panels.ts';
import type { MapResult } from '../experiment/map/result.ts';
import { type MetricName, metricNamed } from '../experiment/metrics.ts';
import { InputError } from '../parameter/index.ts';
import type { Analysis } from '../store/codec/index.ts';

export type MapAnalysis = Extract<Analysis, { kind: 'map' }>;

/** Gives measures of strategies at places, by running them or from where they are kept. */
export type Measuring = (places: readonly PointReplicates[]) => Promise<readonly PointMeasures[]>;

/** A map, explored over runs that are made or were kept. @throws what `measure` and `mapAxes` throw */
export async function mapResult(
  plan: SweepPlan,
  { metrics: [metric], week, strategies: [first], against, points }: MapAnalysis,
  measure: Measuring,
): Promise<MapResult> {
  const { design, file, base, replicates } = plan;
  const axes = mapAxes(plan);
  const { better } = metricNamed(metric as MetricName);
  const { chosen, observations, surface } = await exploreMap(design, { points, replicates, better }, measure);
  return {
    engine: ENGINE_ID,
    name: file.name,
    seed: base.scenario.seed,
    first,
    second: against ?? '',
    metric,
    week,
    axes: axes.map(({ path, low, high, log }) => ({ path, low, high, log })),
    points: observations.map(({ wins, replicates: counted }, at) => ({
      values: design.points[chosen[at]].values as readonly number[],
      wins,
      replicates: counted,
    })),
    panels: panelsOf(surface, axes),
    shares: sharesOf(surface, axes.length),
  };
}

/** The axes of a map. @throws InputError when a factor is no range, or there is only one */
export function mapAxes({ design }: SweepPlan): RangeFactor[] {
  const axes = design.factors.map((factor): RangeFactor => {
    if (factor.kind === 'range') return factor;
    throw new InputError(`a map needs ranges: ${factor.path} has levels`, { path: factor.path, found: 'levels', allowed: 'a range' });
  });
  if (axes.length >= 2) return axes;
  throw new InputError('a map needs two parameters', { path: '--factor', found: String(axes.length), allowed: 'two or more ranges' });
}

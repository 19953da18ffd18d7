import { planAt, runsAt, type SweepPlan } from '../../../sim/compute/sweep-plan.ts';
import type { RangeFactor } from '../../../sim/experiment/design/factor.ts';
import { ENGINE_ID } from '../../../sim/experiment/engine.ts';
import { panelsOf, sharesOf } from '../../../sim/experiment/map/panels.ts';
import type { MapResult } from '../../../sim/experiment/map/result.ts';
import { fitWinSurface, type Observation } from '../../../sim/experiment/map/win-surface.ts';
import { type MetricName, metricNamed } from '../../../sim/experiment/metrics.ts';
import { analyseSensitivity } from '../../../sim/experiment/sensitivity/analyse.ts';
import { bootstrapKeys } from '../../../sim/experiment/sensitivity/bootstrap-keys.ts';
import type { SensitivityResult } from '../../../sim/experiment/sensitivity/result.ts';
import type { SweepRecord } from '../../../sim/store/codec/index.ts';

/** What is looked at: the first strategy less the second (or by itself), in one metric after so many weeks. */
export interface Question {
  readonly first: string;
  readonly second: string | null;
  readonly metric: MetricName;
  readonly week: number;
}

/** What the runs say so far. */
export interface Findings {
  /** Replicates that are complete at every point. */
  readonly replicates: number;
  /** Of a Morris or Saltelli design, with a complete replicate. */
  readonly sensitivity: SensitivityResult | null;
  /** Of a design over two or more ranges, against a second strategy. */
  readonly map: MapResult | null;
}

/** Fitting the surface takes time with the cube of the places: more are thinned out evenly. */
const MOST_PLACES = 300;

/** Reads what an experiment says from the runs that are there. */
export function findingsOf(plan: SweepPlan, records: ReadonlyMap<string, SweepRecord>, question: Question): Findings {
  const outcomes = outcomesOf(plan, records, question);
  const replicates = Math.min(...outcomes.map(({ length }) => length));
  return {
    replicates: Number.isFinite(replicates) ? replicates : 0,
    sensitivity: replicates >= 1 ? sensitivityOf(plan, outcomes, replicates, question) : null,
    map: mapOf(plan, outcomes, question),
  };
}

/** At each point, the outcome of each replicate from 0 up to the first that is missing. */
function outcomesOf(plan: SweepPlan, records: ReadonlyMap<string, SweepRecord>, question: Question): number[][] {
  const { metrics, weeks } = plan.measuring;
  const column = metrics.indexOf(question.metric) * weeks.length + weeks.indexOf(question.week);
  const first = plan.base.names.indexOf(question.first);
  const second = question.second === null ? -1 : plan.base.names.indexOf(question.second);
  return Array.from({ length: plan.points }, (_, point) => {
    const runs = runsAt(plan, planAt(plan, point), point);
    const measure = (strategy: number, replicate: number): number | null => {
      const measures = records.get(runs[strategy * plan.replicates + replicate].runId)?.measures;
      return measures?.[column] ?? null;
    };
    const values: number[] = [];
    for (let replicate = 0; replicate < plan.replicates; replicate++) {
      const own = measure(first, replicate);
      const other = second < 0 ? 0 : measure(second, replicate);
      if (own === null || other === null) break;
      values.push(own - other);
    }
    return values;
  });
}

function sensitivityOf(
  { design, file, base }: SweepPlan,
  outcomes: readonly (readonly number[])[],
  replicates: number,
  question: Question,
): SensitivityResult | null {
  if (design.kind !== 'morris' && design.kind !== 'saltelli') return null;
  const values = Float64Array.from(outcomes.flatMap((point) => point.slice(0, replicates)));
  const { seed } = base.scenario;
  const { first: strategy, second: against, metric, week } = question;
  const analysis = analyseSensitivity(design, { points: outcomes.length, replicates, values }, bootstrapKeys(seed));
  return {
    engine: ENGINE_ID,
    name: file.name,
    seed,
    method: design.kind === 'morris' ? 'morris' : 'sobol',
    factors: design.factors.map((factor) =>
      factor.kind === 'range'
        ? { path: factor.path, low: factor.low, high: factor.high, log: factor.log }
        : { path: factor.path, levels: factor.levels },
    ),
    points: outcomes.length,
    replicates,
    outputs: [{ strategy, against, metric, unit: metricNamed(metric).unit, week, ...analysis }],
  };
}

function mapOf({ design, file, base }: SweepPlan, outcomes: readonly (readonly number[])[], question: Question): MapResult | null {
  const { first, second, metric, week } = question;
  const axes = design.factors.filter((factor): factor is RangeFactor => factor.kind === 'range');
  if (second === null || axes.length < 2 || axes.length < design.factors.length) return null;
  const sign = metricNamed(metric).better === 'lower' ? -1 : 1;
  const step = Math.ceil(outcomes.length / MOST_PLACES);
  const seen = outcomes.flatMap((values, point) => {
    const { unit } = design.points[point];
    const counted = values.filter((value) => !Number.isNaN(value));
    if (unit === null || point % step !== 0 || counted.length === 0) return [];
    const wins = counted.reduce((sum, value) => sum + (value === 0 ? 0.5 : value * sign > 0 ? 1 : 0), 0);
    return [{ point, observation: { place: unit, wins, replicates: counted.length } satisfies Observation }];
  });
  if (seen.length < MINIMUM_PLACES) return null;
  const surface = fitWinSurface(seen.map(({ observation }) => observation));
  return {
    engine: ENGINE_ID,
    name: file.name,
    seed: base.scenario.seed,
    first,
    second,
    metric,
    week,
    axes: axes.map(({ path, low, high, log }) => ({ path, low, high, log })),
    points: seen.map(({ point, observation }) => ({
      values: design.points[point].values as readonly number[],
      wins: observation.wins,
      replicates: observation.replicates,
    })),
    panels: panelsOf(surface, axes),
    shares: sharesOf(surface, axes.length),
  };
}

/** Fewer places say nothing about a plane. */
const MINIMUM_PLACES = 8;

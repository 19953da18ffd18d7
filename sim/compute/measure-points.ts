import { NOTHING } from '../brand/index.ts';
import { type MetricName, metricNamed } from '../experiment/metrics.ts';
import { RunView } from '../experiment/run-view.ts';
import type { Recording } from '../market/recording.ts';
import type { Scenario } from '../scenario/index.ts';
import { planComparison, strategyNamed } from './comparison-plan.ts';
import { planJobs } from './jobs.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { Pool } from './pool.ts';

/** A metric at a week, counted from 1. */
export interface Measure {
  readonly metric: MetricName;
  readonly week: number;
}

/** Runs of some strategies of one scenario. */
export interface PointRuns {
  readonly scenario: Scenario;
  /** Names, of the scenario's strategies or `nothing`. */
  readonly strategies: readonly string[];
  /** First replicate, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** What was measured at one point: `values[strategy][measure][replicate - from]`. */
export type PointValues = readonly (readonly Float64Array[])[];

export interface MeasureOptions {
  readonly signal?: AbortSignal;
  /** Called after each run, with the number of runs so far and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Points that are under way at a time, per worker: one computes while the next is handed over. */
const AHEAD = 2;

/**
 * Runs strategies at many points over a pool and keeps nothing but the measures, so that memory does not grow with weeks. `nothing` is run besides
 * where a measure is taken against it. Values do not depend on the number of workers.
 *
 * @throws InputError for an unknown strategy; the signal's reason; the error of the first run that failed
 */
export async function measurePoints(
  pool: Pool<MarketInput>,
  points: readonly PointRuns[],
  measures: readonly Measure[],
  { signal, onProgress }: MeasureOptions = {},
): Promise<PointValues[]> {
  const plans = points.map((point) => settle(point, measures));
  const total = plans.reduce((sum, { arms, to, from }) => sum + arms.length * (to - from), 0);
  const results = new Array<PointValues>(points.length);
  let done = 0;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < plans.length; at = next++) {
      results[at] = await measure(pool, plans[at], measures, signal, () => onProgress?.(++done, total));
    }
  };
  await Promise.all(Array.from({ length: Math.min(plans.length, pool.workers * AHEAD) }, lane));
  return results;
}

interface SettledPoint extends PointRuns {
  /** Names of the strategies to run: those asked for, and the reference where it is needed. */
  readonly arms: readonly string[];
}

function settle(point: PointRuns, measures: readonly Measure[]): SettledPoint {
  const { scenario, strategies } = point;
  for (const name of strategies) if (name !== NOTHING.name) strategyNamed(name, scenario.strategies);
  const needsReference = measures.some(({ metric }) => metricNamed(metric).against === 'nothing');
  return { ...point, arms: [...new Set(needsReference ? [...strategies, NOTHING.name] : strategies)] };
}

async function measure(
  pool: Pool<MarketInput>,
  { scenario, strategies, arms, from, to }: SettledPoint,
  measures: readonly Measure[],
  signal: AbortSignal | undefined,
  onRun: () => void,
): Promise<PointValues> {
  const plan = planComparison({ scenario });
  const positions = arms.map((name) => plan.names.indexOf(name));
  const reference = plan.names.indexOf(NOTHING.name);
  const runs = Array.from({ length: to - from }, (_, r) => positions.map((strategy) => ({ strategy, replicate: from + r }))).flat();
  const values = strategies.map(() => measures.map(() => new Float64Array(to - from)));
  const waiting = new Map<number, Map<number, Recording>>();
  for await (const outcome of pool.run({ input: plan.input, jobs: planJobs(runs, 1) }, signal ? { signal } : {})) {
    if (outcome.status === 'failed') throw outcome.error;
    const { recording } = outcome;
    if (recording === undefined) throw new Error('measures need the weeks of a run, and the laboratory gave none');
    onRun();
    const together = waiting.get(outcome.replicate) ?? new Map<number, Recording>();
    waiting.set(outcome.replicate, together.set(outcome.strategy, recording));
    if (together.size < positions.length) continue;
    waiting.delete(outcome.replicate);
    for (const [at, name] of strategies.entries()) {
      const view = new RunView(together.get(plan.names.indexOf(name)) as Recording);
      const against = together.get(reference);
      for (const [m, { metric, week }] of measures.entries()) {
        const series = metricNamed(metric).series(view, against === undefined ? view : new RunView(against));
        values[at][m][outcome.replicate - from] = series[week - 1];
      }
    }
  }
  return values;
}

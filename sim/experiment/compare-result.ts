import type { Keys } from '../random/index.ts';
import { comparisonDigest } from './digest.ts';
import { METRICS, type Metric, type MetricName, metricNamed } from './metrics.ts';
import { pairedDifference } from './paired.ts';
import { pairedStatistics } from './paired-statistics.ts';
import { type DividedReasons, reasonsOf, summariseReasons } from './reasons.ts';
import type { CompareResult, PairResult, StrategyResult } from './result-schema.ts';
import { type FinishedRun, type MeasuredRun, RunTable } from './run-table.ts';
import { bootstrapKeys } from './sensitivity/bootstrap-keys.ts';
import { summarise } from './summary.ts';
import { judgeFamily } from './verdict.ts';

export type { CompareResult, FinishedRun };

/** Horizons at which strategies are compared, beside the last week. */
const HORIZONS = [13, 52, 156];

export interface ComparisonSetup {
  readonly engine: string;
  /** The scenario after all overrides, as JSON. */
  readonly scenario: unknown;
  readonly seed: string;
  /** Names in order; they must differ. */
  readonly strategies: readonly string[];
  /** Name of the strategy that does nothing; effects are measured against it. */
  readonly reference: string;
  readonly weeks: number;
  /** All of METRICS unless given. */
  readonly metrics?: readonly MetricName[];
  /** Differences of at most this size are of no interest, by metric. */
  readonly margins?: Partial<Readonly<Record<MetricName, number>>>;
  /** Position of the brand that the strategies belong to. */
  readonly brand?: number;
  /** Add effect sizes and bootstrap intervals to every pair, which takes about 0.7 ms each for 30 replicates, 5 ms for 500. */
  readonly statistics?: boolean;
}

/** Weeks at which strategies are compared: 13, 52 and 156 within the horizon, and the last. */
export function comparedWeeks(weeks: number): number[] {
  return [...HORIZONS.filter((week) => week < weeks), weeks];
}

/**
 * A comparison that grows: add runs as they finish, in any order, and ask for the result at any time. The result rests on the replicates
 * in which every strategy has run, and does not depend on the order of arrival.
 */
export class Comparison {
  readonly #setup: ComparisonSetup;
  readonly #metrics: readonly Metric[];
  readonly #runs: RunTable;
  /** By strategy, replicate and compared week, of runs that kept a ledger. */
  readonly #reasons: Map<number, (DividedReasons | null)[]>[];

  /** @throws RangeError when names repeat or the reference is not among them */
  constructor(setup: ComparisonSetup) {
    if (new Set(setup.strategies).size !== setup.strategies.length) throw new RangeError('strategies of a comparison need different names');
    const reference = setup.strategies.indexOf(setup.reference);
    if (reference < 0) throw new RangeError(`the reference "${setup.reference}" is not among the strategies`);
    this.#setup = setup;
    this.#metrics = setup.metrics?.map(metricNamed) ?? METRICS;
    this.#runs = new RunTable({
      metrics: this.#metrics,
      weeks: setup.weeks,
      strategies: setup.strategies.length,
      reference,
      brand: setup.brand ?? 0,
    });
    this.#reasons = setup.strategies.map(() => new Map<number, (DividedReasons | null)[]>());
  }

  /** @throws RangeError when the run does not belong here or is there already */
  add(run: FinishedRun): void {
    this.#runs.add(run);
    const { strategy, replicate, recording } = run;
    if (recording.reasons === undefined) return;
    const { weeks, brand } = this.#setup;
    this.#reasons[strategy].set(
      replicate,
      comparedWeeks(weeks).map((week) => reasonsOf(recording, week, brand)),
    );
  }

  /** Replicates in which every strategy has run, ascending. */
  completeReplicates(): number[] {
    return this.#runs.complete();
  }

  /** A metric of one run, week by week. @throws RangeError when the run is not there */
  seriesOf(strategy: number, metric: MetricName, replicate: number): Float64Array {
    const position = this.#metrics.findIndex(({ name }) => name === metric);
    if (position < 0) throw new RangeError(`the comparison does not measure "${metric}"`);
    return this.#runs.run(strategy, replicate).series.subarray(position * this.#setup.weeks, (position + 1) * this.#setup.weeks);
  }

  /**
   * @param alpha chance of any false verdict on a metric. Who looks several times, and may stop at any, must spend it over the looks
   * (`planLooks`).
   */
  result(alpha = 0.05): CompareResult {
    const steps = this.assemble(alpha);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The result in small steps, for a thread that must stay responsive: it rests on the replicates that were complete at the first step. */
  *assemble(alpha = 0.05): Generator<void, CompareResult> {
    const { engine, scenario, seed, strategies } = this.#setup;
    const replicates = this.#runs.complete();
    const byStrategy = strategies.map((_, strategy) => replicates.map((replicate) => this.#runs.run(strategy, replicate)));
    const results: StrategyResult[] = [];
    for (const [strategy, runs] of byStrategy.entries()) results.push(yield* this.#strategyResult(strategies[strategy], runs));
    return {
      engine,
      scenario,
      seed,
      replicates: replicates.length,
      digest: comparisonDigest(byStrategy.flat().map((run) => run.digest)),
      runs: byStrategy.flatMap((runs, strategy) =>
        runs.map(({ runId, digest }, position) => ({ strategy: strategies[strategy], replicate: replicates[position], runId, digest })),
      ),
      metricInfo: Object.fromEntries(this.#metrics.map(({ name, unit, better }) => [name, { unit, better }])),
      strategies: results,
      comparisons: yield* this.#comparisons(replicates, alpha),
      ...this.#reasonsIn(replicates),
    };
  }

  /** Only where every run kept a ledger. */
  #reasonsIn(replicates: readonly number[]): Pick<CompareResult, 'reasons'> {
    const { strategies, weeks } = this.#setup;
    if (replicates.length === 0 || !this.#reasons.every((own) => replicates.every((replicate) => own.has(replicate)))) return {};
    const reasons = strategies.flatMap((strategy, position) =>
      comparedWeeks(weeks).map((week, at) => ({
        strategy,
        week,
        ...summariseReasons(replicates.flatMap((replicate) => this.#reasons[position].get(replicate)?.[at] ?? [])),
      })),
    );
    return { reasons };
  }

  *#strategyResult(name: string, runs: readonly MeasuredRun[]): Generator<void, StrategyResult> {
    const weekly: StrategyResult['weekly'] = {};
    for (const [position, metric] of this.#metrics.entries()) {
      weekly[metric.name] = Array.from({ length: this.#setup.weeks }, (_, index) => ({
        week: index + 1,
        ...summarise(this.#values(runs, position, index + 1)),
      }));
      yield;
    }
    const atWeek = comparedWeeks(this.#setup.weeks).map((week) => ({
      week,
      metrics: Object.fromEntries(
        Object.entries(weekly).map(([metric, weeks]) => {
          const { week: _, ...summary } = weeks[week - 1];
          return [metric, summary];
        }),
      ),
    }));
    return { name, atWeek, weekly };
  }

  /**
   * Every pair of strategies in one metric at every compared week, judged together.
   *
   * @throws RangeError when the comparison does not measure it
   */
  pairsIn(metric: MetricName, alpha = 0.05): PairResult[] {
    const position = this.#metrics.findIndex(({ name }) => name === metric);
    if (position < 0) throw new RangeError(`the comparison does not measure "${metric}"`);
    return this.#pairs(position, this.#runs.complete(), alpha);
  }

  #pairs(position: number, replicates: readonly number[], alpha: number, statistics = false): PairResult[] {
    const { strategies, weeks, margins, seed } = this.#setup;
    const keys = bootstrapKeys(seed);
    const { name, better } = this.#metrics[position];
    const runs = strategies.map((_, strategy) => replicates.map((replicate) => this.#runs.run(strategy, replicate)));
    const pairs = comparedWeeks(weeks).flatMap((week) => {
      const values = runs.map((ofStrategy) => this.#values(ofStrategy, position, week));
      return unorderedPairs(strategies.length).map(([a, b]) => ({
        a,
        b,
        week,
        paired: pairedDifference(values[a], values[b], better),
        more: statistics ? { statistics: effectOf(values[a], values[b], better, keys) } : {},
      }));
    });
    const judgements = judgeFamily(
      pairs.map(({ paired }) => paired),
      better,
      margins?.[name as MetricName],
      alpha,
    );
    return pairs.map(({ a, b, week, more }, index) => ({
      a: strategies[a],
      b: strategies[b],
      metric: name,
      week,
      ...judgements[index],
      ...more,
    }));
  }

  *#comparisons(replicates: readonly number[], alpha: number): Generator<void, PairResult[]> {
    const results: PairResult[] = [];
    for (const position of this.#metrics.keys()) {
      results.push(...this.#pairs(position, replicates, alpha, this.#setup.statistics));
      yield;
    }
    return results;
  }

  #values(runs: readonly MeasuredRun[], metric: number, week: number): number[] {
    return runs.map((run) => run.series[metric * this.#setup.weeks + week - 1]);
  }
}

/** Above so many replicates a bootstrap takes long. */
const MOST_RESAMPLED = 2000;

function effectOf(a: readonly number[], b: readonly number[], better: Metric['better'], keys: Keys): NonNullable<PairResult['statistics']> {
  const { bca, effectSize, pairedEffectSize, varianceSaved } =
    pairedStatistics(a, b, better, a.length <= MOST_RESAMPLED ? keys : null) ?? UNKNOWN;
  return { bca, effectSize, pairedEffectSize, varianceSaved };
}

const UNKNOWN = { bca: null, effectSize: null, pairedEffectSize: null, varianceSaved: null };

function unorderedPairs(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, offset): [number, number] => [a, a + 1 + offset]),
  ).flat();
}

import { NOTHING } from '../brand/index.ts';
import { type CompareResult, Comparison, type FinishedRun } from '../experiment/compare-result.ts';
import { type Look, planLooks } from '../experiment/decide/looks.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import type { MetricName } from '../experiment/metrics.ts';
import { type ComparisonPlan, runIdOf } from './comparison-plan.ts';
import { planJobs } from './jobs.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { Pool } from './pool.ts';

/** What is to be settled, and how surely. */
export interface DecisionSettings {
  readonly metric: MetricName;
  readonly week: number;
  /** Chance of any false verdict, over all looks. */
  readonly error: number;
  /** Differences of at most this size count as a tie. */
  readonly margin: number;
  /** Replicates at the most. */
  readonly atMost: number;
}

export interface DecisionOptions {
  readonly signal?: AbortSignal;
  /** Called after each run, with the number of runs so far and up to the next look. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called after a look that did not settle it, with the number of pairs that are open. */
  readonly onLook?: (look: Look, open: number, pairs: number) => void;
}

/**
 * Adds replicates to a comparison until every pair of strategies is decided or a tie, or the most replicates are reached. The chance of any false
 * verdict on a metric stays below the error rate however often one looks: every look has its part of it.
 *
 * @returns the comparison at the last look, all its verdicts at that look's level
 * @throws the signal's reason; the error of the first run that failed
 */
export async function compareUntilDecided(
  pool: Pool<MarketInput>,
  plan: ComparisonPlan,
  { metric, week, error, margin, atMost }: DecisionSettings,
  { signal, onProgress, onLook }: DecisionOptions = {},
): Promise<CompareResult> {
  const { scenario, names } = plan;
  const comparison = new Comparison({
    engine: ENGINE_ID,
    scenario,
    seed: scenario.seed,
    strategies: names,
    reference: NOTHING.name,
    weeks: scenario.horizon,
    margins: { [metric]: margin },
  });
  let done = 0;
  let from = 0;
  const looks = planLooks(error, atMost);
  for (const [at, look] of looks.entries()) {
    const { replicates, alpha } = look;
    for await (const run of runsOf(pool, plan, from, replicates, signal)) {
      comparison.add(run);
      onProgress?.(++done, names.length * replicates);
    }
    from = replicates;
    const pairs = comparison.pairsIn(metric, alpha).filter((pair) => pair.week === week);
    const open = pairs.filter(({ verdict }) => verdict === 'undecided').length;
    if (open === 0 || at === looks.length - 1) {
      return {
        ...comparison.result(alpha),
        // This many replicates give the same runs again.
        scenario: { ...scenario, replicates },
        decision: { settled: open === 0, metric, week, error, margin, looks: at + 1 },
      };
    }
    onLook?.(look, open, pairs.length);
  }
  throw new RangeError('a decision needs at least one look');
}

async function* runsOf(
  pool: Pool<MarketInput>,
  plan: ComparisonPlan,
  from: number,
  to: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<FinishedRun> {
  const runs = Array.from({ length: to - from }, (_, r) => plan.arms.map((_arm, strategy) => ({ strategy, replicate: from + r }))).flat();
  for await (const outcome of pool.run({ input: plan.input, jobs: planJobs(runs, pool.workers) }, signal ? { signal } : {})) {
    if (outcome.status === 'failed') throw outcome.error;
    const { strategy, replicate, digest, recording } = outcome;
    if (recording === undefined) throw new Error('a comparison needs the weeks of its runs, and the laboratory gave none');
    yield { strategy, replicate, runId: runIdOf(plan, strategy, replicate), digest, recording };
  }
}

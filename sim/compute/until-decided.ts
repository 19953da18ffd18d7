import type { CompareResult, Comparison, FinishedRun } from '../experiment/compare-result.ts';
import { type Look, planLooks } from '../experiment/decide/looks.ts';
import type { MetricName } from '../experiment/metrics.ts';
import type { Recording } from '../market/recording.ts';
import { type ComparisonPlan, comparisonOf, runIdOf } from './comparison-plan.ts';
import { planJobs, type RunRequest } from './jobs.ts';
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

/** Where runs are kept with their weeks. */
export interface RecordingKeeper {
  readonly finished: { has(runId: string): boolean };
  read(runId: string): Promise<{ readonly digest: string | null; readonly recording: Recording | null }>;
  append(
    run:
      | (FinishedRun & { readonly error: null })
      | { readonly strategy: number; readonly replicate: number; readonly runId: string; readonly error: Error },
  ): Promise<void>;
}

export interface DecisionOptions {
  readonly signal?: AbortSignal;
  /** Called after each run, with the number of runs so far and up to the next look. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Runs that it holds are not made again; those that end are appended to it. */
  readonly keeper?: RecordingKeeper | null;
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
  { signal, keeper = null, onProgress, onLook }: DecisionOptions = {},
): Promise<CompareResult> {
  const { names } = plan;
  const settings = { metric, week, error, margin, atMost };
  const comparison = comparisonToDecide(plan, settings);
  let done = 0;
  let from = 0;
  const looks = planLooks(error, atMost);
  for (const [at, look] of looks.entries()) {
    const { replicates, alpha } = look;
    for await (const run of runsOf(pool, plan, { from, to: replicates }, keeper, signal)) {
      comparison.add(run);
      onProgress?.(++done, names.length * replicates);
    }
    from = replicates;
    const pairs = comparison.pairsIn(metric, alpha).filter((pair) => pair.week === week);
    const open = pairs.filter(({ verdict }) => verdict === 'undecided').length;
    if (open === 0 || at === looks.length - 1) {
      return resultAtLook(comparison, plan, settings, at);
    }
    onLook?.(look, open, pairs.length);
  }
  throw new RangeError('a decision needs at least one look');
}

/** A comparison whose verdicts allow for the margin of a decision. */
export function comparisonToDecide(plan: ComparisonPlan, { metric, margin }: DecisionSettings): Comparison {
  return comparisonOf(plan, { margins: { [metric]: margin }, statistics: true });
}

/**
 * What a comparison says at one look.
 *
 * @param comparison with the replicates of that look, and no others
 * @param at the look, from 0
 */
export function resultAtLook(
  comparison: Comparison,
  { scenario }: ComparisonPlan,
  { metric, week, error, margin, atMost }: DecisionSettings,
  at: number,
): CompareResult {
  const { replicates, alpha } = planLooks(error, atMost)[at];
  const settled = comparison.pairsIn(metric, alpha).every((pair) => pair.week !== week || pair.verdict !== 'undecided');
  return {
    ...comparison.result(alpha),
    // This many replicates give the same runs again.
    scenario: { ...scenario, replicates },
    decision: { settled, metric, week, error, margin, looks: at + 1 },
  };
}

async function* runsOf(
  pool: Pool<MarketInput>,
  plan: ComparisonPlan,
  { from, to }: { readonly from: number; readonly to: number },
  keeper: RecordingKeeper | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<FinishedRun> {
  const missing: RunRequest[] = [];
  for (let replicate = from; replicate < to; replicate++) {
    for (const strategy of plan.arms.keys()) {
      const known = keeper === null ? null : await keptRun(keeper, plan, { strategy, replicate });
      if (known === null) missing.push({ strategy, replicate });
      else yield known;
    }
  }
  for await (const outcome of pool.run({ input: plan.input, jobs: planJobs(missing, pool.workers) }, signal ? { signal } : {})) {
    const { strategy, replicate } = outcome;
    const runId = runIdOf(plan, strategy, replicate);
    if (outcome.status === 'failed') {
      await keeper?.append({ strategy, replicate, runId, error: outcome.error });
      throw outcome.error;
    }
    const { digest, recording } = outcome;
    if (recording === undefined) throw new Error('a comparison needs the weeks of its runs, and the laboratory gave none');
    const run = { strategy, replicate, runId, digest, recording };
    await keeper?.append({ ...run, error: null });
    yield run;
  }
}

/** A run that is kept, if it holds all that the plan asks for. */
async function keptRun(keeper: RecordingKeeper, plan: ComparisonPlan, { strategy, replicate }: RunRequest): Promise<FinishedRun | null> {
  const runId = runIdOf(plan, strategy, replicate);
  if (!keeper.finished.has(runId)) return null;
  const { digest, recording } = await keeper.read(runId);
  if (digest === null || recording === null || (plan.input.ledger === true && recording.reasons === undefined)) return null;
  return { strategy, replicate, runId, digest, recording };
}

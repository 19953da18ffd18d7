import type { FinishedRun } from '../experiment/compare-result.ts';
import type { Recording } from '../market/recording.ts';
import { type ComparisonPlan, runIdOf } from './comparison-plan.ts';
import { allRuns, planJobs, type RunRequest } from './jobs.ts';
import type { RunResult } from './laboratory.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { BatchOptions, Pool } from './pool.ts';

/** A run that ended with an error. */
export interface FailedRun extends RunRequest {
  readonly runId: string;
  readonly error: Error;
}

export interface ComparisonListener {
  /** A run has finished; the next is handed over when this is done, so that a slow disk holds the workers back. */
  onRun(run: FinishedRun): void | Promise<void>;
  onFailure?(run: FailedRun): void | Promise<void>;
}

/**
 * Runs every arm in every replicate over a pool, replicate by replicate, but for those that are finished already.
 *
 * @param finished whether a run is known already, by its id
 * @throws the signal's reason; what the input or the workers failed with
 */
export async function runComparison(
  pool: Pool<MarketInput>,
  plan: ComparisonPlan,
  listener: ComparisonListener,
  { finished = () => false, ...options }: BatchOptions & { readonly finished?: (runId: string) => boolean } = {},
): Promise<void> {
  const missing = allRuns(plan.arms.length, plan.scenario.replicates).filter(
    ({ strategy, replicate }) => !finished(runIdOf(plan, strategy, replicate)),
  );
  const jobs = planJobs(missing, pool.workers);
  for await (const outcome of pool.run({ input: plan.input, jobs }, options)) {
    const { strategy, replicate } = outcome;
    const runId = runIdOf(plan, strategy, replicate);
    if (outcome.status === 'done')
      await listener.onRun({ strategy, replicate, runId, digest: outcome.digest, recording: recordingOf(outcome) });
    else await listener.onFailure?.({ strategy, replicate, runId, error: outcome.error });
  }
}

function recordingOf({ recording }: RunResult): Recording {
  if (recording === undefined) throw new Error('a comparison needs the weeks of its runs, and the laboratory gave none');
  return recording;
}

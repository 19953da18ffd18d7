import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { runIdOf } from '../compute/comparison-plan.ts';
import type { Outcome, Pool } from '../compute/index.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { pointsOf, runsIn, type Shard, type SweepPlan, sweepJobs } from '../compute/sweep-plan.ts';
import { canonicalJson } from '../experiment/canonical.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { sha256Hex } from '../experiment/identity.ts';
import type { Manifest } from '../store/codec/index.ts';
import { type ManifestStart, sweepLayout, sweepRows, type TableFormat } from '../store/codec/index.ts';
import type { ResultsFolder } from '../store/disk/index.ts';
import type { CommandNamed } from './session.ts';

/** What the manifest of a sweep says from the start. */
export function sweepManifest(command: CommandNamed, plan: SweepPlan, shard: Shard | null): ManifestStart {
  const { scenario, names, network, policies } = plan.base;
  return {
    command: command.name,
    commandLine: command.line,
    experiment: plan.experiment,
    engine: ENGINE_ID,
    scenario,
    scenarioHash: sha256Hex(canonicalJson(scenario)),
    design: plan.file,
    shard: shard && `${shard.part}/${shard.parts}`,
    weeks: plan.measuring.recordings,
    seed: scenario.seed,
    replicates: plan.replicates,
    strategies: [...names],
    brands: scenario.brands.map(({ name }) => name),
    network,
    policies: [...policies],
    planned: runsIn(plan, shard ?? undefined),
  };
}

/** What a sweep tells while it goes. */
export interface SweepListener {
  /** Called once, before the first run. `known`: runs that the folder holds already. */
  onStart(total: number, known: number): void;
  onProgress(done: number, failed: number): void;
}

/** How a sweep ended: everything that was asked for is done, or some runs failed. */
export interface SweepEnd {
  readonly done: number;
  readonly failed: number;
}

/**
 * Runs what a folder lacks of a sweep, and keeps every run in it as it ends. Nothing of a run stays in memory.
 *
 * @throws the signal's reason; what the input, the workers or the disk failed with. The folder can be resumed then.
 */
export async function runSweep(
  pool: Pool<MarketInput>,
  plan: SweepPlan,
  folder: ResultsFolder,
  shard: Shard | null,
  listener: SweepListener,
  signal: AbortSignal,
): Promise<SweepEnd> {
  const total = runsIn(plan, shard ?? undefined);
  const known = knownRuns(plan, folder, shard);
  let done = known;
  let failed = 0;
  listener.onStart(total, known);
  const pointAt = pointsOf(plan);
  const jobs = sweepJobs(plan, (runId) => folder.finished.has(runId), shard ?? undefined);
  const batch = { input: plan.input, jobs, runs: total - known, key: keyOf(plan, folder) };
  for await (const outcome of pool.run(batch, { signal })) {
    const runId = runIdOf(pointAt(outcome.point).at, outcome.strategy, outcome.replicate);
    // Two points may be the same scenario, and a queue may deliver twice: a run is kept once.
    if (folder.finished.has(runId)) continue;
    await folder.append(recordOf(runId, outcome));
    if (outcome.status === 'done') done++;
    else failed++;
    listener.onProgress(done, failed);
  }
  return { done, failed };
}

/** Names this batch among those that share workers: one experiment may be on its way into two folders. */
function keyOf({ experiment, measuring }: SweepPlan, { path }: ResultsFolder): string {
  return sha256Hex(JSON.stringify([experiment, measuring.recordings, hostname(), resolve(path)])).slice(0, 32);
}

function recordOf(runId: string, outcome: Outcome): Parameters<ResultsFolder['append']>[0] {
  if (outcome.status === 'failed') return { runId, digest: null, error: outcome.error.message, measures: null, recording: null };
  const { digest, measures = null, recording = null } = outcome;
  return { runId, digest, error: null, measures, recording };
}

/** How many of the runs that are asked for the folder holds. */
export function knownRuns(plan: SweepPlan, folder: ResultsFolder, shard: Shard | null): number {
  if (folder.finished.size === 0) return 0;
  let missing = 0;
  for (const job of sweepJobs(plan, (runId) => folder.finished.has(runId), shard ?? undefined)) missing += job.strategies.length;
  return runsIn(plan, shard ?? undefined) - missing;
}

/** Writes the tables of a sweep, and says in the manifest how far it has come. */
export function finishSweep(
  plan: SweepPlan,
  folder: ResultsFolder,
  status: 'stopped' | 'complete',
  format: TableFormat,
  signal?: AbortSignal,
): Promise<Manifest> {
  const runs = { [Symbol.asyncIterator]: () => sweepRows(plan, folder) };
  return folder.finish({ status, format, runs, layout: sweepLayout(plan), weeks: plan.measuring.recordings, ...(signal && { signal }) });
}

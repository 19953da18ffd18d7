import { availableParallelism } from 'node:os';
import type { ComparisonPlan } from '../compute/comparison-plan.ts';
import { comparisonOf, runIdOf } from '../compute/comparison-plan.ts';
import { allRuns } from '../compute/jobs.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { type FailedRun, runComparison } from '../compute/run-comparison.ts';
import { canonicalJson } from '../experiment/canonical.ts';
import type { CompareResult, FinishedRun } from '../experiment/compare-result.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { sha256Hex } from '../experiment/identity.ts';
import type { Recording } from '../market/recording.ts';
import { InputError } from '../parameter/index.ts';
import { comparisonsTable, type ManifestStart } from '../store/codec/index.ts';
import { beginSession, type Finish, type FolderMode, ResultsFolder } from '../store/disk/index.ts';
import { Interrupted } from './exit.ts';
import type { OutputOptions } from './options.ts';
import { warn } from './output.ts';
import { comparisonLayout, runRows } from './run-rows.ts';

/** The command that a session carries out, and the whole line that gives the same result again. */
export interface CommandNamed {
  readonly name: string;
  readonly line: string;
}

/** Above so many runs weekly tables are written only on request. */
export const MOST_WEEKLY_RUNS = 10_000;

/** What a session tells while it goes. */
export interface SessionListener {
  /** Called once, before the first run. `known`: runs that a results folder holds already. */
  onStart(total: number, known: number): void;
  onProgress(done: number, failed: number): void;
  /** A replicate has become complete. */
  onReplicate(run: FinishedRun): void;
}

export interface SessionResult {
  readonly document: CompareResult;
  readonly failures: readonly FailedRun[];
}

/**
 * Runs a plan over worker threads, and keeps every finished run in the results folder where one is asked for. When it is stopped, the folder
 * is left with tables of what has finished and can be resumed.
 *
 * @throws Interrupted, with the number of runs; what the input, the workers or the disk failed with
 */
export async function runSession(
  command: CommandNamed,
  plan: ComparisonPlan,
  options: OutputOptions,
  listener: SessionListener,
  signal: AbortSignal,
): Promise<SessionResult> {
  const total = plan.arms.length * plan.scenario.replicates;
  const workers = Math.min(options.workers ?? availableParallelism(), total);
  const folder = options.out === undefined ? null : await openFolder(options.out, comparisonManifest(command, plan), options, workers);
  const pool = createNodePool<MarketInput>({ workers });
  const comparison = comparisonOf(plan, { statistics: options.json === true || options.out !== undefined || options.html !== undefined });
  const digests = new Map<string, string>();
  const failures: FailedRun[] = [];
  const add = (run: FinishedRun): void => {
    comparison.add(run);
    digests.set(run.runId, run.digest);
    listener.onReplicate(run);
  };
  let done = 0;
  const keep = async (document: CompareResult | null, limit?: AbortSignal): Promise<void> => {
    if (folder !== null) await finishComparison(plan, folder, options, { document, digests, failures, ...(limit && { signal: limit }) });
  };
  try {
    if (folder !== null) {
      const kept = await knownRuns(plan, folder);
      if (plan.input.ledger === true && kept.some(({ recording }) => recording.reasons === undefined)) {
        throw new InputError(`the runs in ${options.out} were kept without their reasons`, {
          file: options.out ?? null,
          path: '--reasons',
          found: 'a folder begun without --reasons',
          allowed: '--force to run them again, or another folder',
        });
      }
      for (const run of kept) {
        add(run);
        done++;
      }
    }
    const known = done;
    listener.onStart(total, known);
    await runComparison(
      pool,
      plan,
      {
        async onRun(run) {
          const { runId, digest, recording } = run;
          await folder?.append({ runId, digest, error: null, measures: null, recording });
          add(run);
          done++;
        },
        async onFailure(run) {
          await folder?.append({ runId: run.runId, digest: null, error: run.error.message, measures: null, recording: null });
          failures.push(run);
        },
      },
      {
        signal,
        finished: (runId) => folder?.finished.has(runId) ?? false,
        onProgress: (progress) => listener.onProgress(known + progress.done, progress.failed),
      },
    );
    const document = comparison.result();
    await keep(failures.length > 0 ? null : document, signal);
    return { document, failures };
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await keep(null);
    const where = options.out === undefined ? '' : `, kept in ${options.out}; --resume continues`;
    error.message = `stopped after ${done} of ${total} runs${where}`;
    throw error;
  } finally {
    await pool.close();
    await folder?.close();
  }
}

/** How far a comparison has come when its tables are written. */
export interface ComparisonEnd extends Pick<Finish, 'learnt' | 'signal'> {
  /** What came out; null where it is not complete. */
  readonly document: CompareResult | null;
  /** Of the runs that have finished, by run id. */
  readonly digests: ReadonlyMap<string, string>;
  readonly failures: readonly FailedRun[];
}

/** Writes the tables of a comparison, by strategy and replicate, as far as the plan's replicates go. */
export async function finishComparison(
  plan: ComparisonPlan,
  folder: ResultsFolder,
  { allWeeks, format = 'csv' }: OutputOptions,
  { document, digests, failures, ...end }: ComparisonEnd,
): Promise<void> {
  const runs = await runRows(plan, digests, failures, (runId) => recordingIn(folder, runId));
  const layout = comparisonLayout(plan.scenario.horizon);
  const weeks = allWeeks === true || runs.length <= MOST_WEEKLY_RUNS;
  if (document === null) await folder.finish({ ...end, status: 'stopped', format, runs, layout, weeks });
  else {
    const result = { name: 'comparisons' as const, table: comparisonsTable(document) };
    await folder.finish({ ...end, status: 'complete', format, runs, layout, weeks, result });
  }
}

/** What the manifest of a comparison says from the start. */
export function comparisonManifest(
  command: CommandNamed,
  { scenario, names, network, policies, experiment }: ComparisonPlan,
): ManifestStart {
  return {
    command: command.name,
    commandLine: command.line,
    experiment,
    engine: ENGINE_ID,
    scenario,
    scenarioHash: sha256Hex(canonicalJson(scenario)),
    design: null,
    shard: null,
    weeks: true,
    seed: scenario.seed,
    replicates: scenario.replicates,
    strategies: [...names],
    brands: scenario.brands.map(({ name }) => name),
    network,
    policies: [...policies],
    planned: names.length * scenario.replicates,
  };
}

/** Opens the folder of a command, and says what was put right in it. */
export async function openFolder(path: string, start: ManifestStart, options: OutputOptions, workers: number): Promise<ResultsFolder> {
  const folder = await ResultsFolder.open(path, folderMode(options), start, beginSession(workers));
  for (const notice of folder.notices) warn(notice);
  return folder;
}

export function folderMode({ resume, force }: OutputOptions): FolderMode {
  return resume ? 'resume' : force ? 'force' : 'new';
}

/** Runs of the plan that the folder holds, read back. */
export async function knownRuns(plan: ComparisonPlan, folder: Pick<ResultsFolder, 'finished' | 'read'>): Promise<FinishedRun[]> {
  const runs: FinishedRun[] = [];
  for (const { strategy, replicate } of allRuns(plan.arms.length, plan.scenario.replicates)) {
    const runId = runIdOf(plan, strategy, replicate);
    if (!folder.finished.has(runId)) continue;
    const { digest, recording } = await folder.read(runId);
    if (digest !== null && recording !== null) runs.push({ strategy, replicate, runId, digest, recording });
  }
  return runs;
}

async function recordingIn(folder: ResultsFolder, runId: string): Promise<Recording> {
  const { recording } = await folder.read(runId);
  if (recording === null) throw new RangeError(`run ${runId} was kept without its weeks`);
  return recording;
}

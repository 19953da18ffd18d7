import * as Comlink from 'comlink';
import { runIdOf } from '../../../sim/compute/comparison-plan.ts';
import type { MarketInput } from '../../../sim/compute/market-laboratory.ts';
import { createBrowserPool } from '../../../sim/compute/pool.browser.ts';
import { planAt, runsIn, type SweepPlan, sweepJobs } from '../../../sim/compute/sweep-plan.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { encodeTable, runsTable, type SweepRecord, sweepLayout, sweepRows } from '../../../sim/store/codec/index.ts';
import { readStoredTable } from '../../data/stored-table.ts';
import type { BadInput, ExperimentLab, ExperimentProgress, Outline } from './experiment-lab.ts';
import { findingsOf } from './findings.ts';
import { KeptRuns, keptExperiments } from './kept-runs.ts';
import { openedExperiment } from './opened-experiment.ts';
import { storedExperiment, storedRecords, storedSweepPlan } from './stored-sweep.ts';

/** Milliseconds between two times at which finished runs are kept and progress is told: what a crash can cost. */
const PACE = 300;

/** An experiment is opened once, however often it is asked about. */
let opened: { readonly text: string; readonly plan: SweepPlan; readonly records: Map<string, SweepRecord> } | null = null;
let running: AbortController | null = null;

async function open(text: string) {
  if (opened?.text !== text) {
    const plan = openedExperiment(text);
    opened = { text, plan, records: await new KeptRuns(plan.experiment).all() };
  }
  return opened;
}

const startWorker = (): Worker =>
  new Worker(new URL('../../../sim/compute/worker.browser.ts', import.meta.url), { type: 'module', name: 'experiment' });

/** Runs, while the lock that is held keeps other tabs from doing the same. */
async function runHeld(text: string, onProgress: (progress: ExperimentProgress) => void): Promise<'complete' | 'paused'> {
  const { plan, records } = await open(text);
  const keep = new KeptRuns(plan.experiment);
  const total = runsIn(plan);
  const finished = (runId: string): boolean => records.get(runId)?.error === null;
  let done = [...records.values()].filter(({ error }) => error === null).length;
  let failed = 0;
  let failure: string | null = null;
  let fresh: [string, SweepRecord][] = [];
  const controller = new AbortController();
  running = controller;
  const pool = createBrowserPool<MarketInput>({ startWorker });
  const flush = async (): Promise<void> => {
    const batch = fresh;
    fresh = [];
    await keep.add(batch);
    await keep.note({ name: plan.file.name, text, runs: total, done });
    onProgress({ done, failed, total, failure });
  };
  try {
    await flush();
    let told = performance.now();
    const batch = { input: plan.input, jobs: sweepJobs(plan, finished), runs: total - done };
    for await (const outcome of pool.run(batch, { signal: controller.signal })) {
      const runId = runIdOf(planAt(plan, outcome.point), outcome.strategy, outcome.replicate);
      if (finished(runId)) continue;
      const record: SweepRecord =
        outcome.status === 'failed'
          ? { digest: null, error: outcome.error.message, measures: null }
          : { digest: outcome.digest, error: null, measures: outcome.measures ?? null };
      records.set(runId, record);
      fresh.push([runId, record]);
      if (outcome.status === 'done') done++;
      else {
        failed++;
        failure ??= outcome.error.message;
      }
      if (performance.now() - told < PACE) continue;
      await flush();
      told = performance.now();
    }
    await flush();
    return 'complete';
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    await flush();
    return 'paused';
  } finally {
    running = null;
    await pool.close();
  }
}

function badInput(error: unknown): BadInput {
  if (!(error instanceof InputError)) throw error;
  const { message, file, path, found, allowed } = error;
  return { message, file, path, found, allowed };
}

const lab: ExperimentLab = {
  async outline(text: string): Promise<Outline | BadInput> {
    try {
      const { plan, records } = await open(text);
      const { file, base, design, measuring } = plan;
      return {
        id: plan.experiment,
        name: file.name,
        story: file.story,
        design: design.kind,
        points: plan.points,
        ruledOut: design.ruledOut,
        replicates: plan.replicates,
        strategies: base.names,
        factors: design.factors.map((factor) => ({
          path: factor.path,
          range:
            factor.kind === 'range'
              ? `${factor.low} to ${factor.high}${factor.log ? ', logarithmic' : ''}`
              : factor.levels.map((level) => JSON.stringify(level)).join(', '),
        })),
        metrics: measuring.metrics,
        weeks: measuring.weeks,
        runs: runsIn(plan),
        done: [...records.values()].filter(({ error }) => error === null).length,
      };
    } catch (error) {
      return badInput(error);
    }
  },

  async run(text, onProgress) {
    const { plan } = await open(text);
    const options = { ifAvailable: true } as const;
    return navigator.locks.request(`swaylab-${plan.experiment}`, options, (lock) =>
      lock === null ? 'elsewhere' : runHeld(text, onProgress),
    );
  },

  async pause() {
    running?.abort(new Error('paused'));
  },

  async findings(text, question) {
    const { plan, records } = await open(text);
    return findingsOf(plan, records, question);
  },

  async table(text, format) {
    const { plan, records } = await open(text);
    const of = (failed: boolean) => ({ has: (runId: string) => records.has(runId) && (records.get(runId)?.error !== null) === failed });
    const runs = { finished: of(false), failed: of(true), read: (runId: string) => records.get(runId) as SweepRecord };
    const parts: (string | Uint8Array)[] = [];
    for await (const part of encodeTable(runsTable(sweepRows(plan, runs), sweepLayout(plan)), format)) parts.push(part);
    return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
  },

  async keep(manifest, runs) {
    try {
      const text = storedExperiment(manifest);
      const plan = storedSweepPlan(manifest, text);
      const records = storedRecords(plan, await readStoredTable(runs));
      const keep = new KeptRuns(plan.experiment);
      await keep.add(records);
      const done = records.filter(([, { error }]) => error === null).length;
      await keep.note({ name: plan.file.name, text, runs: runsIn(plan), done });
      return text;
    } catch (error) {
      return badInput(error);
    }
  },

  kept: keptExperiments,

  async forget(id) {
    await new KeptRuns(id).forget();
    if (opened?.plan.experiment === id) opened = null;
  },
};

Comlink.expose(lab);

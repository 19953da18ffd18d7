import type { Spawn } from './connection.ts';
import { asError, reviveFailure } from './failure.ts';
import type { Job } from './jobs.ts';
import { OutcomeQueue } from './outcome-queue.ts';
import type { Batch, BatchOptions, Outcome, Pool, PoolSettings } from './pool.ts';
import type { Report } from './protocol.ts';
import { shareArrays } from './share.ts';
import { Station } from './station.ts';

/** Outcomes per worker that may wait for the reader before no further job is handed out. */
const UNREAD_PER_WORKER = 8;
/** Starts in a row that may fail before a place in the pool is given up for the batches at hand. */
const START_ATTEMPTS = 3;

interface OpenJob {
  readonly id: number;
  readonly batch: OpenBatch<unknown>;
  readonly replicate: number;
  readonly point: number;
  readonly setting: unknown;
  readonly glimpses: boolean;
  /** Runs without an outcome; workers take them in this order, so a loss is charged to the first. */
  remaining: number[];
  losses: number;
}

interface OpenBatch<Input> {
  /** What its workers hold when they are prepared for it: a number of its own, or that of its key. */
  readonly experiment: number;
  readonly input: Input;
  readonly options: BatchOptions;
  readonly outcomes: OutcomeQueue<Outcome>;
  readonly working: Map<Station<unknown>, OpenJob>;
  readonly total: number;
  /** Jobs that were never handed out; null when all were. */
  source: Iterator<Job> | null;
  /** Jobs that came back from lost workers. */
  waiting: OpenJob[];
  done: number;
  failed: number;
  lost: number;
  prepareLosses: number;
  /** Set once nothing more is handed out. */
  ending: { readonly error: Error | null } | null;
  readonly ended: Promise<void>;
  readonly resolveEnded: () => void;
}

/** The pool over any way to start workers: assigns jobs, charges losses, ends batches. */
export function createPool<Input>(spawn: Spawn<Input>, workers: number, settings: PoolSettings): Pool<Input> {
  const attempts = settings.attempts ?? 2;
  const patience = { start: settings.startTimeout ?? 30_000, run: settings.runTimeout ?? 600_000 };
  const stations = Array.from({ length: workers }, () => new Station<unknown>(spawn as Spawn<unknown>, patience));
  const serving = new Set<Station<unknown>>();
  const failedStarts = new Map<Station<unknown>, number>();
  const batches = new Set<OpenBatch<unknown>>();
  const keys = new Map<string, number>();
  let nextId = 0;
  let closed = false;

  function experimentOf({ key }: Batch<Input>): number {
    if (key === undefined) return nextId++;
    const known = keys.get(key) ?? nextId++;
    keys.set(key, known);
    return known;
  }

  function admit(batch: Batch<Input>, options: BatchOptions): OpenBatch<unknown> {
    let resolveEnded = (): void => {};
    const ended = new Promise<void>((resolve) => {
      resolveEnded = resolve;
    });
    const open: OpenBatch<unknown> = {
      experiment: experimentOf(batch),
      input: shareArrays(batch.input),
      options,
      outcomes: new OutcomeQueue(assign),
      working: new Map(),
      total: batch.runs ?? [...batch.jobs].reduce((sum, job) => sum + job.strategies.length, 0),
      source: batch.jobs[Symbol.iterator](),
      waiting: [],
      done: 0,
      failed: 0,
      lost: 0,
      prepareLosses: 0,
      ending: null,
      ended,
      resolveEnded,
    };
    batches.add(open);
    failedStarts.clear();
    if (open.total === 0) end(open, null);
    return open;
  }

  /** The next job of a batch, or null when all are handed out. A list that throws ends its batch. */
  function next(batch: OpenBatch<unknown>): OpenJob | null {
    const returned = batch.waiting.shift();
    if (returned !== undefined) return returned;
    try {
      for (let step = batch.source?.next(); step !== undefined && !step.done; step = batch.source?.next()) {
        const { replicate, strategies, point = 0, setting, glimpses = false } = step.value;
        const job = { id: nextId++, batch, replicate, point, setting, glimpses, remaining: [...strategies], losses: 0 };
        if (job.remaining.length > 0) return job;
      }
      batch.source = null;
    } catch (error) {
      end(batch, asError(error));
    }
    return null;
  }

  /** Gives work to every idle worker. */
  function assign(): void {
    for (const station of stations) if (!serving.has(station)) void serve(station);
  }

  async function serve(station: Station<unknown>): Promise<void> {
    serving.add(station);
    for (let job = take(station); job; job = take(station)) await tryJob(station, job);
    serving.delete(station);
  }

  /** The next job for a worker, of the experiment it holds if possible. */
  function take(station: Station<unknown>): OpenJob | null {
    if ((failedStarts.get(station) ?? 0) >= START_ATTEMPTS) return null;
    const open = [...batches].filter(
      (batch) => (batch.waiting.length > 0 || batch.source !== null) && batch.outcomes.size < UNREAD_PER_WORKER * workers,
    );
    const held = open.filter((candidate) => candidate.experiment === station.prepared);
    for (const batch of [...held, ...open.filter((candidate) => !held.includes(candidate))]) {
      const job = next(batch);
      if (job !== null) {
        batch.working.set(station, job);
        return job;
      }
      settle(batch);
    }
    return null;
  }

  async function tryJob(station: Station<unknown>, job: OpenJob): Promise<void> {
    const { batch } = job;
    let phase: 'start' | 'prepare' | 'work' = 'start';
    try {
      await station.start();
      failedStarts.delete(station);
      phase = 'prepare';
      if (!batch.ending && station.prepared !== batch.experiment) {
        const failure = await station.prepare(batch.experiment, batch.input);
        if (failure) end(batch, reviveFailure(failure));
      }
      phase = 'work';
      if (!batch.ending) {
        const { id, replicate, setting, glimpses, remaining } = job;
        const message = {
          job: id,
          experiment: batch.experiment,
          replicate,
          strategies: [...remaining],
          setting,
          ...(glimpses && { glimpses }),
        };
        await station.work(message, (report) => receive(job, report));
        if (job.remaining.length > 0 && !batch.ending) throw new Error('the worker left runs of its job undone');
      }
    } catch (thrown) {
      const error = asError(thrown);
      if (!batch.ending) await recover(station, job, phase, error);
    } finally {
      batch.working.delete(station);
      settle(batch);
    }
  }

  /** The worker is lost, or as good as lost: decide who is charged, and put the rest of the job back in front. */
  async function recover(station: Station<unknown>, job: OpenJob, phase: 'start' | 'prepare' | 'work', error: Error): Promise<void> {
    const { batch } = job;
    await station.stop('replaced after a failure');
    batch.lost++;
    if (phase === 'start') failedStarts.set(station, (failedStarts.get(station) ?? 0) + 1);
    else if (phase === 'prepare') {
      if (++batch.prepareLosses >= attempts) return end(batch, error);
    } else if (++job.losses >= attempts) {
      const strategy = job.remaining.shift() as number;
      job.losses = 0;
      batch.failed++;
      batch.outcomes.push({ status: 'failed', point: job.point, strategy, replicate: job.replicate, error });
    }
    announce(batch);
    if (batch.ending) return;
    if (job.remaining.length > 0) batch.waiting.unshift(job);
    const startable = stations.some((other) => (failedStarts.get(other) ?? 0) < START_ATTEMPTS);
    if (!startable) for (const stuck of [...batches]) end(stuck, error);
    else if (job.remaining.length > 0) assign();
  }

  function receive(job: OpenJob, report: Report): void {
    const { batch } = job;
    if (report.type === 'glimpse') {
      if (report.job === job.id && !batch.ending) batch.options.onGlimpse?.(report.glimpse);
      return;
    }
    const strategy = report.type === 'run' ? report.result.strategy : report.strategy;
    const place = job.remaining.indexOf(strategy);
    if (report.job !== job.id || place < 0) return;
    job.remaining.splice(place, 1);
    job.losses = 0;
    if (report.type === 'run') {
      batch.done++;
      batch.outcomes.push({ status: 'done', point: job.point, ...report.result });
    } else {
      batch.failed++;
      batch.outcomes.push({ status: 'failed', point: job.point, strategy, replicate: job.replicate, error: reviveFailure(report.failure) });
    }
    announce(batch);
  }

  function announce(batch: OpenBatch<unknown>): void {
    const { total, done, failed, lost } = batch;
    try {
      batch.options.onProgress?.({ total, done, failed, lost });
    } catch (error) {
      end(batch, asError(error));
    }
  }

  /** Hands out nothing more, lets runs under way finish within the grace, then ends the iteration. */
  function end(batch: OpenBatch<unknown>, error: Error | null): void {
    if (batch.ending) return;
    batch.ending = { error };
    batch.waiting = [];
    batch.source = null;
    const grace = batch.options.grace ?? 1000;
    for (const [station, job] of batch.working) station.cancel(job.id);
    const terminate = (): void => {
      for (const station of batch.working.keys()) void station.stop('stopped');
    };
    if (grace <= 0) terminate();
    else if (Number.isFinite(grace)) {
      const timer = setTimeout(terminate, grace);
      void batch.ended.then(() => clearTimeout(timer));
    }
    settle(batch);
  }

  function settle(batch: OpenBatch<unknown>): void {
    if (batch.working.size > 0 || batch.waiting.length > 0 || batch.source !== null) return;
    batch.ending ??= { error: null };
    batches.delete(batch);
    batch.outcomes.end(batch.ending.error);
    batch.resolveEnded();
  }

  return {
    workers,

    async *run(batch, options = {}) {
      options.signal?.throwIfAborted();
      if (closed) throw new Error('the pool is closed');
      const open = admit(batch, options);
      const abort = (): void => end(open, asError(options.signal?.reason));
      options.signal?.addEventListener('abort', abort, { once: true });
      try {
        assign();
        yield* open.outcomes;
      } finally {
        options.signal?.removeEventListener('abort', abort);
        end(open, null);
        await open.ended;
      }
    },

    async close() {
      closed = true;
      for (const batch of [...batches]) end(batch, new Error('the pool was closed'));
      await Promise.all(stations.map((station) => station.stop('the pool was closed')));
    },
  };
}

import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import type { Job as BullJob } from 'bullmq';
import type { Outcome, Pool } from '../compute/index.ts';
import { openBull } from './bull.ts';
import { encodeResult, KEPT, placesFor, type WorkOrder } from './work-order.ts';

/** Progress of the batch that a worker is busy with, as its coordinator sees it. */
export interface BatchProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

export interface QueueWorkerSettings<Input> {
  /** Aborting gives unfinished orders back and returns. */
  readonly signal: AbortSignal;
  /** Called after each order, with the runs that this worker has computed and how far the batch is. */
  readonly onProgress?: (runs: number, batch: BatchProgress) => void;
  /** Milliseconds without an order after which to return; default never. */
  readonly idle?: number;
  /** Milliseconds after which an order whose worker is silent goes to another; default 30,000. */
  readonly patience?: number;
  readonly notice?: (text: string) => void;
  /** SHA-256 of each custom policy that this worker has: it serves sweeps with just these. */
  readonly policies?: readonly string[];
  /** Puts what this machine has in the place of what the coordinator's machine has. */
  readonly localise?: (input: Input) => Input;
}

/** Seconds for which a worker's sign of life counts. */
const ALIVE = 15;
/** Times that an order may lose its worker before it is parked. */
const LOSSES = 2;

/**
 * Computes orders from a queue over a pool of this machine until it is told to stop. A result is on the server before its order is closed,
 * so that no end of this process loses more than the runs under way, and those go to another worker.
 *
 * @throws InputError when the server cannot be reached
 */
export async function serveQueue<Input>(url: string, pool: Pool<Input>, settings: QueueWorkerSettings<Input>): Promise<void> {
  const { signal, idle = Number.POSITIVE_INFINITY, patience = 30_000, onProgress = () => {}, notice = () => {} } = settings;
  const { policies = [], localise = (input) => input } = settings;
  const places = placesFor(policies);
  const bull = await openBull(url);
  const redis = bull.connect();
  redis.on('error', () => {});
  const name = randomBytes(8).toString('hex');
  let input: { readonly key: string; readonly value: Promise<Input> } | null = null;
  let runs = 0;
  let active = 0;
  let heard = performance.now();

  const inputOf = (key: string): Promise<Input> => {
    if (input?.key === key) return input.value;
    const value = redis.getBuffer(places.input(key)).then((bytes) => {
      if (bytes === null) throw new Error('the input of the batch is not on the server');
      return localise(deserialize(bytes) as Input);
    });
    value.catch(() => {
      input = null;
    });
    input = { key, value };
    return value;
  };

  const compute = async (order: BullJob<WorkOrder>, token?: string): Promise<void> => {
    const { key, job } = order.data;
    active++;
    try {
      const outcomes: Outcome[] = [];
      for await (const outcome of pool.run({ input: await inputOf(key), jobs: [job], key }, { signal, grace: 0 })) outcomes.push(outcome);
      await redis.rpush(places.results(key), encodeResult({ order: String(order.id), outcomes }));
      await redis.pexpire(places.results(key), KEPT);
      runs += outcomes.length;
      const { total, done, failed } = await redis.hgetall(places.progress(key));
      onProgress(runs, { total: Number(total ?? 0), done: Number(done ?? 0), failed: Number(failed ?? 0) });
    } catch (error) {
      if (!signal.aborted) throw error;
      await order.moveToWait(token);
      throw new bull.WaitingError();
    } finally {
      active--;
      heard = performance.now();
    }
  };

  const worker = new bull.Worker<WorkOrder, void>(places.queue, compute, {
    ...bull.options,
    concurrency: pool.workers,
    lockDuration: patience,
    stalledInterval: patience / 2,
    maxStalledCount: LOSSES,
    maxStartedAttempts: 10,
  });
  let away = false;
  worker.on('error', () => {
    if (!away) notice('the queue does not answer; waiting for it');
    away = true;
  });
  worker.on('active', () => {
    away = false;
  });
  try {
    for (;;) {
      if (signal.aborted || (active === 0 && performance.now() - heard >= idle)) break;
      void redis
        .time()
        .then(([seconds]) => redis.hset(places.workers, { [name]: `${pool.workers} ${Number(seconds) + ALIVE}` }))
        .catch(() => {});
      await delay(Math.min(1000, idle), undefined, { signal }).catch(() => {});
    }
  } finally {
    await Promise.race([worker.close().then(() => redis.hdel(places.workers, name)), delay(5000)]);
    redis.disconnect();
  }
}

import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { serialize } from 'node:v8';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Batch, BatchOptions, Job, Outcome, Pool } from '../compute/index.ts';
import { openBull } from './bull.ts';
import { decodeResult, KEPT, orderId, type Places, placesFor, type WorkOrder } from './work-order.ts';

/** Orders that wait on the server for each worker, and at least. */
const ORDERS_PER_WORKER = 4;
const FEWEST_ORDERS = 32;
/** Results that are fetched at a time. */
const FETCHED = 32;
/** Milliseconds between two looks at an empty list of results, and between two looks after the orders. */
const PAUSE = 25;
const ROUND = 2000;

interface Open {
  readonly job: Job;
  /** Looks in a row at which the server knew nothing of the order. */
  gone: number;
}

export interface QueuePoolSettings {
  /** Told when the connection to the server is lost and when it is back. */
  readonly notice?: (text: string) => void;
  /** SHA-256 of each custom policy that the runs need: workers that have just these compute them. */
  readonly policies?: readonly string[];
}

/**
 * A pool whose workers are processes on any number of machines, reached over a queue. At least once: an order that is lost, with its worker
 * or with its server, is given again, so that a run may come twice. An order at which workers die again and again is parked on
 * the server, and its runs fail. What is handed to the reader stays on the server until the reader asks for more.
 *
 * @throws InputError when the server cannot be reached
 */
export async function createQueuePool<Input>(
  url: string,
  { notice = () => {}, policies = [] }: QueuePoolSettings = {},
): Promise<Pool<Input>> {
  const bull = await openBull(url);
  const redis = bull.connect();
  watch(redis, notice);
  const places = placesFor(policies);
  const queue: Queue<WorkOrder> = new bull.Queue(places.queue, bull.options);
  queue.on('error', () => {});
  const closed = new AbortController();

  return {
    workers: 0,
    async *run(batch, options = {}) {
      const signal = AbortSignal.any([closed.signal, ...(options.signal ? [options.signal] : [])]);
      const errand = new Errand(redis, queue, places, batch, options);
      try {
        yield* errand.outcomes(signal);
      } finally {
        await Promise.race([errand.withdraw(), delay(ROUND)]);
      }
    },
    async close() {
      closed.abort(new Error('the pool was closed'));
      redis.disconnect();
      await Promise.race([queue.close(), delay(ROUND)]);
    },
  };
}

/** Says once that the server is away, and once that it is back. */
function watch(redis: Redis, notice: (text: string) => void): void {
  let away = false;
  redis.on('error', () => {
    if (!away) notice('the queue does not answer; waiting for it');
    away = true;
  });
  redis.on('ready', () => {
    if (away) notice('the queue is back');
    away = false;
  });
}

/** One batch, from its first order to its last result. */
class Errand<Input> {
  readonly #redis: Redis;
  readonly #queue: Queue<WorkOrder>;
  readonly #places: Places;
  readonly #batch: Batch<Input>;
  readonly #options: BatchOptions;
  readonly #key: string;
  readonly #session = randomBytes(8).toString('hex');
  readonly #open = new Map<string, Open>();
  #source: Iterator<Job> | null;
  #ahead = FEWEST_ORDERS;
  #done = 0;
  #failed = 0;

  constructor(redis: Redis, queue: Queue<WorkOrder>, places: Places, batch: Batch<Input>, options: BatchOptions) {
    this.#redis = redis;
    this.#queue = queue;
    this.#places = places;
    this.#batch = batch;
    this.#options = options;
    this.#key = batch.key ?? this.#session;
    this.#source = batch.jobs[Symbol.iterator]();
  }

  async *outcomes(signal: AbortSignal): AsyncGenerator<Outcome> {
    const aborted = new Promise<never>((_, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    aborted.catch(() => {});
    /** No wait is so long that an abort is not heard, also while the server is away. */
    const patiently = <T>(work: Promise<T>): Promise<T> => Promise.race([work, aborted]);
    let round = Number.NEGATIVE_INFINITY;
    for (;;) {
      const results = await patiently(this.#redis.lrangeBuffer(this.#places.results(this.#key), 0, FETCHED - 1));
      for (const bytes of results) {
        const { order, outcomes } = decodeResult(bytes);
        this.#open.delete(order);
        for (const outcome of outcomes) yield this.#count(outcome);
      }
      if (results.length > 0) await patiently(this.#redis.ltrim(this.#places.results(this.#key), results.length, -1));
      if (performance.now() - round >= ROUND && results.length < FETCHED) {
        round = performance.now();
        for (const outcome of await patiently(this.#lookAfter())) yield this.#count(outcome);
      }
      if (this.#open.size < this.#ahead / 2 && this.#source !== null) await patiently(this.#give());
      if (results.length > 0) continue;
      if (this.#open.size === 0 && this.#source === null) return;
      await patiently(delay(PAUSE));
    }
  }

  /** Takes back what nobody has begun. */
  async withdraw(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.#queue.remove(id).catch(() => 0)));
    if (this.#source === null && this.#open.size === 0) {
      await this.#redis
        .del(this.#places.input(this.#key), this.#places.results(this.#key), this.#places.progress(this.#key))
        .catch(() => 0);
    }
  }

  #count(outcome: Outcome): Outcome {
    if (outcome.status === 'done') this.#done++;
    else this.#failed++;
    const total = this.#batch.runs ?? this.#done + this.#failed;
    this.#options.onProgress?.({ total, done: this.#done, failed: this.#failed, lost: 0 });
    return outcome;
  }

  /** Fills up the orders on the server. */
  async #give(): Promise<void> {
    const orders: Parameters<Queue<WorkOrder>['addBulk']>[0] = [];
    while (this.#source !== null && this.#open.size < this.#ahead) {
      const step = this.#source.next();
      if (step.done === true) this.#source = null;
      else if (step.value.strategies.length > 0) {
        this.#open.set(orderId(this.#key, step.value), { job: step.value, gone: 0 });
        orders.push(this.#order(step.value));
      }
    }
    if (orders.length > 0) await this.#queue.addBulk(orders);
  }

  #order(job: Job): { name: string; data: WorkOrder; opts: object } {
    const opts = { jobId: orderId(this.#key, job), attempts: 3, backoff: { type: 'fixed', delay: 1000 }, removeOnComplete: true };
    return { name: 'run', data: { key: this.#key, session: this.#session, job }, opts };
  }

  /**
   * Makes sure that every order is still on its way: a server that lost its memory is given everything again, and an order that was parked
   * in this session is given up.
   */
  async #lookAfter(): Promise<Outcome[]> {
    if ((await this.#redis.pexpire(this.#places.input(this.#key), KEPT)) === 0) {
      await this.#redis.set(this.#places.input(this.#key), serialize(this.#batch.input), 'PX', KEPT);
    }
    const total = this.#batch.runs ?? 0;
    await this.#redis.hset(this.#places.progress(this.#key), { total, done: this.#done, failed: this.#failed });
    await this.#redis.pexpire(this.#places.progress(this.#key), KEPT);
    this.#ahead = Math.max(FEWEST_ORDERS, ORDERS_PER_WORKER * (await this.#workers()));
    const parked: Outcome[] = [];
    await Promise.all(
      [...this.#open].map(async ([id, open]) => {
        const order = await this.#queue.getJob(id);
        if (order === undefined) {
          // Between its end and our reading of its result an order is gone for a moment.
          if (++open.gone > 1) await this.#again(open);
          return;
        }
        open.gone = 0;
        if (!(await order.isFailed())) return;
        if (order.data.session !== this.#session) {
          await order.remove();
          await this.#again(open);
          return;
        }
        this.#open.delete(id);
        const { replicate, point = 0, strategies } = open.job;
        const error = new Error(`given up after ${order.attemptsStarted} attempts: ${order.failedReason}`);
        parked.push(...strategies.map((strategy): Outcome => ({ status: 'failed', point, replicate, strategy, error })));
      }),
    );
    return parked;
  }

  async #again(open: Open): Promise<void> {
    open.gone = 0;
    const { name, data, opts } = this.#order(open.job);
    await this.#queue.add(name, data, opts);
  }

  /** Runs that all workers together compute at a time. */
  async #workers(): Promise<number> {
    const [seconds] = await this.#redis.time();
    const workers = Object.values(await this.#redis.hgetall(this.#places.workers)).map((text) => text.split(' ').map(Number));
    return workers.reduce((sum, [slots, until]) => sum + (until >= Number(seconds) ? slots : 0), 0);
  }
}

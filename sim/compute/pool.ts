import type { Job } from './jobs.ts';
import type { RunResult } from './laboratory.ts';
import type { Glimpse } from './protocol.ts';

/** Independent jobs of one experiment. */
export interface Batch<Input> {
  /** What the laboratory prepares: sent once per worker, its large arrays shared where that is possible. */
  readonly input: Input;
  /** Taken one by one as workers become free: a list that is computed as it is read needs no room. */
  readonly jobs: Iterable<Job>;
  /** Batches of one key have equal input: a worker that holds it does not prepare it again. */
  readonly key?: string;
  /** Number of runs in all jobs, for the progress; default: what the list holds. Needed where `jobs` is not an array. */
  readonly runs?: number;
}

/** The end of one run. A run that fails does not end its batch. */
export type Outcome =
  | ({ readonly status: 'done'; readonly point: number } & RunResult)
  | { readonly status: 'failed'; readonly point: number; readonly strategy: number; readonly replicate: number; readonly error: Error };

export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Workers that crashed or stalled and were replaced. */
  readonly lost: number;
}

export interface BatchOptions {
  /** Aborting ends the batch with the signal's reason; what had finished is delivered first. */
  readonly signal?: AbortSignal;
  /** Milliseconds that runs under way may take to finish after an abort, before their workers are terminated. 0 is at once; default 1000. */
  readonly grace?: number;
  /** Called after each run and each loss of a worker, before the outcome is read. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called every now and then while a run of a job that asks for glimpses is under way. */
  readonly onGlimpse?: (glimpse: Glimpse) => void;
}

/**
 * Runs batches over a fixed number of workers. Each run of a batch has exactly one outcome, in no particular order;
 * outcomes do not depend on the number of workers. Nothing waits for ever on a worker: one that crashes or stalls is
 * replaced and its unfinished runs are given to another; a run at which workers are lost again and again fails by itself.
 *
 * A run that throws fails at once, without another attempt: runs are pure functions.
 * The batch itself fails (the iteration throws) when its input cannot be prepared, when no worker can be started,
 * when it is aborted, or when the pool is closed.
 */
export interface Pool<Input> {
  readonly workers: number;
  /** Starts with the first read; leaving the loop ends the batch. Several batches may run at a time. */
  run(batch: Batch<Input>, options?: BatchOptions): AsyncIterable<Outcome>;
  /** Terminates all workers; batches under way fail. */
  close(): Promise<void>;
}

export interface PoolSettings {
  /** Number of workers; default: what the machine offers. */
  readonly workers?: number;
  /** Workers that may be lost at one run before it fails; default 2. */
  readonly attempts?: number;
  /** Milliseconds in which a worker must have loaded; default 30,000. */
  readonly startTimeout?: number;
  /** Milliseconds a worker may be silent: preparing, or computing one run; default 600,000. */
  readonly runTimeout?: number;
}

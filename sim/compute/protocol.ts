import type { Recording } from '../market/recording.ts';
import type { RunResult } from './laboratory.ts';

/** Raised whenever a message changes its meaning; a worker of another version is refused, not misunderstood. */
export const PROTOCOL = 2;

/** An error as plain data: structured clone would keep neither its class nor its fields. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  /** Set when a person's input is to blame. */
  readonly input: {
    readonly file: string | null;
    readonly path: string | null;
    readonly found: string | null;
    readonly allowed: string | null;
  } | null;
}

/** Pool to worker: make this experiment ready and forget the one before. */
export interface PrepareMessage<Input> {
  readonly experiment: number;
  readonly input: Input;
}

/** Pool to worker: run these strategies of one replicate, in this order. */
export interface JobMessage {
  readonly job: number;
  readonly experiment: number;
  readonly replicate: number;
  readonly strategies: readonly number[];
  /** See `Job`. */
  readonly setting?: unknown;
  /** Report glimpses of runs under way. */
  readonly glimpses?: boolean;
}

/** A run under way: the recording so far, in which weeks to come are 0. */
export interface Glimpse {
  readonly strategy: number;
  readonly replicate: number;
  /** Weeks that have passed. */
  readonly weeks: number;
  readonly recording: Recording;
}

/** Worker to pool, one per run as soon as it ends; glimpses before it where they are asked for. */
export type Report =
  | { readonly type: 'glimpse'; readonly job: number; readonly glimpse: Glimpse }
  | { readonly type: 'run'; readonly job: number; readonly result: RunResult }
  | { readonly type: 'failed'; readonly job: number; readonly strategy: number; readonly failure: Failure };

export type Reporter = (report: Report) => Promise<void>;

/** What a worker answers to. A call that never returns is the caller's to notice: a dead worker is silent. */
export interface WorkerLink<Input> {
  /** First call: hands over the way back and learns the worker's protocol version. */
  connect(report: Reporter): Promise<number>;
  /** Null when the experiment is ready. */
  prepare(message: PrepareMessage<Input>): Promise<Failure | null>;
  /** Returns when every run of the job has been reported and received, or the job was cancelled. */
  work(message: JobMessage): Promise<void>;
  /** Soft cancel: the job ends before its next run, or within a run that can be stopped. */
  cancel(job: number): Promise<void>;
}

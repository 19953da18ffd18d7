export { allRuns, type Job, planJobs, type RunRequest } from './jobs.ts';
export type { Experiment, Laboratory, RunResult } from './laboratory.ts';
export { createInlinePool } from './pool.inline.ts';
export type { Batch, BatchOptions, Outcome, Pool, PoolSettings, Progress } from './pool.ts';

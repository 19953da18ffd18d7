import type { Recording } from '../market/recording.ts';

/** What one strategy gave in one replicate: plain data, which goes to the pool by structured clone. */
export interface RunResult {
  /** Position of the strategy in the scenario, from 0. */
  readonly strategy: number;
  /** From 0. */
  readonly replicate: number;
  readonly digest: string;
  /** Every weekly column, unless the experiment asks only for measures. */
  readonly recording?: Recording;
  /** Summary metrics, where the experiment asks for them. */
  readonly measures?: Float64Array;
}

/** A scenario made ready inside a worker. */
export interface Experiment {
  /**
   * One run from week 0 to the horizon: synchronous, a pure function of its arguments. Runs of the same replicate share a network.
   *
   * @param setting of the run's job; undefined where all jobs have the experiment's own
   */
  run(strategy: number, replicate: number, setting?: unknown): RunResult;
  /**
   * The same run, handing over control after each week with the recording under way (weeks to come are 0 in it). A worker that has it hears
   * a cancel in the middle of a run; one run at a time.
   */
  weeks?(strategy: number, replicate: number, setting?: unknown): Generator<Recording, RunResult>;
}

/**
 * What a worker is given to work with. `prepare` turns the experiment's input, as it came by structured clone, into runs;
 * it is called once per worker and experiment, and its result is dropped when the next experiment is prepared.
 *
 * @param before the experiment that this one takes the place of: it is run no more, and what it kept may be taken over
 */
export interface Laboratory<Input> {
  prepare(input: Input, before?: Experiment | null): Promise<Experiment>;
}

import type { ClassicCourse, ClassicExperimentInput } from '../../../sim/experiment/classic-experiment.ts';

/** What to run, and how often. */
export interface ClassicRequest {
  readonly input: ClassicExperimentInput;
  readonly replicates: number;
}

/** What is known after some replicates. */
export interface ClassicResult {
  readonly courses: readonly ClassicCourse[];
  readonly replicates: number;
  /** Replicates in which nothing could change any more before the last step. */
  readonly settled: number;
}

/** The worker that plays textbook models. */
export interface ClassicLab {
  /**
   * Runs replicate after replicate and tells what is known now and then; a newer request ends the older one.
   *
   * @returns false when it was ended by a newer one
   */
  play(request: ClassicRequest, onResult: (result: ClassicResult) => void): Promise<boolean>;
}

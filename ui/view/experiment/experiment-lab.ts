import type { MetricName } from '../../../sim/experiment/metrics.ts';
import type { Manifest, TableFormat } from '../../../sim/store/codec/index.ts';
import type { Findings, Question } from './findings.ts';
import type { KeptExperiment } from './kept-runs.ts';

/** What an experiment would do. */
export interface Outline {
  readonly id: string;
  readonly name: string;
  readonly story: string;
  readonly design: string;
  readonly points: number;
  /** Candidates that constraints ruled out. */
  readonly ruledOut: number;
  readonly replicates: number;
  readonly strategies: readonly string[];
  readonly factors: readonly { readonly path: string; readonly range: string }[];
  readonly metrics: readonly MetricName[];
  readonly weeks: readonly number[];
  /** Runs in all, and those that this browser holds already. */
  readonly runs: number;
  readonly done: number;
}

export interface ExperimentProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  /** What the first run that failed said. */
  readonly failure: string | null;
}

/** The worker that runs experiments. Errors are InputErrors where the text is at fault. */
export interface ExperimentLab {
  /** What the text asks for. */
  outline(text: string): Promise<Outline | BadInput>;
  /** Runs what this browser lacks of the experiment, and keeps each run as it ends. @returns how it ended */
  run(text: string, onProgress: (progress: ExperimentProgress) => void): Promise<'complete' | 'paused' | 'elsewhere'>;
  pause(): Promise<void>;
  /** What the runs that are there say. */
  findings(text: string, question: Question): Promise<Findings>;
  /** The table of runs, the same bytes as the command line writes. */
  table(text: string, format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Keeps the runs of a results folder, from its table `runs`. @returns the text of its experiment */
  keep(manifest: Manifest, runs: File): Promise<string | BadInput>;
  kept(): Promise<readonly KeptExperiment[]>;
  forget(id: string): Promise<void>;
}

/** An InputError as it comes out of a worker. */
export interface BadInput {
  readonly message: string;
  readonly file: string | null;
  readonly path: string | null;
  readonly found: string | null;
  readonly allowed: string | null;
}

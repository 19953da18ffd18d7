import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import type { MetricName } from '../../sim/experiment/metrics.ts';
import type { ColumnName } from '../../sim/experiment/recorded.ts';
import type { Replay } from '../../sim/experiment/replay/replay.ts';
import type { ImportedNetwork, ReadOptions } from '../../sim/network/index.ts';
import type { Scenario } from '../../sim/scenario/index.ts';
import type { Draft } from '../state/app-state.ts';

/** What the laboratory is asked to compare. Everything in it can be sent to a worker. */
export interface LabRequest {
  readonly scenario: Scenario;
  readonly network: ImportedNetwork | null;
  /** Names of the strategies to run; doing nothing is always run besides, as the reference. */
  readonly shown: readonly string[];
  /** Numbers of replicates at which a result is handed over in any case: 1, 8, 50, 200. The last is where it ends. */
  readonly stages: readonly number[];
}

/** What is looked at beyond the summary; changing it repeats no run. */
export interface Interest {
  /** Metrics of which every replicate is wanted. */
  readonly lines: readonly MetricName[];
  /** The difference, week by week, of two strategies in a metric. */
  readonly difference: { readonly a: string; readonly b: string; readonly metric: MetricName } | null;
}

/** What is known so far. Plain data: a view reads it and draws. */
export interface LabResult {
  /** As `swaylab compare --json` prints it, of the strategies that are run. */
  readonly comparison: CompareResult;
  /**
   * True until one replicate is complete: each strategy then shows its first run, or the beginning of it, and everything else in the
   * comparison is still undefined.
   */
  readonly early: boolean;
  readonly brands: readonly string[];
  /** Each replicate of each metric of interest: `series[replicate * weeks + week]`, by strategy, then metric. */
  readonly lines: Readonly<Record<string, Partial<Readonly<Record<MetricName, Float32Array>>>>>;
  readonly difference: DifferenceCourse | null;
  /** Mean over the replicates that define it of recorded columns, by strategy and column: `[week * brands + brand]`. */
  readonly columns: Readonly<Record<string, Partial<Readonly<Record<ColumnName, Float32Array>>>>>;
  readonly tribes: readonly TribeResult[];
  readonly journeys: readonly JourneyResult[];
  readonly reasons: readonly ReasonResult[];
}

/** Paired differences a - b, week by week; not a number where the metric is undefined in a run. */
export interface DifferenceCourse {
  readonly a: string;
  readonly b: string;
  readonly metric: MetricName;
  readonly runs: number;
  /** Quantiles over replicates, `[week * 5 + quantile]`: 5, 25, 50, 75 and 95 %. */
  readonly quantiles: Float64Array;
  /** Share of the pairs in which a is better, plus half the ties, by week. */
  readonly probability: Float64Array;
}

/** Tribe by tribe under one strategy; means over replicates where tribes are the same in all, else those of replicate 0. */
export interface TribeResult {
  readonly strategy: string;
  /** True when the figures are of the first replicate alone, because every replicate draws its own tribes. */
  readonly ofOneReplicate: boolean;
  readonly sizes: Uint32Array;
  /** `[week * tribes + tribe]`, of the first brand: share of the tribe who ever bought; mean affect. */
  readonly adoption: Float32Array;
  readonly affect: Float32Array;
}

/** Moves between stages under one strategy, means over replicates. */
export interface JourneyResult {
  readonly strategy: string;
  readonly stages: readonly string[];
  /** People who moved in a week, `[(week * stages + from) * stages + to]`; those who stayed are on the diagonal. */
  readonly flows: Float32Array;
  readonly population: number;
  readonly runs: number;
}

/** What spoke for the purchases of the first brand under one strategy, means over replicates. */
export interface ReasonResult {
  readonly strategy: string;
  /**
   * `[week * parts + part]`, the parts being `SOURCES`, then `COMPONENTS`: of each purchase, the share that each component of the choice had,
   * and what had built the components that have sources. Components of a week add up to its purchases that anything spoke for.
   */
  readonly parts: Float32Array;
  readonly population: number;
  readonly runs: number;
}

/** The state of the laboratory, as views follow it. */
export interface LabState {
  /** Counts requests; results of an older one are never shown as those of a newer. */
  readonly request: number;
  readonly status: 'idle' | 'running' | 'paused' | 'done' | 'failed';
  /** Runs, not replicates. */
  readonly done: number;
  readonly total: number;
  /** Of the request at hand, or, until its first result is there, of the one before (`stale`). */
  readonly result: LabResult | null;
  readonly stale: boolean;
  readonly error: unknown;
}

/** Which run the network view replays, person by person. */
export interface ReplayQuestion {
  readonly draft: Draft;
  readonly network: ImportedNetwork | null;
  readonly strategy: string;
  readonly replicate: number;
  /** Position of the brand whose states are kept. */
  readonly brand: number;
  /** The tribe whose people are shown where everybody would be too many. */
  readonly tribe: number | null;
}

/** A network of one's own, as files that the person chose, and how they are to be read. */
export interface NetworkQuestion {
  readonly file: File;
  readonly nodes: File | null;
  readonly partition: File | null;
  readonly options: Omit<ReadOptions, 'nodes' | 'partition'>;
}

/** What the laboratory's worker offers to views. Comparisons are not among it: they follow the state by themselves. */
export interface LabHost {
  /** Holds the comparison; what has run is kept. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** A later question ends the one before, which is then refused. */
  replay(question: ReplayQuestion): Promise<Replay>;
  /** Adoption in one run of each named strategy, of a market made small: lines for a gallery card. */
  thumbnail(draft: Draft): Promise<Readonly<Record<string, Float32Array>>>;
  /** @throws InputError that names file, place, what was found and what is allowed */
  readNetwork(question: NetworkQuestion): Promise<ImportedNetwork>;
}

import type { Recording } from '../market/recording.ts';
import type { Metric } from './metrics.ts';
import { RunView } from './run-view.ts';

/** One finished run of a comparison. */
export interface FinishedRun {
  /** Position of the strategy in the comparison. */
  readonly strategy: number;
  readonly replicate: number;
  readonly runId: string;
  readonly digest: string;
  readonly recording: Recording;
}

/** A run as kept: its metrics week by week, `series[metric * weeks + week]`. */
export interface MeasuredRun {
  readonly runId: string;
  readonly digest: string;
  readonly series: Float64Array;
}

/**
 * Runs of a comparison as they arrive, in any order, each reduced once to its metrics. A run waits as a recording until the
 * reference run of its replicate is there, because some metrics are measured against it.
 */
export class RunTable {
  readonly #metrics: readonly Metric[];
  readonly #weeks: number;
  readonly #strategies: number;
  readonly #reference: number;
  readonly #brand: number;
  readonly #references = new Map<number, RunView>();
  readonly #waiting = new Map<number, FinishedRun[]>();
  readonly #rows: Map<number, MeasuredRun>[];

  constructor(shape: { metrics: readonly Metric[]; weeks: number; strategies: number; reference: number; brand: number }) {
    this.#metrics = shape.metrics;
    this.#weeks = shape.weeks;
    this.#strategies = shape.strategies;
    this.#reference = shape.reference;
    this.#brand = shape.brand;
    this.#rows = Array.from({ length: shape.strategies }, () => new Map<number, MeasuredRun>());
  }

  add(run: FinishedRun): void {
    const { strategy, replicate, recording } = run;
    if (!(strategy in this.#rows)) throw new RangeError(`run of strategy ${strategy}, but there are ${this.#strategies}`);
    if (recording.weeks !== this.#weeks) throw new RangeError(`run of ${recording.weeks} weeks in a comparison of ${this.#weeks}`);
    const waiting = this.#waiting.get(replicate) ?? [];
    if (this.#rows[strategy].has(replicate) || waiting.some((other) => other.strategy === strategy)) {
      throw new RangeError(`replicate ${replicate} of strategy ${strategy} was added twice`);
    }
    const view = new RunView(recording, this.#brand);
    if (strategy === this.#reference) {
      this.#references.set(replicate, view);
      this.#waiting.delete(replicate);
      this.#measure(run, view, view);
      for (const other of waiting) this.#measure(other, new RunView(other.recording, this.#brand), view);
    } else {
      const reference = this.#references.get(replicate);
      if (reference === undefined) this.#waiting.set(replicate, [...waiting, run]);
      else this.#measure(run, view, reference);
    }
    if (this.#isComplete(replicate)) this.#references.delete(replicate);
  }

  /** Replicates in which every strategy has run, ascending. */
  complete(): number[] {
    return [...this.#rows[0].keys()].filter((replicate) => this.#isComplete(replicate)).sort((a, b) => a - b);
  }

  run(strategy: number, replicate: number): MeasuredRun {
    const measured = this.#rows[strategy].get(replicate);
    if (measured === undefined) throw new RangeError(`replicate ${replicate} of strategy ${strategy} has not run`);
    return measured;
  }

  #isComplete(replicate: number): boolean {
    return this.#rows.every((row) => row.has(replicate));
  }

  #measure(run: FinishedRun, view: RunView, reference: RunView): void {
    const series = new Float64Array(this.#metrics.length * this.#weeks);
    this.#metrics.forEach((metric, position) => {
      series.set(metric.series(view, reference), position * this.#weeks);
    });
    this.#rows[run.strategy].set(run.replicate, { runId: run.runId, digest: run.digest, series });
  }
}

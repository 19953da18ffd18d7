import { comparisonTable } from '../chart/index.ts';
import type { ComparisonPlan } from '../compute/comparison-plan.ts';
import { comparisonOf } from '../compute/comparison-plan.ts';
import type { Comparison, FinishedRun } from '../experiment/compare-result.ts';
import type { Terminal } from './terminal.ts';

const METRICS = ['adoption', 'active', 'sentiment', 'margin', 'romi'] as const;
/** The table may take this share of the time, so that watching does not slow the runs. */
const SHARE = 0.1;

/** The state of a comparison at its last week, while replicates still arrive. */
export class LiveTable {
  readonly #terminal: Terminal;
  readonly #comparison: Comparison;
  #shown = 0;
  #next = 0;

  constructor(plan: ComparisonPlan, terminal: Terminal) {
    this.#terminal = terminal;
    this.#comparison = comparisonOf(plan, { metrics: METRICS });
  }

  /** The table anew, if there is something new to show and it is time; null otherwise. */
  add(run: FinishedRun): readonly string[] | null {
    this.#comparison.add(run);
    const replicates = this.#comparison.completeReplicates().length;
    const started = performance.now();
    if (replicates === this.#shown || started < this.#next) return null;
    this.#shown = replicates;
    const result = this.#comparison.result();
    const last = result.strategies.map((strategy) => ({ ...strategy, atWeek: strategy.atWeek.slice(-1) }));
    const { width, ascii } = this.#terminal;
    const table = comparisonTable(
      { ...result, strategies: last, comparisons: [] },
      { width: width - 1, metrics: METRICS, paired: [], ascii },
    );
    this.#next = performance.now() + (performance.now() - started) / SHARE;
    return [...table.split('\n'), ''];
  }
}

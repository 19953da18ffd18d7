import { runIdOf } from './comparison-plan.ts';
import type { Job } from './jobs.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { Pool } from './pool.ts';
import { pointsOf, type SweepPlan } from './sweep-plan.ts';

/** Replicates of one point of a design: the first, and the one after the last. */
export interface PointReplicates {
  readonly point: number;
  readonly from: number;
  readonly to: number;
}

/** What was measured at one point: `values[strategy][measure][replicate - from]`, measures by metric, then by week, as in the plan. */
export type PointMeasures = readonly (readonly Float64Array[])[];

/** Runs that were measured before. */
export interface MeasuredRuns {
  readonly finished: { has(runId: string): boolean };
  read(runId: string): Promise<{ readonly measures: ArrayLike<number> | null }>;
}

/** Where measured runs are kept, so that none is made twice. */
export interface RunKeeper extends MeasuredRuns {
  append(run: {
    readonly runId: string;
    readonly digest: string | null;
    readonly error: string | null;
    readonly measures: Float64Array | null;
    readonly recording: null;
  }): Promise<void>;
}

export interface DesignOptions {
  readonly signal?: AbortSignal;
  /** Runs that it holds are not made again; those that end are appended to it. */
  readonly keeper?: RunKeeper | null;
  /** Called once for the runs that the keeper held, then after each run, with the number of runs that are measured. */
  readonly onProgress?: (done: number) => void;
}

interface Slot {
  readonly place: number;
  readonly at: number;
  readonly replicate: number;
}

/**
 * Measures strategies at points of a design over a pool, replicate by replicate, and keeps nothing of a run in memory but its measures. Values do
 * not depend on the number of workers, nor on which runs a keeper held.
 *
 * @param strategies positions among the arms of the plan
 * @throws InputError where a point cannot be run; the signal's reason; the error of the first run that failed, which is kept first
 */
export async function measureDesign(
  pool: Pool<MarketInput>,
  plan: SweepPlan,
  strategies: readonly number[],
  places: readonly PointReplicates[],
  { signal, keeper = null, onProgress = () => {} }: DesignOptions = {},
): Promise<PointMeasures[]> {
  const sheet = new MeasureSheet(plan, strategies, places);
  const missing: Slot[] = [];
  let done = 0;
  for (const slot of sheet.slots()) {
    const runId = keeper === null ? '' : sheet.runIdAt(slot);
    if (keeper?.finished.has(runId)) {
      sheet.put(slot, (await keeper.read(runId)).measures);
      done++;
    } else missing.push(slot);
  }
  if (done > 0) onProgress(done);
  const batch = { input: plan.input, jobs: sheet.jobs(missing), runs: missing.length };
  for await (const outcome of pool.run(batch, signal ? { signal } : {})) {
    const slot = { place: outcome.point, at: strategies.indexOf(outcome.strategy), replicate: outcome.replicate };
    if (keeper !== null) {
      const runId = sheet.runIdAt(slot);
      const ended =
        outcome.status === 'done'
          ? { digest: outcome.digest, error: null, measures: outcome.measures ?? null }
          : { digest: null, error: outcome.error.message, measures: null };
      // Two points may be the same scenario: a run is kept once.
      if (!keeper.finished.has(runId)) await keeper.append({ runId, ...ended, recording: null });
    }
    if (outcome.status === 'failed') throw outcome.error;
    sheet.put(slot, outcome.measures ?? null);
    onProgress(++done);
  }
  return sheet.values;
}

/** What was measured at points of a design, from runs that are there already. Null when one is missing. */
export async function measuresKept(
  runs: MeasuredRuns,
  plan: SweepPlan,
  strategies: readonly number[],
  places: readonly PointReplicates[],
): Promise<PointMeasures[] | null> {
  const sheet = new MeasureSheet(plan, strategies, places);
  for (const slot of sheet.slots()) {
    const runId = sheet.runIdAt(slot);
    if (!runs.finished.has(runId)) return null;
    sheet.put(slot, (await runs.read(runId)).measures);
  }
  return sheet.values;
}

/** The measures of some points while they are filled in. */
class MeasureSheet {
  readonly values: PointMeasures[];
  readonly #strategies: readonly number[];
  readonly #places: readonly PointReplicates[];
  readonly #pointAt: ReturnType<typeof pointsOf>;

  constructor(plan: SweepPlan, strategies: readonly number[], places: readonly PointReplicates[]) {
    const measures = plan.measuring.metrics.length * plan.measuring.weeks.length;
    this.#strategies = strategies;
    this.#places = places;
    this.#pointAt = pointsOf(plan);
    this.values = places.map(({ from, to }) => strategies.map(() => Array.from({ length: measures }, () => new Float64Array(to - from))));
  }

  /** Every run, replicate by replicate, so that what was interrupted has seen every point about equally often. */
  *slots(): Generator<Slot> {
    const most = Math.max(0, ...this.#places.map(({ from, to }) => to - from));
    for (let offset = 0; offset < most; offset++) {
      for (const [place, { from, to }] of this.#places.entries()) {
        if (from + offset >= to) continue;
        for (const at of this.#strategies.keys()) yield { place, at, replicate: from + offset };
      }
    }
  }

  /** Runs of one place and replicate go to one worker: they share a network, and the run that does nothing. */
  *jobs(slots: readonly Slot[]): Generator<Job> {
    for (let first = 0; first < slots.length; ) {
      const { place, replicate } = slots[first];
      let end = first + 1;
      while (end < slots.length && slots[end].place === place && slots[end].replicate === replicate) end++;
      const strategies = slots.slice(first, end).map(({ at }) => this.#strategies[at]);
      yield { point: place, replicate, strategies, setting: this.#pointAt(this.#places[place].point).setting };
      first = end;
    }
  }

  runIdAt({ place, at, replicate }: Slot): string {
    return runIdOf(this.#pointAt(this.#places[place].point).at, this.#strategies[at], replicate);
  }

  put({ place, at, replicate }: Slot, measures: ArrayLike<number> | null): void {
    if (measures === null) throw new Error('a design needs the measures of its runs, and the laboratory gave none');
    for (const [measure, series] of this.values[place][at].entries()) series[replicate - this.#places[place].from] = measures[measure];
  }
}

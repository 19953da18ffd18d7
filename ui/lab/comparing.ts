import { type ComparisonPlan, comparisonOf, planComparison, runIdOf } from '../../sim/compute/comparison-plan.ts';
import { allRuns, type Job, planJobs } from '../../sim/compute/index.ts';
import type { MarketInput } from '../../sim/compute/market-laboratory.ts';
import type { Glimpse } from '../../sim/compute/protocol.ts';
import type { Comparison } from '../../sim/experiment/compare-result.ts';
import { comparisonDigest } from '../../sim/experiment/digest.ts';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import { STAGES } from '../../sim/experiment/recorded.ts';
import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { Scenario } from '../../sim/scenario/index.ts';
import type { Arm, Arms } from './arms.ts';
import { differenceCourse } from './difference-course.ts';
import { earlyResult, type FirstRun } from './early-result.ts';
import type { CloseUp, PackedResult } from './host-protocol.ts';
import { packComparison } from './packed-result.ts';
import type { Interest, JourneyResult, ReasonResult, TribeResult } from './protocol.ts';

/** The strategy against which effects are measured. */
const REFERENCE = 'nothing';

/** A comparison under way: what has run, what is still to run, and what can be said so far. */
export class Comparing {
  readonly plan: ComparisonPlan;
  readonly arms: readonly Arm[];
  readonly armIds: readonly string[];
  readonly #comparison: Comparison;
  readonly #added: Set<number>[];
  readonly #first: (FirstRun | null)[];
  readonly #sameTribes: boolean;
  readonly #replicates: number;

  /** @param shown names of the strategies to run, besides doing nothing */
  constructor(scenario: Scenario, network: ImportedNetwork | null, shown: readonly string[], replicates: number, arms: Arms) {
    const strategies = scenario.strategies.filter(({ name }) => shown.includes(name));
    this.plan = planComparison({ scenario: { ...scenario, strategies, replicates }, network, tribes: true });
    this.#comparison = comparisonOf(this.plan);
    // The identity of an arm's first run stands for all of them.
    this.armIds = this.plan.arms.map((_, strategy) => runIdOf(this.plan, strategy, 0));
    this.arms = this.armIds.map((id) => arms.take(id));
    this.#added = this.arms.map(() => new Set());
    this.#first = this.arms.map(() => null);
    this.#sameTribes = network !== null || scenario.network.redraw === 'once';
    this.#replicates = replicates;
  }

  get total(): number {
    return this.arms.length * this.#replicates;
  }

  get done(): number {
    return this.#added.reduce((sum, added) => sum + added.size, 0);
  }

  get complete(): number {
    return this.#comparison.completeReplicates().length;
  }

  get input(): MarketInput {
    return { ...this.plan.input, tribes: true, journey: true, ledger: true };
  }

  /** Runs that were never made; those of replicate 0 come first, over all workers, and show themselves on the way. */
  jobs(workers: number): Job[] {
    const missing = allRuns(this.arms.length, this.#replicates).filter(
      ({ strategy, replicate }) => !this.arms[strategy].runs.has(replicate),
    );
    const first = planJobs(
      missing.filter(({ replicate }) => replicate === 0),
      workers,
    );
    const rest = planJobs(
      missing.filter(({ replicate }) => replicate > 0),
      1,
    );
    return [...first.map((job) => ({ ...job, glimpses: true })), ...rest];
  }

  /** Takes in runs that were made before, replicate by replicate; yields after each. */
  *takeKept(): Generator<void, void> {
    for (let replicate = 0; replicate < this.#replicates; replicate++) {
      for (const [strategy, arm] of this.arms.entries()) {
        const run = arm.runs.get(replicate);
        if (run === undefined || this.#added[strategy].has(replicate)) continue;
        this.#count(strategy, { ...run, strategy });
        yield;
      }
    }
  }

  add(run: Parameters<Comparison['add']>[0]): void {
    const { strategy, ...kept } = run;
    this.arms[strategy].add(kept, this.#sameTribes);
    this.#count(strategy, run);
  }

  #count(strategy: number, run: Parameters<Comparison['add']>[0]): void {
    if (run.replicate === 0) this.#first[strategy] = { recording: run.recording, weeks: run.recording.weeks };
    this.#comparison.add(run);
    this.#added[strategy].add(run.replicate);
  }

  glimpse({ strategy, replicate, weeks, recording }: Glimpse): void {
    if (replicate === 0 && !this.#added[strategy].has(0)) this.#first[strategy] = { recording, weeks };
  }

  /** What can be said now, in small steps. */
  *result(): Generator<void, PackedResult> {
    const { names, scenario } = this.plan;
    const { complete } = this;
    const early = complete === 0;
    const brands = scenario.brands.map(({ name }) => name);
    let comparison: PackedResult['comparison'];
    if (early) {
      const head = {
        engine: ENGINE_ID,
        scenario: this.#scenario(1),
        seed: scenario.seed,
        replicates: 0,
        digest: comparisonDigest([]),
        runs: [],
      };
      comparison = earlyResult({ head, names, weeks: scenario.horizon }, this.#first, names.indexOf(REFERENCE));
    } else {
      const result = yield* this.#comparison.assemble();
      comparison = packComparison({ ...result, scenario: this.#scenario(complete) });
    }
    const columns: Record<string, Float32Array> = {};
    const tribes: TribeResult[] = [];
    const journeys: JourneyResult[] = [];
    const reasons: ReasonResult[] = [];
    for (const [position, arm] of this.arms.entries()) {
      if (arm.runs.size === 0) continue;
      const strategy = names[position];
      columns[strategy] = arm.meanColumns(Math.max(1, complete));
      yield;
      if (arm.tribes !== null) tribes.push(this.#tribesOf(strategy, arm));
      if (arm.flows !== null) journeys.push(this.#journeyOf(strategy, arm));
      if (arm.reasons !== null) reasons.push(reasonsOf(strategy, arm));
      yield;
    }
    return { comparison, early, brands, columns, tribes, journeys, reasons };
  }

  closeUp({ lines, difference }: Interest): CloseUp {
    const { names, scenario } = this.plan;
    const replicates = this.#comparison.completeReplicates();
    const byStrategy = names.map((name, strategy) => {
      const byMetric = lines.map((metric) => {
        const all = new Float32Array(replicates.length * scenario.horizon);
        replicates.forEach((replicate, row) => {
          all.set(this.#comparison.seriesOf(strategy, metric, replicate), row * scenario.horizon);
        });
        return [metric, all] as const;
      });
      return [name, Object.fromEntries(byMetric)] as const;
    });
    return {
      lines: lines.length === 0 ? {} : (Object.fromEntries(byStrategy) as CloseUp['lines']),
      difference: difference === null ? null : differenceCourse(this.#comparison, names, scenario.horizon, difference),
    };
  }

  /** The scenario that the command line would be given for the same result. */
  #scenario(replicates: number): Scenario {
    return { ...this.plan.scenario, replicates };
  }

  #tribesOf(strategy: string, { tribes }: Arm): TribeResult {
    if (tribes === null) throw new Error('no tribes were recorded');
    const { sizes, adopters, affect, runs } = tribes;
    const perHead = (sum: Float64Array) => Float32Array.from(sum, (value, cell) => value / (sizes[cell % sizes.length] * runs));
    return { strategy, ofOneReplicate: !this.#sameTribes, sizes, adoption: perHead(adopters), affect: perHead(affect) };
  }

  #journeyOf(strategy: string, { flows, flowRuns, runs }: Arm): JourneyResult {
    if (flows === null) throw new Error('no moves were recorded');
    const population = [...runs.values()][0].recording.population;
    return { strategy, stages: STAGES, flows: Float32Array.from(flows, (sum) => sum / flowRuns), population, runs: flowRuns };
  }
}

function reasonsOf(strategy: string, { reasons, reasonRuns, runs }: Arm): ReasonResult {
  if (reasons === null) throw new Error('no reasons were recorded');
  const population = [...runs.values()][0].recording.population;
  return { strategy, parts: Float32Array.from(reasons, (sum) => sum / reasonRuns), population, runs: reasonRuns };
}

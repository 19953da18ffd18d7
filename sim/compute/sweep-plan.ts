import { NOTHING, type Strategy } from '../brand/index.ts';
import { armsOf } from '../experiment/arms.ts';
import { canonicalJson } from '../experiment/canonical.ts';
import { comparedWeeks } from '../experiment/compare-result.ts';
import { type Design, scenarioAtPoint } from '../experiment/design/design.ts';
import type { Experiment as ExperimentFile } from '../experiment/design/experiment-file.ts';
import { sha256Hex } from '../experiment/identity.ts';
import { METRICS } from '../experiment/metrics.ts';
import { InputError } from '../parameter/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type ComparisonPlan, type ComparisonRequest, planComparison, runIdOf } from './comparison-plan.ts';
import type { Job } from './jobs.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { Measuring } from './measured-experiment.ts';

/** A part of all runs, for one of several machines: number `part` of `parts`, from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** What is to be swept: an experiment, the scenario it starts from, and its points. */
export interface SweepRequest extends ComparisonRequest {
  readonly experiment: ExperimentFile;
  readonly design: Design;
  /** Keep the weeks of every run besides its metrics. */
  readonly recordings?: boolean;
}

/** A sweep with everything settled. */
export interface SweepPlan {
  readonly file: ExperimentFile;
  readonly design: Design;
  /** The comparison at the scenario that every point starts from. */
  readonly base: ComparisonPlan;
  /** Identity of everything that decides results but the number of replicates. */
  readonly experiment: string;
  readonly points: number;
  readonly replicates: number;
  readonly measuring: Measuring;
  readonly input: MarketInput;
}

/** One run of a sweep. */
export interface SweepRun {
  readonly point: number;
  readonly strategy: number;
  readonly replicate: number;
  readonly runId: string;
}

/** Settles a sweep. @throws InputError when a policy has the name of a strategy */
export function planSweep({ experiment: file, design, recordings = false, ...request }: SweepRequest): SweepPlan {
  const base = planComparison(request);
  const { metrics = METRICS.map(({ name }) => name), weeks = comparedWeeks(request.scenario.horizon) } = file.outputs;
  const measuring: Measuring = { metrics, weeks, recordings };
  const { name: _name, story: _story, scenario: _scenario, strategies: _strategies, replicates: _replicates, seed: _seed, ...asked } = file;
  return {
    file,
    design,
    base,
    experiment: sha256Hex(canonicalJson({ base: base.experiment, asked })).slice(0, 32),
    points: design.points.length,
    replicates: file.replicates,
    measuring,
    input: { ...base.input, measuring },
  };
}

/** The comparison at one point. @throws InputError where the point cannot be run, or changes which strategies there are */
export function planAt({ base, design }: SweepPlan, point: number): ComparisonPlan {
  const scenario = scenarioAtPoint(base.scenario, design, point);
  const own = armsOf(scenario);
  const arms = base.arms.map((arm, at) => {
    const chosen = base.policies[at] === null ? own.find(({ name }) => name === arm.name) : arm;
    if (chosen !== undefined) return chosen;
    throw new InputError(`point ${point + 1} has other strategies than the experiment`, {
      path: 'factors',
      found: own.map(({ name }) => name).join(', '),
      allowed: base.names.join(', '),
    });
  });
  return { ...base, scenario, arms };
}

/** The scenario that a worker runs at a point: with every strategy that competes. */
export function settingOf({ scenario, arms }: ComparisonPlan): Scenario {
  return { ...scenario, strategies: [...arms] as Strategy[] };
}

/** Runs of one point, by strategy, then by replicate. */
export function runsAt(plan: SweepPlan, at: ComparisonPlan, point: number): SweepRun[] {
  return plan.base.arms.flatMap((_, strategy) =>
    Array.from({ length: plan.replicates }, (_unused, replicate) => ({
      point,
      strategy,
      replicate,
      runId: runIdOf(at, strategy, replicate),
    })),
  );
}

/** Points that are kept at hand, for the replicates to come. */
const KEPT_POINTS = 2000;

/** A point made ready: who its runs are, and the scenario that a worker runs there. */
export interface ReadyPoint {
  readonly at: ComparisonPlan;
  readonly setting: Scenario;
}

/** Makes points of a plan ready, the first ones only once. */
export function pointsOf(plan: SweepPlan): (point: number) => ReadyPoint {
  const kept = new Map<number, ReadyPoint>();
  return (point) => {
    const known = kept.get(point);
    if (known !== undefined) return known;
    const at = planAt(plan, point);
    const ready = { at, setting: settingOf(at) };
    if (kept.size < KEPT_POINTS) kept.set(point, ready);
    return ready;
  };
}

/**
 * The sweep as jobs, one for each point and replicate, replicate by replicate, so that an interrupted sweep has seen every point about equally
 * often; computed as they are read. The run that does nothing goes first, because the others are measured against it.
 *
 * @param finished whether a run is known already, by its id
 */
export function* sweepJobs(plan: SweepPlan, finished: (runId: string) => boolean, shard: Shard = { part: 1, parts: 1 }): Generator<Job> {
  const pointAt = pointsOf(plan);
  const order = plan.base.names.map((name, strategy) => ({ strategy, first: name === NOTHING.name }));
  order.sort((a, b) => Number(b.first) - Number(a.first) || a.strategy - b.strategy);
  for (let replicate = 0; replicate < plan.replicates; replicate++) {
    for (let point = 0; point < plan.points; point++) {
      if (!isIn(shard, replicate * plan.points + point)) continue;
      const { at, setting } = pointAt(point);
      const strategies = order.map(({ strategy }) => strategy).filter((strategy) => !finished(runIdOf(at, strategy, replicate)));
      if (strategies.length > 0) yield { replicate, point, strategies, setting };
    }
  }
}

/** Number of runs in a shard. */
export function runsIn(plan: SweepPlan, { part, parts }: Shard = { part: 1, parts: 1 }): number {
  const jobs = plan.points * plan.replicates;
  return (Math.floor(jobs / parts) + (part <= jobs % parts ? 1 : 0)) * plan.base.arms.length;
}

function isIn({ part, parts }: Shard, job: number): boolean {
  return job % parts === part - 1;
}

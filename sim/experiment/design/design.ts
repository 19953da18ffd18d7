import { InputError } from '../../parameter/index.ts';
import { keysFromSeed } from '../../random/index.ts';
import { assign, parseScenario, type Scenario } from '../../scenario/index.ts';
import { type Constraint, parseConstraint } from './constraint.ts';
import { EXPERIMENT_LIMITS, type Experiment } from './experiment-file.ts';
import { explicitFactors, explicitPoints } from './explicit-points.ts';
import { type Factor, type JsonValue, valueAt } from './factor.ts';
import { settleFactors, valueAtPath } from './factors.ts';
import { latinHypercube, maximinLatinHypercube } from './latin-hypercube.ts';
import { morrisTrajectory } from './morris-trajectories.ts';
import { SALTELLI_FACTORS, saltelliSample } from './saltelli-sample.ts';
import { SOBOL_DIMENSIONS, SobolSequence } from './sobol-sequence.ts';

export interface Assignment {
  readonly path: string;
  readonly value: JsonValue;
}

/** One point of a design: a value for each factor, in the order of the factors. */
export interface DesignPoint {
  readonly values: readonly JsonValue[];
  /** Its place in the unit cube of the factors; null in explicit and factorial designs. */
  readonly unit: Float64Array | null;
}

/** The points at which an experiment runs its scenario. */
export interface Design {
  readonly kind: Experiment['design']['kind'];
  /** What varies. */
  readonly factors: readonly Factor[];
  /** What the experiment sets at every point alike. */
  readonly fixed: readonly Assignment[];
  readonly points: readonly DesignPoint[];
  /** Candidates that a constraint ruled out. */
  readonly ruledOut: number;
}

/** Candidates per wanted point before constraints are taken for impossible. */
const PATIENCE = 1000;

/** The scenario that every point starts from: with the experiment's strategies, seed and replicates, checked and complete. */
export function baseScenario(experiment: Experiment, given: unknown, file: string | null = null): Scenario {
  const { strategies, seed, replicates } = experiment;
  const raw = typeof given === 'object' && given !== null ? given : {};
  return parseScenario({ ...raw, ...(strategies && { strategies }), ...(seed !== undefined && { seed }), replicates }, file);
}

/**
 * The points of an experiment: a pure function of the experiment and its base scenario.
 *
 * @throws InputError for unknown or impossible parameters, contradictory constraints, and designs that are too large
 */
export function expandDesign(experiment: Experiment, base: Scenario, file: string | null = null): Design {
  const { design, constraints } = experiment;
  const { kind } = design;
  const given = design.kind === 'explicit' ? explicitPoints(design.points ?? [], file) : null;
  const { factors, fixed } = settleFactors(experiment.factors, given === null ? [] : explicitFactors(given), base, file);
  const keys = keysFromSeed(`${base.seed} ${kind}`);
  const checks = constraints.map((text, at) => parseConstraint(text, `constraints.${at}`));
  const allowed = feasibility(checks, factors, fixed, base, file);
  const point = (unit: Float64Array): DesignPoint => ({ values: factors.map((factor, d) => valueAt(factor, unit[d])), unit });
  const refuse = (path: string, found: number | string, allowedText: string): never => {
    throw new InputError(`${path}: found ${found}, allowed is ${allowedText}`, { file, path, found: String(found), allowed: allowedText });
  };
  const within = (rows: number): void => {
    if (rows > EXPERIMENT_LIMITS.points) refuse('design', `${rows} points`, `at most ${EXPERIMENT_LIMITS.points}`);
  };
  const shape = { kind, factors, fixed };
  if (design.kind !== 'explicit' && factors.length === 0)
    refuse('factors', 'nothing that varies', 'at least one range or list of two values');

  switch (design.kind) {
    case 'explicit': {
      const all = given as NonNullable<typeof given>;
      const varying = factors.map(({ path }) => all.paths.indexOf(path));
      return sieve(
        shape,
        all.rows.map((row) => ({ values: varying.map((column) => row[column]), unit: null })),
        allowed,
        file,
      );
    }
    case 'factorial': {
      const levels = factors.map((factor) => levelsOf(factor, design.levels));
      within(levels.reduce((product, each) => product * each.length, 1));
      return sieve(shape, combinations(levels), allowed, file);
    }
    case 'latin-hypercube': {
      const rows = (design.maximin ? maximinLatinHypercube : latinHypercube)(design.points, factors.length, keys);
      return sieve(shape, rows.map(point), allowed, file);
    }
    case 'sobol': {
      if (factors.length > SOBOL_DIMENSIONS)
        refuse('factors', `${factors.length} factors`, `at most ${SOBOL_DIMENSIONS} in a Sobol sequence`);
      const sequence = new SobolSequence(factors.length, design.scramble ? keys : null);
      return gather(shape, design.points, () => [point(sequence.next())], allowed, file);
    }
    case 'morris': {
      within(design.trajectories * (factors.length + 1));
      const trajectory = (index: number) => morrisTrajectory(index, factors.length, design.levels, keys).map(point);
      return gather(shape, design.trajectories, trajectory, allowed, file);
    }
    case 'saltelli': {
      if (checks.length > 0)
        refuse('constraints', checks[0].text, 'none in a Saltelli sample, whose factors must be independent; use sobol or morris');
      if (factors.length > SALTELLI_FACTORS)
        refuse('factors', `${factors.length} factors`, `at most ${SALTELLI_FACTORS} in a Saltelli sample`);
      within(design.points * (factors.length + 2));
      return { ...shape, points: saltelliSample(design.points, factors.length, keys).map(point), ruledOut: 0 };
    }
  }
}

/** Everything that a point sets, fixed values first. */
export function assignmentsAt({ factors, fixed, points }: Design, point: number): Assignment[] {
  return [...fixed, ...factors.map(({ path }, at) => ({ path, value: points[point].values[at] }))];
}

/** An assignment as `--set` takes it. */
function assignmentText({ path, value }: Assignment): string {
  return `${path}=${JSON.stringify(value)}`;
}

/** The scenario of one point, checked. @throws InputError that names the point */
export function scenarioAtPoint(base: Scenario, design: Design, point: number): Scenario {
  const assignments = assignmentsAt(design, point);
  try {
    return parseScenario(assignments.reduce<unknown>((given, { path, value }) => assign(given, path, value), base));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { path, found, allowed, message } = error;
    throw new InputError(`point ${point + 1} (${assignments.map(assignmentText).join(', ')}): ${message}`, { path, found, allowed });
  }
}

/** Which run comes when: replicate by replicate, so that an interrupted batch has seen every point about equally often. */
export interface DesignRun {
  readonly replicate: number;
  readonly point: number;
  readonly strategy: number;
}

/** Run `index` of all points x replicates x strategies, replicates slowest, strategies fastest. */
export function runAt(index: number, points: number, strategies: number): DesignRun {
  const within = index % (points * strategies);
  return { replicate: Math.floor(index / (points * strategies)), point: Math.floor(within / strategies), strategy: within % strategies };
}

type Shape = Pick<Design, 'kind' | 'factors' | 'fixed'>;
type Feasible = (point: DesignPoint) => boolean;

function sieve(shape: Shape, candidates: readonly DesignPoint[], allowed: Feasible, file: string | null): Design {
  const points = candidates.filter(allowed);
  if (points.length === 0) throw impossible(candidates.length, file);
  return { ...shape, points, ruledOut: candidates.length - points.length };
}

/** Takes candidates until there are enough; those that come together stay or fall together. */
function gather(shape: Shape, wanted: number, candidate: (index: number) => DesignPoint[], allowed: Feasible, file: string | null): Design {
  const points: DesignPoint[] = [];
  let taken = 0;
  let ruledOut = 0;
  for (let index = 0; taken < wanted; index++) {
    if (index >= wanted * PATIENCE) throw impossible(index, file);
    const together = candidate(index);
    if (together.every(allowed)) {
      points.push(...together);
      taken++;
    } else ruledOut += together.length;
  }
  return { ...shape, points, ruledOut };
}

function impossible(candidates: number, file: string | null): InputError {
  return new InputError(`constraints: too few of ${candidates} points meet them`, {
    file,
    path: 'constraints',
    found: `${candidates} points that break one`,
    allowed: 'conditions that points of the design can meet',
  });
}

function feasibility(
  checks: readonly Constraint[],
  factors: readonly Factor[],
  fixed: readonly Assignment[],
  base: Scenario,
  file: string | null,
): Feasible {
  const settled = fixed.reduce<unknown>((given, { path, value }) => assign(given, path, value), base);
  const numberIn = (given: unknown, path: string, text: string): number => {
    const value = valueAtPath(given, path);
    if (typeof value === 'number') return value;
    throw new InputError(`constraints: "${path}" in "${text}" is not a number of the scenario`, {
      file,
      path: 'constraints',
      found: path,
      allowed: 'paths of numbers',
    });
  };
  for (const { paths, text } of checks) {
    const first = factors.reduce<unknown>((given, factor) => assign(given, factor.path, valueAt(factor, 0)), settled);
    for (const path of paths) numberIn(first, path, text);
  }
  return ({ values }) =>
    checks.every(({ holds, text }) =>
      holds((path) => {
        const own = factors.findIndex((factor) => path === factor.path || path.startsWith(`${factor.path}.`));
        if (own < 0) return numberIn(settled, path, text);
        return numberIn({ root: values[own] }, `root${path.slice(factors[own].path.length)}`, text);
      }),
    );
}

function levelsOf(factor: Factor, steps: number): readonly JsonValue[] {
  if (factor.kind === 'levels') return factor.levels;
  const count = factor.steps ?? steps;
  const all = Array.from({ length: count }, (_, step) => valueAt(factor, step / (count - 1)));
  return [...new Set(all)];
}

function combinations(levels: readonly (readonly JsonValue[])[]): DesignPoint[] {
  return levels
    .reduce<JsonValue[][]>((rows, each) => rows.flatMap((row) => each.map((level) => [...row, level])), [[]])
    .map((values) => ({ values, unit: null }));
}

import { InputError } from '../../parameter/index.ts';
import { assign, axesAt, parseScenario, type Scenario } from '../../scenario/index.ts';
import type { Assignment } from './design.ts';
import type { Experiment, GivenFactor } from './experiment-file.ts';
import { type Factor, type JsonValue, valueAt } from './factor.ts';

/**
 * What varies and what is fixed. A list of two or more values varies; a range varies, and that of a vector element by element; everything
 * else is constant. Paths of explicit points vary with them.
 *
 * @throws InputError for a path that the scenario does not have, an end that it does not allow, or a range that is not known
 */
export function settleFactors(
  given: Experiment['factors'],
  explicit: readonly Factor[],
  base: Scenario,
  file: string | null,
): { readonly factors: readonly Factor[]; readonly fixed: readonly Assignment[] } {
  const factors: Factor[] = [];
  const fixed: Assignment[] = [];
  for (const [path, value] of Object.entries(given)) {
    if (isRange(value)) factors.push(...rangeFactors(path, value, base, file));
    else if (Array.isArray(value) && value.length > 1) factors.push({ kind: 'levels', path, levels: value as JsonValue[] });
    else fixed.push({ path, value: (Array.isArray(value) ? value[0] : value) as JsonValue });
  }
  if (explicit.length > 0 && factors.length > 0) {
    throw new InputError(`factors.${factors[0].path}: an explicit design takes its values from its points`, {
      file,
      path: `factors.${factors[0].path}`,
      found: JSON.stringify(given[factors[0].path]) ?? factors[0].path,
      allowed: 'constants',
    });
  }
  factors.push(...explicit);
  refuseOverlap(
    [...factors, ...fixed].map(({ path }) => path),
    file,
  );
  const settled = fixed.reduce<unknown>((scenario, each) => checked(scenario, each.path, each.value, file), base);
  for (const factor of factors) {
    const ends = factor.kind === 'levels' ? factor.levels : [valueAt(factor, 0), valueAt(factor, 1)];
    for (const end of ends.length > MANY ? [ends[0], ends[ends.length - 1]] : ends) checked(settled, factor.path, end, file);
  }
  return { factors, fixed };
}

/** More levels than these are checked at their ends here, and each when its point is run. */
const MANY = 50;

type GivenRange = Extract<GivenFactor, { range?: unknown }>;

function isRange(value: GivenFactor): value is GivenRange {
  return typeof value === 'object' && !Array.isArray(value);
}

function rangeFactors(path: string, given: GivenRange, base: Scenario, file: string | null): Factor[] {
  const known = axesAt(path, base.network);
  const { range, scale, steps = null } = given;
  const where = `factors.${path}`;
  if (known.length === 0 && range === undefined) {
    // A path that nothing has is told as such, with the nearest that there is.
    if (valueAtPath(base, path) === undefined) checked(base, path, 0, file);
    throw new InputError(`${where}: no plausible range is known`, { file, path: where, found: path, allowed: '{ "range": [from, to] }' });
  }
  if (range !== undefined && !(range[0] < range[1])) {
    throw new InputError(`${where}: found ${range[0]} to ${range[1]}, a range must ascend`, {
      file,
      path: where,
      found: JSON.stringify(range),
      allowed: '[from, to] with from < to',
    });
  }
  const bare = { path, low: 0, high: 0, log: false, integer: isWhole(base, path) };
  return (known.length > 0 ? known : [bare]).map((axis) => {
    const [low, high] = range ?? [axis.low, axis.high];
    const log = scale === undefined ? low > 0 && high / low >= WIDE : scale === 'log';
    if (log && low <= 0) {
      throw new InputError(`${where}: a logarithmic scale must start above 0`, {
        file,
        path: where,
        found: String(low),
        allowed: 'more than 0',
      });
    }
    return { kind: 'range', path: axis.path, low, high, log, integer: axis.integer, steps };
  });
}

/** Ranges that span this factor are explored on a logarithmic scale. */
const WIDE = 10;

/** The scenario's own counts that stand in no table of parameters: the horizon. */
function isWhole(base: Scenario, path: string): boolean {
  return path === 'horizon' && Number.isInteger(base.horizon);
}

/** A scenario with one value set, if the schema allows it there; what only other values forbid is left to each point. */
function checked(scenario: unknown, path: string, value: JsonValue, file: string | null): unknown {
  const changed = assign(scenario, path, value);
  try {
    parseScenario(changed);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const place = error.path ?? '';
    const about = place === path || place.startsWith(`${path}.`) || path.startsWith(`${place}.`) || place === '(top level)';
    if (about) {
      const where = `factors.${path}`;
      throw new InputError(`${where}: ${error.message}`, { file, path: where, found: error.found, allowed: error.allowed });
    }
  }
  return changed;
}

function refuseOverlap(paths: readonly string[], file: string | null): void {
  const clash = paths.find((path, at) => paths.some((other, at2) => at !== at2 && (other === path || other.startsWith(`${path}.`))));
  if (clash === undefined) return;
  throw new InputError(`factors.${clash}: the same value is set twice`, {
    file,
    path: `factors.${clash}`,
    found: clash,
    allowed: 'each value once',
  });
}

/** What stands at a path, undefined where there is nothing. */
export function valueAtPath(given: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (node, step) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, step) ? (node as Record<string, unknown>)[step] : undefined,
      given,
    );
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentsAt, baseScenario, type Design, expandDesign, runAt, scenarioAtPoint } from '../../../sim/experiment/design/design.ts';
import { parseExperiment } from '../../../sim/experiment/design/experiment-file.ts';
import { valueAt } from '../../../sim/experiment/design/factor.ts';
import { InputError } from '../../../sim/parameter/index.ts';

const SCENARIO = { name: 'test', network: { kind: 'tribal', people: 200 }, strategies: ['push'] };

function expand(given: Record<string, unknown>): Design {
  const experiment = parseExperiment({ name: 'test', scenario: SCENARIO, ...given });
  return expandDesign(experiment, baseScenario(experiment, experiment.scenario));
}

function values(design: Design): unknown[] {
  return design.points.map((point) => point.values);
}

function refusal(given: Record<string, unknown>): InputError {
  try {
    expand(given);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('what varies', () => {
  test('a list expands, a scalar and a list of one are constant, everything else stays as the scenario has it', () => {
    const design = expand({
      factors: { 'market.need': [0.02, 0.06], 'brands.0.price': 30, 'market.job': [[0.6, 0.2, 0.2]], horizon: [13, 26] },
      design: { kind: 'factorial' },
    });
    expect(values(design)).toEqual([
      [0.02, 13],
      [0.02, 26],
      [0.06, 13],
      [0.06, 26],
    ]);
    const scenario = scenarioAtPoint(baseScenario(parseExperiment({ name: 'x', design: { kind: 'factorial' } }), SCENARIO), design, 2);
    expect([scenario.market.need, scenario.horizon, scenario.brands[0].price, scenario.market.job]).toEqual([
      0.06,
      13,
      30,
      [0.6, 0.2, 0.2],
    ]);
    expect(scenario.market.people).toBe(1_000_000);
  });

  test('vectors and whole networks can be levels; the range of a vector varies each element', () => {
    const levels = [
      [0.5, 0.25, 0.25],
      [0.2, 0.4, 0.4],
    ];
    expect(values(expand({ factors: { 'market.job': levels }, design: { kind: 'factorial' } }))).toEqual(levels.map((level) => [level]));
    const networks = [
      { kind: 'ring', people: 100 },
      { kind: 'tribal', people: 100 },
    ];
    const design = expand({ factors: { network: networks }, design: { kind: 'factorial' } });
    const base = baseScenario(parseExperiment({ name: 'x', design: { kind: 'factorial' } }), SCENARIO);
    expect(networks.map((_, at) => scenarioAtPoint(base, design, at).network.kind)).toEqual(['ring', 'tribal']);
    const ranged = expand({ factors: { 'market.job': {} }, design: { kind: 'latin-hypercube', points: 4 } });
    expect(ranged.factors.map(({ path }) => path)).toEqual(['market.job.0', 'market.job.1', 'market.job.2']);
  });

  test('a range is the plausible one of the schema unless given, logarithmic where it is wide; rivals have the ranges of the first brand', () => {
    const design = expand({
      factors: { 'market.people': { steps: 4 }, 'brands.1.familiarity': { steps: 2 }, 'network.people': { range: [100, 102] } },
      design: { kind: 'factorial', levels: 3 },
    });
    const columns = design.factors.map((_, at) => [...new Set(design.points.map((point) => point.values[at]))]);
    expect(columns).toEqual([
      [10_000, 100_000, 1_000_000, 10_000_000],
      [0, 0.6],
      [100, 101, 102],
    ]);
  });

  test('every whole number and every level has an equal share of the way', () => {
    const counts = (factor: Parameters<typeof valueAt>[0]) => {
      const all = Array.from({ length: 1200 }, (_, i) => valueAt(factor, (i + 0.5) / 1200));
      return [...new Set(all)].map((value) => all.filter((each) => each === value).length);
    };
    expect(counts({ kind: 'range', path: '', low: 3, high: 6, log: false, integer: true, steps: null })).toEqual([300, 300, 300, 300]);
    expect(counts({ kind: 'levels', path: '', levels: ['a', 'b', 'c'] })).toEqual([400, 400, 400]);
  });

  test('what cannot be is refused with its place', () => {
    const path = (given: Record<string, unknown>) => refusal({ design: { kind: 'sobol', points: 4 }, ...given }).path;
    expect(path({ factors: { 'market.needs': {} } })).toBe('factors.market.needs');
    expect(path({ factors: { 'market.need': [0.1, 7] } })).toBe('factors.market.need');
    expect(path({ factors: { 'market.need': { range: [0.2, 0.1] } } })).toBe('factors.market.need');
    expect(path({ factors: { 'market.need': {}, 'market.need.0': {} } })).toBe('factors.market.need.0');
    expect(path({ factors: { 'market.job': {}, 'market.job.0': {} } })).toBe('factors.market.job.0');
    expect(path({ factors: { 'market.need': 0.1 } })).toBe('factors');
    expect(path({ factors: { 'market.need': {} }, constraints: ['market.nonsense < 1'] })).toBe('constraints');
    expect(path({ factors: { 'market.need': {} }, constraints: ['market.need > 100'] })).toBe('constraints');
    expect(path({ factors: { 'market.need': {} }, constraints: ['market.need < 1'], design: { kind: 'saltelli', points: 4 } })).toBe(
      'constraints',
    );
    expect(path({ factors: { __proto__x: 3 } })).toBe('factors.__proto__x');
    expect(path({ factors: { 'market.need': { steps: 10_000 }, 'market.people': { steps: 10_000 } }, design: { kind: 'factorial' } })).toBe(
      'design',
    );
    expect(refusal({ factors: { 'market.budgt': {} }, design: { kind: 'factorial' } }).message).toContain('did you mean "budget"?');
    expect(refusal({ factors: { horizon: {} }, design: { kind: 'factorial' } }).message).toContain('no plausible range is known');
    expect(() => parseExperiment({ name: 'x', design: { kind: 'sobl', points: 3 } })).toThrow(InputError);
    expect(() => parseExperiment({ name: 'x', replicats: 3, design: { kind: 'factorial' } })).toThrow(/did you mean "replicates"/);
  });
});

describe('explicit points', () => {
  test('are run as they are, in their order', () => {
    const points = [
      { 'market.need': 0.1, 'brands.0.price': 10 },
      { 'market.need': 0.05, 'brands.0.price': 60 },
    ];
    const design = expand({ design: { kind: 'explicit', points } });
    expect(design.points.map((_, at) => Object.fromEntries(assignmentsAt(design, at).map(({ path, value }) => [path, value])))).toEqual(
      points,
    );
  });

  test('with a missing value are refused', () => {
    expect(refusal({ design: { kind: 'explicit', points: [{ 'market.need': 0.1 }, { 'brands.0.price': 3 }] } }).path).toBe(
      'design.points.0',
    );
  });
});

describe('constraints', () => {
  test('leave out points, or are met by other points where the design allows it', () => {
    const factors = { 'brands.0.price': [20, 40, 60], 'brands.0.margin': [10, 30, 50] };
    const factorial = expand({ factors, design: { kind: 'factorial' }, constraints: ['brands.0.margin < brands.0.price'] });
    expect([factorial.points.length, factorial.ruledOut]).toEqual([6, 3]);
    const range = { 'market.job.0': {}, 'market.job.1': {}, 'market.job.2': {} };
    for (const [design, count] of [
      [{ kind: 'sobol', points: 64 }, 64],
      [{ kind: 'morris', trajectories: 8 }, 32],
    ] as const) {
      const expanded = expand({ factors: range, design, constraints: ['market.job.0 + market.job.1 + market.job.2 <= 1.2'] });
      expect(expanded.points).toHaveLength(count);
      expect(expanded.ruledOut).toBeGreaterThan(0);
      for (const point of expanded.points) {
        expect((point.values as number[]).reduce((sum, value) => sum + value)).toBeLessThanOrEqual(1.2 + 1e-9);
      }
    }
  });

  test('may name constants and elements of levels', () => {
    const levels = [
      [0.5, 0.25, 0.25],
      [0.2, 0.4, 0.4],
    ];
    const design = expand({
      factors: { 'market.job': levels },
      design: { kind: 'factorial' },
      constraints: ['market.job.0 > brands.0.margin / 50'],
    });
    expect(values(design)).toEqual([[levels[0]]]);
  });
});

test('runs come replicate by replicate, point by point, strategy by strategy; each once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (points, strategies, replicates) => {
        const runs = Array.from({ length: points * strategies * replicates }, (_, index) => runAt(index, points, strategies));
        const order = runs.map(({ replicate, point, strategy }) => (replicate * points + point) * strategies + strategy);
        expect(order).toEqual(runs.map((_, index) => index));
        expect(runs.every(({ point, strategy }) => point < points && strategy < strategies)).toBe(true);
      },
    ),
  );
});

test('equal experiments have equal points; another seed has others', () => {
  const given = { factors: { 'market.need': {}, 'market.people': {} }, design: { kind: 'latin-hypercube', points: 20 } };
  expect(expand(given)).toEqual(expand(given));
  expect(values(expand({ ...given, seed: 'other' }))).not.toEqual(values(expand(given)));
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { Comparison, comparedWeeks } from '../../sim/experiment/compare-result.ts';
import { comparisonDigest, runDigest } from '../../sim/experiment/digest.ts';
import { METRICS } from '../../sim/experiment/metrics.ts';
import { pairedStatistics } from '../../sim/experiment/paired-statistics.ts';
import { COLUMNS } from '../../sim/experiment/recorded.ts';
import { compareResultJsonSchema, compareResultSchema } from '../../sim/experiment/result-schema.ts';
import { bootstrapKeys } from '../../sim/experiment/sensitivity/bootstrap-keys.ts';
import { ARMS, comparisonOf, marketRun } from './synthetic.ts';

const plan = {
  engine: '0.1.0+test',
  scenario: { name: 'synthetic' },
  seed: 'one',
  strategies: ARMS.map((arm) => arm.name),
  reference: 'nothing',
  weeks: 20,
};

const runOf = (strategy: number, replicate: number, weeks = 20) => {
  const recording = marketRun(ARMS[strategy], replicate, weeks);
  return { strategy, replicate, runId: '0123456789abcdef'.repeat(2), digest: runDigest(recording), recording };
};

const ALL = [0, 1, 2, 3].flatMap((strategy) => [0, 1, 2, 3, 4].map((replicate) => [strategy, replicate] as const));

function collect(order: readonly (readonly [number, number])[]): Comparison {
  const comparison = new Comparison(plan);
  for (const [strategy, replicate] of order) comparison.add(runOf(strategy, replicate));
  return comparison;
}

describe('compared weeks', () => {
  test.each([
    [156, [13, 52, 156]],
    [52, [13, 52]],
    [20, [13, 20]],
    [13, [13]],
    [8, [8]],
    [200, [13, 52, 156, 200]],
  ])('of a horizon of %i weeks', (weeks, expected) => {
    expect(comparedWeeks(weeks)).toEqual(expected);
  });
});

test('statistics stand beside each pair where they are asked for, and change nothing else', () => {
  const plain = comparisonOf({ weeks: 20, replicates: 12, metrics: ['adoption', 'spend'] });
  const told = comparisonOf({ weeks: 20, replicates: 12, metrics: ['adoption', 'spend'], statistics: true });
  expect(told.comparisons.map(({ statistics: _, ...pair }) => pair)).toEqual(plain.comparisons);
  expect(compareResultSchema.parse(told)).toEqual(told);
  const valuesOf = (strategy: number) =>
    Array.from({ length: 12 }, (_, replicate) => {
      const { values, population } = marketRun(ARMS[strategy], replicate, 20);
      return values[COLUMNS.findIndex(({ name }) => name === 'adopters') * 20 + 19] / population;
    });
  const [a, b] = [valuesOf(1), valuesOf(2)];
  const pair = told.comparisons.find(
    (each) => each.a === 'push' && each.b === 'learn-and-relate' && each.metric === 'adoption' && each.week === 20,
  );
  const expected = pairedStatistics(a, b, 'higher', bootstrapKeys('one'));
  expect(pair?.statistics).toEqual({
    bca: expected?.bca,
    effectSize: expected?.effectSize,
    pairedEffectSize: expected?.pairedEffectSize,
    varianceSaved: expected?.varianceSaved,
  });
  // d_z by its definition, with the correction of Hedges (1981).
  const differences = a.map((value, at) => value - b[at]);
  const mean = differences.reduce((sum, d) => sum + d, 0) / 12;
  const deviation = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 11);
  expect(pair?.statistics?.pairedEffectSize).toBeCloseTo((mean / deviation) * (1 - 3 / (4 * 11 - 1)), 10);
  // Money that every replicate spends alike has no spread to count in.
  const spend = told.comparisons.find((each) => each.a === 'nothing' && each.b === 'push' && each.metric === 'spend' && each.week === 20);
  expect(spend?.statistics).toMatchObject({ effectSize: null, pairedEffectSize: null, varianceSaved: null });
});

describe('comparison', () => {
  const result = collect(ALL).result();

  test('holds every strategy, pair, metric and week of the contract', () => {
    expect(compareResultSchema.parse(result)).toEqual(result);
    expect(result.replicates).toBe(5);
    expect(result.runs).toHaveLength(20);
    expect(result.runs[7]).toMatchObject({ strategy: 'push', replicate: 2 });
    expect(result.strategies.map((strategy) => strategy.name)).toEqual(plan.strategies);
    expect(Object.keys(result.metricInfo)).toEqual(METRICS.map((metric) => metric.name));
    expect(result.comparisons).toHaveLength(6 * METRICS.length * 2);
    const keys = result.comparisons.map(({ a, b, metric, week }) => [...[a, b].sort(), metric, week].join());
    expect(new Set(keys).size).toBe(keys.length);
    for (const { atWeek, weekly } of result.strategies) {
      expect(atWeek.map((entry) => entry.week)).toEqual([13, 20]);
      for (const metric of METRICS) {
        expect(weekly[metric.name].map((entry) => entry.week)).toEqual(Array.from({ length: 20 }, (_, week) => week + 1));
        expect({ week: 13, ...atWeek[0].metrics[metric.name] }).toEqual(weekly[metric.name][12]);
      }
    }
  });

  test('agrees with a replicate-by-replicate account of adoption', () => {
    const adoption = (strategy: number, replicate: number) => runOf(strategy, replicate).recording.values[3 * 20 + 12] / 1000;
    const pushed = [0, 1, 2, 3, 4].map((replicate) => adoption(1, replicate));
    expect(result.strategies[1].atWeek[0].metrics.adoption.mean).toBeCloseTo(pushed.reduce((a, b) => a + b) / 5, 12);
    const pair = result.comparisons.find(
      ({ a, b, metric, week }) => a === 'push' && b === 'hybrid' && metric === 'adoption' && week === 13,
    );
    const differences = pushed.map((value, replicate) => value - adoption(3, replicate));
    expect(pair?.difference.mean).toBeCloseTo(differences.reduce((a, b) => a + b) / 5, 12);
    const won = differences.filter((d) => d > 0).length + differences.filter((d) => d === 0).length / 2;
    expect(pair?.probabilityABeatsB).toBeCloseTo(won / 5, 12);
  });

  test('does not depend on the order in which runs arrive', () => {
    const late = [...ALL].sort(([a, i], [b, j]) => ((a * 7 + i * 3) % 11) - ((b * 7 + j * 3) % 11));
    for (const order of [[...ALL].reverse(), late]) expect(collect(order).result()).toEqual(result);
  });

  test('rests on complete replicates only', () => {
    const partial = collect(ALL.filter(([strategy, replicate]) => !(strategy === 2 && replicate === 1)));
    expect(partial.completeReplicates()).toEqual([0, 2, 3, 4]);
    const without = collect(ALL.filter(([, replicate]) => replicate !== 1));
    expect(partial.result()).toEqual(without.result());
    partial.add(runOf(2, 1));
    expect(partial.result()).toEqual(result);
  });

  test('waits for the reference', () => {
    const comparison = collect(ALL.filter(([strategy]) => strategy !== 0));
    expect(comparison.completeReplicates()).toEqual([]);
    expect(comparison.result()).toMatchObject({ replicates: 0, runs: [] });
    expect(compareResultSchema.safeParse(comparison.result()).success).toBe(true);
    expect(comparison.result().comparisons.every(({ verdict }) => verdict === 'undecided')).toBe(true);
  });

  test('hashes the run digests by strategy, then replicate', () => {
    expect(result.digest).toBe(comparisonDigest(ALL.map(([strategy, replicate]) => runOf(strategy, replicate).digest)));
  });

  test('never names a winner where the interval holds 0', () => {
    for (const { verdict, difference, metric } of comparisonOf({ weeks: 60, replicates: 10 }).comparisons) {
      const { low, high } = difference;
      const better = METRICS.find((entry) => entry.name === metric)?.better;
      if (low === null || high === null) expect(verdict).toBe('undecided');
      else if (low === 0 && high === 0) expect(verdict).toBe('tie');
      else if (low > 0) expect(verdict).toBe(better === 'lower' ? 'b' : 'a');
      else if (high < 0) expect(verdict).toBe(better === 'lower' ? 'a' : 'b');
      else expect(verdict).toBe('undecided');
    }
  });

  test('identical strategies tie in everything that is defined', () => {
    const twins = [ARMS[0], ARMS[1], { ...ARMS[1], name: 'push by another name' }];
    const { comparisons } = comparisonOf({ arms: twins, weeks: 13, replicates: 4 });
    for (const { verdict, difference, probabilityABeatsB } of comparisons.filter(({ a }) => a === 'push')) {
      if (difference.mean === null) continue;
      expect({ verdict, difference, probabilityABeatsB }).toEqual({
        verdict: 'tie',
        difference: { mean: 0, low: 0, high: 0 },
        probabilityABeatsB: 0.5,
      });
    }
  });

  test('a metric that a strategy leaves undefined is null there', () => {
    expect(result.strategies[0].atWeek[0].metrics.romi.mean).toBeNull();
    expect(result.strategies[1].atWeek[0].metrics.romi.mean).toBeTypeOf('number');
  });

  test('measures the metrics asked for, with margins', () => {
    const comparison = new Comparison({ ...plan, metrics: ['adoption', 'spend'], margins: { adoption: 1 } });
    for (const [strategy, replicate] of ALL) comparison.add(runOf(strategy, replicate));
    const { metricInfo, comparisons } = comparison.result();
    expect(Object.keys(metricInfo)).toEqual(['adoption', 'spend']);
    expect(comparisons.filter(({ metric }) => metric === 'adoption').every(({ verdict }) => verdict === 'tie')).toBe(true);
  });

  test('refuses runs that do not belong', () => {
    const comparison = collect([[1, 0]]);
    expect(() => comparison.add(runOf(1, 0))).toThrow('added twice');
    expect(() => comparison.add({ ...runOf(1, 1), strategy: 4 })).toThrow(RangeError);
    expect(() => comparison.add(runOf(1, 1, 21))).toThrow('21 weeks');
    expect(() => new Comparison({ ...plan, reference: 'none' })).toThrow('"none"');
    expect(() => new Comparison({ ...plan, strategies: ['nothing', 'push', 'push'] })).toThrow('different names');
  });
});

describe('published schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(compareResultJsonSchema());

  test('accepts what a comparison prints', () => {
    expect(validate(JSON.parse(JSON.stringify(collect(ALL).result()))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('refuses what the contract does not know', () => {
    const result = collect(ALL).result();
    expect(validate({ ...result, extra: 1 })).toBe(false);
    expect(validate({ ...result, digest: 'short' })).toBe(false);
    expect(validate({ ...result, comparisons: [{ ...result.comparisons[0], verdict: 'maybe' }] })).toBe(false);
    const { scenario: _, ...withoutScenario } = result;
    expect(validate(withoutScenario)).toBe(false);
  });
});

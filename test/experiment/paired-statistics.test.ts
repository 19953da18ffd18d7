import { expect, test } from 'vitest';
import { pairedStatistics } from '../../sim/experiment/paired-statistics.ts';
import { drawNormal, keysFromSeed } from '../../sim/random/index.ts';

const keys = keysFromSeed('paired');

test("Student's sleep data: effect sizes as published", () => {
  const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
  const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const statistics = pairedStatistics(laevo, dextro, 'higher', keys);
  // Cohen's d of these data is 0.8322 from the pooled spread and 1.2848 from the paired differences; Hedges' factors are 1 - 3 / 71 and 1 - 3 / 35.
  expect(statistics?.effectSize).toBeCloseTo(0.8321811 * (1 - 3 / 71), 5);
  expect(statistics?.pairedEffectSize).toBeCloseTo(1.284558 * (1 - 3 / 35), 5);
  expect(statistics?.t?.low).toBeCloseTo(0.7001142, 6);
  expect(statistics?.probabilityABeatsB).toBeCloseTo(0.95, 12);
});

test('what common random numbers save is what the luck in common is', () => {
  const shared = Array.from({ length: 4000 }, (_, r) => drawNormal(keys.k0, keys.k1, r, 0));
  const own = (arm: number) => shared.map((luck, r) => 3 * luck + drawNormal(keys.k0, keys.k1, r, arm));
  // Variances 10 each, 2 of the difference: nine tenths are saved.
  expect(pairedStatistics(own(1), own(2), 'higher', keys)?.varianceSaved).toBeCloseTo(0.9, 1);
});

test('without pairs, spread or definition nothing is invented', () => {
  expect(pairedStatistics([], [], 'higher', keys)).toBeNull();
  expect(pairedStatistics([1, Number.NaN], [1, 2], 'higher', keys)).toBeNull();
  expect(pairedStatistics([1], [2], 'higher', keys)).toMatchObject({ n: 1, t: null, bca: null, effectSize: null, varianceSaved: null });
  expect(pairedStatistics([1, 1], [1, 1], null, keys)).toMatchObject({
    mean: 0,
    effectSize: null,
    pairedEffectSize: null,
    varianceSaved: null,
  });
});

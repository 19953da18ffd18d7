import { existsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { curvesOf } from '../../sim/experiment/fit/adoption-record.ts';
import { testContagion } from '../../sim/experiment/fit/contagion-test.ts';
import { BASS, fitCurve } from '../../sim/experiment/fit/curve-model.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { DATA, type Row, readObserved, table } from './observed-adoption.ts';

const keys = keysFromSeed('real');

beforeEach(({ skip }) => skip(!existsSync(DATA), `no adoption data at ${DATA}: set SWAYLAB_DATA`));

test('farmers adopt after those who influence them: times shuffled z 5.2, ties rewired, in the same community and year', () => {
  const { ratio, low, timesShuffled, tiesRewired } = testContagion(readObserved('brazilian-farmers', 19), 199, keys);
  // A logit with year and village effects gives an odds ratio of 2.2 (95 % 1.7 to 2.8); a hazard ratio within both is lower.
  expect(ratio).toBeGreaterThan(1.4);
  expect(ratio).toBeLessThan(2.8);
  expect(low).toBeGreaterThan(1.2);
  expect(timesShuffled.p).toBe(1 / 200);
  expect(tiesRewired.p).toBe(1 / 200);
});

test('physicians show no contagion: the odds ratio known is .79 (95 % .38 to 1.65)', () => {
  const { ratio, low, high, timesShuffled, tiesRewired } = testContagion(readObserved('medical-innovation', 17), 199, keys);
  expect(ratio).toBeGreaterThan(0.38);
  expect(ratio).toBeLessThan(1.65);
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
  expect(timesShuffled.p).toBeGreaterThan(0.2);
  expect(tiesRewired.p).toBeGreaterThan(0.2);
});

test('the Bass curve fits as another program fits it', () => {
  for (const [name, periods] of [
    ['medical-innovation', 17],
    ['brazilian-farmers', 19],
  ] as const) {
    const record = readObserved(name, periods);
    const [curve] = curvesOf({ ...record, community: new Uint32Array(record.times.length), names: ['all'] });
    const [p, q, m] = fitCurve(BASS, curve);
    const published = table('adoption-baselines/bass_fits.csv').find(
      ({ dataset, group, method }) => dataset === name && group === 'ALL' && method === 'NLS_cumulative_m_free(<=n)',
    ) as Row;
    expect(p / Number(published.p)).toBeCloseTo(1, 2);
    expect(q / Number(published.q)).toBeCloseTo(1, 2);
    expect((m * record.times.length) / Number(published.m)).toBeCloseTo(1, 2);
  }
});

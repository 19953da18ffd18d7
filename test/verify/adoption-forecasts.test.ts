import { existsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { curvesOf, firstPart } from '../../sim/experiment/fit/adoption-record.ts';
import { contagionForecasts, curveForecasts, score } from '../../sim/experiment/fit/holdout.ts';
import { scoreLeaveOut } from '../../sim/experiment/fit/leave-out.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { DATA, readObserved, table } from '../fit/observed-adoption.ts';

const keys = keysFromSeed('real');

beforeEach(({ skip }) => skip(!existsSync(DATA), `no adoption data at ${DATA}: set SWAYLAB_DATA`));

test.each([
  ['medical-innovation', 17, 9, 0.074],
  ['brazilian-farmers', 19, 10, 0.137],
])('%s: the first half forecasts the second better than any baseline', (name, periods, cut, best) => {
  const record = readObserved(name, periods);
  const observed = curvesOf(record);
  const first = firstPart(record, cut);
  const naive = curveForecasts(first, periods).map((forecast) => score(forecast, observed, cut));
  // Baselines that leave nothing to chance are those of another program, community by community.
  const published = table('adoption-baselines/baseline_out_of_sample.csv').filter(
    ({ dataset, group, split }) => dataset === name && group !== 'ALL' && split === `first_${cut}_of_${periods}`,
  );
  for (const [model, baseline] of [
    ['persistence', 'persistence'],
    ['linear', 'linear_last'],
  ]) {
    const mine = naive.find((each) => each.model === model)?.byCommunity ?? [];
    const theirs = record.names.map((community) =>
      Number(published.find((row) => row.group === community && row.baseline === baseline)?.rmse_fraction),
    );
    for (let at = 0; at < theirs.length; at++) expect(mine[at]).toBeCloseTo(theirs[at], 4);
  }
  expect(Math.min(...naive.map(({ rmse }) => rmse))).toBeCloseTo(best, 3);
  const scores = contagionForecasts(first, periods, keys).map(({ forecast }) => score(forecast, observed, cut));
  const both = scores.find(({ model }) => model === 'contagion, both') as (typeof scores)[number];
  expect(both.rmse).toBeLessThan(best - 0.01);
  expect(both.coverage).toBeGreaterThan(0.8);
  // No better with the network than without: pooling the communities is what helps.
  const mixed = scores.find(({ model }) => model === 'contagion, well-mixed') as (typeof scores)[number];
  expect(Math.abs(both.rmse - mixed.rmse)).toBeLessThan(0.01);
});

test.each([
  ['medical-innovation', 17, 0.0773, 0.3926],
  ['brazilian-farmers', 19, 0.1233, 0.1746],
])('%s: communities foretold by the others', (name, periods, rmse, logLoss) => {
  const scores = scoreLeaveOut(readObserved(name, periods), keys);
  const named = (model: string) => scores.find((each) => each.model === model) as (typeof scores)[number];
  // The baseline is that of another program, which has a hazard for each period by logit, without smoothing.
  expect(named('the others').rmse).toBeCloseTo(rmse, 2);
  expect(named('the others').logLoss).toBeLessThan(logLoss + 0.001);
  const gain = named('contagion, well-mixed').logLoss - named('contagion, both').logLoss;
  if (name === 'brazilian-farmers') expect(gain).toBeGreaterThan(0.0005);
  else expect(gain).toBeLessThan(0.0005);
});

import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { curvesOf, firstPart } from '../../sim/experiment/fit/adoption-record.ts';
import { testContagion } from '../../sim/experiment/fit/contagion-test.ts';
import { BASS, fitCurve } from '../../sim/experiment/fit/curve-model.ts';
import { contagionForecasts, curveForecasts, score } from '../../sim/experiment/fit/holdout.ts';
import { scoreLeaveOut } from '../../sim/experiment/fit/leave-out.ts';
import { buildNetwork } from '../../sim/network/index.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import type { Observed } from './worlds.ts';

const DATA = process.env.SWAYLAB_DATA ?? '../shared/data';

type Row = Readonly<Record<string, string>>;

function table(file: string): Row[] {
  const [head, ...lines] = readFileSync(`${DATA}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

/** Influence runs from the one named to the one who names. */
function read(name: string, periods: number): Observed {
  const nodes = table(`netdiffuser-${name}/nodes.csv`);
  const edges = table(`netdiffuser-${name}/edges_union.csv`);
  const person = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = (id: string): number => person.get(id) as number;
  const names = [...new Set(nodes.map(({ group }) => group))];
  return {
    periods,
    times: Int32Array.from(nodes, ({ toa, adopted }) => (adopted === '1' ? Number(toa) : 0)),
    community: Uint32Array.from(nodes, ({ group }) => names.indexOf(group)),
    names,
    network: buildNetwork({
      n: nodes.length,
      directed: true,
      sources: Uint32Array.from(edges, ({ alter }) => at(alter)),
      targets: Uint32Array.from(edges, ({ ego }) => at(ego)),
    }),
  };
}

const keys = keysFromSeed('real');

beforeEach(({ skip }) => skip(!existsSync(DATA), `no adoption data at ${DATA}: set SWAYLAB_DATA`));

test('farmers adopt after those who influence them: times shuffled z 5.2, ties rewired, in the same community and year', () => {
  const { ratio, low, timesShuffled, tiesRewired } = testContagion(read('brazilian-farmers', 19), 199, keys);
  // A logit with year and village effects gives an odds ratio of 2.2 (95 % 1.7 to 2.8); a hazard ratio within both is lower.
  expect(ratio).toBeGreaterThan(1.4);
  expect(ratio).toBeLessThan(2.8);
  expect(low).toBeGreaterThan(1.2);
  expect(timesShuffled.p).toBe(1 / 200);
  expect(tiesRewired.p).toBe(1 / 200);
});

test('physicians show no contagion: the odds ratio known is .79 (95 % .38 to 1.65)', () => {
  const { ratio, low, high, timesShuffled, tiesRewired } = testContagion(read('medical-innovation', 17), 199, keys);
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
    const record = read(name, periods);
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

test.each([
  ['medical-innovation', 17, 9, 0.074],
  ['brazilian-farmers', 19, 10, 0.137],
])('%s: the first half forecasts the second better than any baseline', (name, periods, cut, best) => {
  const record = read(name, periods);
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
  const scores = scoreLeaveOut(read(name, periods), keys);
  const named = (model: string) => scores.find((each) => each.model === model) as (typeof scores)[number];
  // The baseline is that of another program, which has a hazard for each period by logit, without smoothing.
  expect(named('the others').rmse).toBeCloseTo(rmse, 2);
  expect(named('the others').logLoss).toBeLessThan(logLoss + 0.001);
  const gain = named('contagion, well-mixed').logLoss - named('contagion, both').logLoss;
  if (name === 'brazilian-farmers') expect(gain).toBeGreaterThan(0.0005);
  else expect(gain).toBeLessThan(0.0005);
});

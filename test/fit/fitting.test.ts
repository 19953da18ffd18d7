import { expect, test } from 'vitest';
import { curvesOf, firstPart } from '../../sim/experiment/fit/adoption-record.ts';
import { fitContagion, forecastContagion } from '../../sim/experiment/fit/contagion-model.ts';
import { rewired, shuffledTimes, testContagion } from '../../sim/experiment/fit/contagion-test.ts';
import { BASS, fitCurve, LOGISTIC, modelCurve } from '../../sim/experiment/fit/curve-model.ts';
import { riskCells } from '../../sim/experiment/fit/hazard.ts';
import { forecastOfDraws, score } from '../../sim/experiment/fit/holdout.ts';
import { curveWarnings, posteriorOf } from '../../sim/experiment/fit/identifiability.ts';
import { drawGamma, keysFromSeed } from '../../sim/random/index.ts';
import { communities, observed } from './worlds.ts';

const keys = keysFromSeed('fit');

test.each([
  [BASS, [0.02, 0.4, 0.8]],
  [BASS, [0.003, 0.25, 1]],
  [LOGISTIC, [0.7, 12, 0.6]],
])('a curve without noise gives its own parameters back: $name', (model, values) => {
  const found = fitCurve(model, modelCurve(model, values, 25));
  for (let d = 0; d < values.length; d++) expect(found[d] / values[d]).toBeCloseTo(1, 2);
});

test('Bass on a network is told from Bass in the community', () => {
  const record = observed(communities(8, 50, 3, 'told'), { p: 0.02, q: 0, w: 0.3 }, null, 14, 'told');
  const [network, mixed, both] = (['network', 'well-mixed', 'both'] as const).map((kind) => fitContagion(record, kind, keys, 20));
  expect(network.logLikelihood - mixed.logLikelihood).toBeGreaterThan(10);
  expect(both.logLikelihood).toBeGreaterThan(network.logLikelihood - 0.5);
  expect(testContagion(record, 40, keys)).toMatchObject({ timesShuffled: { p: 1 / 41 }, tiesRewired: { p: 1 / 41 } });
});

test('intervals of the parameters hold the truth about nine times in ten', () => {
  const truth = { p: 0.02, w: 0.2, spread: 0.4 };
  const held = { p: 0, w: 0, spread: 0 };
  for (let world = 0; world < 12; world++) {
    const pace = Float64Array.from({ length: 10 }, (_, at) => drawGamma(keys.k0, keys.k1, 10 * world + at, 0, 1 / 0.4 ** 2, 0.4 ** 2));
    const record = observed(communities(10, 30, 3, `held ${world}`), { ...truth, q: 0 }, pace, 12, `held ${world}`);
    const { parameters, draws } = fitContagion(record, 'network', keys, 150);
    for (const { name, q05, q95 } of posteriorOf(parameters, draws)) {
      const value = truth[name as keyof typeof truth];
      if (q05 <= value && value <= q95) held[name as keyof typeof held]++;
    }
  }
  // Of 12, nine in ten or more but for a chance of 1 in 250.
  for (const count of Object.values(held)) expect(count).toBeGreaterThanOrEqual(8);
});

test('forecasts of the true model hold nine in ten of what comes, and go on from what is known', () => {
  const start = communities(8, 50, 3, 'eight');
  let [within, points] = [0, 0];
  for (let world = 0; world < 4; world++) {
    const pace = Float64Array.from({ length: 8 }, (_, at) => drawGamma(keys.k0, keys.k1, 100 + 10 * world + at, 0, 16, 1 / 16));
    const record = observed(start, { p: 0.03, q: 0.3, w: 0 }, pace, 14, `world ${world}`);
    const first = firstPart(record, 7);
    const forecast = forecastOfDraws('true', forecastContagion(first, fitContagion(first, 'well-mixed', keys, 200), 14, keys));
    const truth = curvesOf(record);
    for (let t = 0; t <= 7; t++) expect(forecast.mean[3][t]).toBeCloseTo(truth[3][t], 9);
    const { coverage } = score(forecast, truth, 7);
    within += (coverage as number) * 56;
    points += 56;
  }
  expect(within / points).toBeGreaterThan(0.8);
  expect(within / points).toBeLessThan(0.98);
});

test('communities that move together at the beck of something outside are not taken for contagion', () => {
  // Advertising comes in bursts: hazards by period, the same for all of a community, whom nobody influences.
  const start = communities(5, 50, 3, 'bursts');
  let found = 0;
  let logRatios = 0;
  for (let world = 0; world < 12; world++) {
    let record = start;
    for (let period = 1; period <= 8; period++) {
      const burst = { p: period % 3 === world % 3 ? 0.35 : 0.02, q: 0, w: 0 };
      record = observed(record, burst, null, period, `burst ${world} ${period}`);
    }
    const { timesShuffled, tiesRewired, ratio } = testContagion(record, 39, keys);
    if (timesShuffled.p <= 0.05) found++;
    logRatios += Math.log(ratio) / 12;
    expect(tiesRewired.sd).toBeGreaterThan(0);
  }
  expect(found).toBeLessThanOrEqual(3);
  expect(Math.abs(logRatios)).toBeLessThan(0.2);
});

test('the hazard ratio maximises the partial likelihood, stratum by stratum', () => {
  const record = observed(communities(4, 40, 3, 'cox'), { p: 0.05, q: 0.1, w: 0.4 }, null, 8, 'cox');
  const cells = riskCells(record);
  const likelihood = (beta: number): number => {
    const strata = new Map<string, number[]>();
    cells.events.forEach((_, at) => {
      const key = `${cells.community[at]} ${cells.period[at]}`;
      strata.set(key, [...(strata.get(key) ?? []), at]);
    });
    let sum = 0;
    for (const rows of strata.values()) {
      const all = rows.reduce((total, at) => total + cells.atRisk[at] * Math.exp(beta * cells.exposure[at]), 0);
      for (const at of rows) sum += cells.events[at] * (beta * cells.exposure[at] - Math.log(all));
    }
    return sum;
  };
  const { ratio, low, high } = testContagion(record, 2, keys);
  const beta = Math.log(ratio);
  expect(likelihood(beta)).toBeGreaterThan(likelihood(beta + 0.01));
  expect(likelihood(beta)).toBeGreaterThan(likelihood(beta - 0.01));
  // The width is that of the curvature, by differences.
  const curvature = -(likelihood(beta + 0.01) - 2 * likelihood(beta) + likelihood(beta - 0.01)) / 1e-4;
  expect(Math.log(high / low)).toBeCloseTo((2 * 1.96) / Math.sqrt(curvature), 2);
});

test('shuffling keeps the curve of each community, rewiring what each hears in all', () => {
  const record = observed(communities(3, 30, 3, 'kept'), { p: 0.1, q: 0.2, w: 0.2 }, null, 6, 'kept');
  const times = shuffledTimes(record, keys);
  expect(curvesOf(record, times)).toEqual(curvesOf(record));
  expect(times).not.toEqual(record.times);
  const other = rewired(record, keys);
  const heard = ({ n, targets, strengths }: typeof other) => {
    const ties: number[][] = Array.from({ length: n }, () => []);
    targets.forEach((person, arc) => {
      ties[person].push(strengths[arc]);
    });
    return ties.map((each) => each.sort((a, b) => a - b));
  };
  expect(heard(other)).toEqual(heard(record.network));
  expect(other.targets).not.toEqual(record.network.targets);
  for (let person = 0; person < other.n; person++) {
    for (const target of other.targets.subarray(other.offsets[person], other.offsets[person + 1])) {
      expect(record.community[target]).toBe(record.community[person]);
    }
  }
});

test('scores are of the part after the cut alone', () => {
  const forecast = {
    model: 'any',
    mean: [[9, 9, 0.4, 0.6]],
    low: [[9, 9, 0.3, 0.55]],
    high: [[9, 9, 0.5, 0.65]],
  };
  const { rmse, byCommunity, coverage, width } = score(forecast, [Float64Array.of(0, 0.1, 0.5, 0.8)], 1);
  expect(rmse).toBeCloseTo(Math.sqrt((0.01 + 0.04) / 2), 12);
  expect(byCommunity).toEqual([rmse]);
  expect(coverage).toBe(0.5);
  expect(width).toBeCloseTo(0.15, 12);
  expect(score({ ...forecast, low: null, high: null }, [Float64Array.of(0, 0.1, 0.5, 0.8)], 1)).toMatchObject({
    coverage: null,
    width: null,
  });
});

test('a curve that has not bent yet is warned of', () => {
  expect(curveWarnings(Float64Array.of(0, 0.01, 0.03, 0.08, 0.2))).toHaveLength(1);
  expect(curveWarnings(Float64Array.of(0, 0.1, 0.4, 0.6, 0.65))).toHaveLength(0);
});

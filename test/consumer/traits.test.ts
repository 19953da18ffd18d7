import { mean, sampleRankCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { DRIVES, JOBS, VALUES } from '../../sim/consumer/state.ts';
import { VALUE_MEANS } from '../../sim/consumer/values.ts';
import { openLaboratory, scenarioOf } from '../verify/market-laboratory.ts';

const scenario = scenarioOf({}, 1000);
const { people } = openLaboratory({ scenario, replicate: 0 }).world;
const each = <T>(read: (i: number) => T) => Array.from({ length: people.n }, (_, i) => read(i));

test('shares add up, values are centred and of length 1', () => {
  for (let i = 0; i < people.n; i++) {
    expect(people.drives.subarray(i * DRIVES, (i + 1) * DRIVES).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(people.job.subarray(i * JOBS, (i + 1) * JOBS).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    const values = people.values.subarray(i * VALUES, (i + 1) * VALUES);
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(0, 5);
    expect(values.reduce((a, b) => a + b * b, 0)).toBeCloseTo(1, 5);
  }
});

test('traits have the means that are set', () => {
  const { conformity } = scenario.consumers;
  expect(mean(each((i) => people.conformity[i])) / conformity.weight).toBeCloseTo(1, 1);
  expect(mean(each((i) => people.stubbornness[i]))).toBeCloseTo(conformity.stubborn, 1);
  expect(mean(each((i) => people.identification[i]))).toBeCloseTo(0.5, 1);
  expect(mean(each((i) => people.sociability[i]))).toBeCloseTo(1, 1);
  expect(mean(each((i) => people.outside[i]))).toBeCloseTo(scenario.market.outsideMean, 1);
});

test('values are ranked about as across cultures', () => {
  const means = Array.from({ length: VALUES }, (_, k) => mean(each((i) => people.values[i * VALUES + k])));
  expect(sampleRankCorrelation(means, [...VALUE_MEANS])).toBeGreaterThan(0.75);
});

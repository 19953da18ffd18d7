import { expect, test } from 'vitest';
import { curvesOf } from '../../sim/experiment/fit/adoption-record.ts';
import { scoreLeaveOut } from '../../sim/experiment/fit/leave-out.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { communities, observed } from './worlds.ts';

const record = observed(communities(5, 30, 3, 'left'), { p: 0.03, q: 0, w: 0.5 }, null, 10, 'left');
const scores = scoreLeaveOut(record, keysFromSeed('left out'));
const named = (model: string) => scores.find((each) => each.model === model) as (typeof scores)[number];

test('where ties carry adoption, the network foretells people better than the community, and that better than the calendar', () => {
  expect(scores.map(({ model }) => model)).toEqual(['the others', 'contagion, well-mixed', 'contagion, network', 'contagion, both']);
  expect(named('contagion, network').logLoss).toBeLessThan(named('contagion, well-mixed').logLoss - 0.01);
  expect(named('contagion, well-mixed').logLoss).toBeLessThan(named('the others').logLoss);
  expect(named('contagion, network').coverage).toBeGreaterThan(0.75);
});

test('the others: the curve of everyone else, and everyone else’s hazard in the same period', () => {
  const curves = curvesOf(record);
  let loss = 0;
  let people = 0;
  const errors = curves.map((curve, left) => {
    // Communities are of one size, so that the others' curve is the mean of theirs.
    const mean = curve.map((_, t) => curves.reduce((sum, other, at) => sum + (at === left ? 0 : other[t] / 4), 0));
    for (let t = 1; t <= 10; t++) {
      const risk = 120 * (1 - mean[t - 1]);
      const chance = (120 * (mean[t] - mean[t - 1]) + 0.5) / (risk + 1);
      const adopted = 30 * (curve[t] - curve[t - 1]);
      const stayed = 30 * (1 - curve[t]);
      loss -= adopted * Math.log(chance) + stayed * Math.log(1 - chance);
      people += adopted + stayed;
    }
    return Math.sqrt(curve.slice(1).reduce((sum, value, at) => sum + (value - mean[at + 1]) ** 2 / 10, 0));
  });
  const { rmse, logLoss } = named('the others');
  expect(rmse).toBeCloseTo(
    errors.reduce((sum, error) => sum + error / 5, 0),
    9,
  );
  expect(logLoss).toBeCloseTo(loss / people, 9);
});

test('a community that is left out does not tell its own fit anything', () => {
  // Everyone of the first community adopts at once; what foretells it stays as it was.
  const changed = { ...record, times: record.times.map((time, person) => (record.community[person] === 0 ? 1 : time)) };
  const mine = scoreLeaveOut(changed, keysFromSeed('left out')).find(({ model }) => model === 'the others');
  const others = curvesOf(record).slice(1);
  const error = others[0]
    .slice(1)
    .reduce((sum, _, at) => sum + (1 - others.reduce((all, curve) => all + curve[at + 1] / 4, 0)) ** 2 / 10, 0);
  expect(mine?.byCommunity[0]).toBeCloseTo(Math.sqrt(error), 9);
});

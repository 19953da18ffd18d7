import { describe, expect, test } from 'vitest';
import { discountFactors } from '../../sim/experiment/discount.ts';
import { METRICS, type MetricName, metricAt, metricNamed } from '../../sim/experiment/metrics.ts';
import { RunView } from '../../sim/experiment/run-view.ts';
import { recordingOf } from './synthetic.ts';

// 100 simulated people stand for 1,000 real ones; money loses half its value a week, so that every number can be checked by hand.
const shape = { weeks: 3, population: 100, people: 1000, interest: 1 };
const run = recordingOf(
  {
    adopters: [10, 20, 40],
    active: [8, 15, 30],
    aware: [50, 60, 70],
    purchases: [10, 20, 30],
    repeats: [0, 5, 10],
    stageLapsed: [2, 5, 10],
    positiveHeard: [5, 10, 15],
    negativeHeard: [0, 5, 5],
    knowledgeHeard: [1, 2, 2],
    crossTribeHeard: [3, 0, 6],
    touchFirm: [30, 20, 10],
    touchConsumer: [10, 20, 30],
    affect: [0.1, 0.2, -0.3],
    affectSpread: [0.3, 0.3, 0.2],
    fit: [0.5, 0.5, 0.6],
    trust: [0.5, 0.6, 0.7],
    bond: [0, 0.1, 0.2],
    irritation: [0, 1, 2],
    satisfaction: [Number.NaN, 0.4, 0.5],
    beliefError: [0.2, 0.1, 0.1],
    knowledgeError: [1, 0.8, 0.6],
    agreementWithin: [0, 0.1, 0.2],
    agreementBetween: [0, 0.05, 0.1],
    followers: [1, 2, 3],
    statedIntention: [20, 40, 60],
    spend: [0, 1000, 2000],
    revenue: [3000, 6000, 12000],
    grossMargin: [1000, 2000, 8000],
    lastTouchRevenue: [0, 3000, 6000],
  },
  shape,
);
const nothing = recordingOf({ adopters: [10, 15, 20], grossMargin: [1000, 1000, 2000], revenue: [3000, 3000, 6000] }, shape);

/** Values by hand after week 1, 2 and 3. */
const BY_HAND: Record<MetricName, [number, number, number]> = {
  adoption: [0.1, 0.2, 0.4],
  active: [0.08, 0.15, 0.3],
  womPositive: [0.05, 0.15, 0.3],
  womNegative: [0, 0.05, 0.1],
  womKnowledge: [0.01, 0.03, 0.05],
  sentiment: [0.1, 0.2, -0.3],
  fit: [0.5, 0.5, 0.6],
  // 0, then 1000/2, then 2000/4 more; for 1,000 people
  spend: [0, 0.5, 1],
  revenue: [3, 6, 9],
  // gross 1000, 2000, 4000 in present value
  margin: [1, 1.5, 3],
  // beyond nothing: gross 0, 500, 2000; minus spend 500, 1000
  romi: [Number.NaN, 0, 1],
  followers: [0.01, 0.02, 0.03],
  // credited margin: 3000 x 2/6 / 2 = 500, then 6000 x 8/12 / 4 = 1000 more
  believedRoi: [Number.NaN, 0, 0.5],
  // gained 0, 50, 200 real people
  cac: [Number.NaN, 10, 5],
  customerValue: [10, 10, 10],
  awareShare: [0.5, 0.6, 0.7],
  lapsedShare: [0.02, 0.05, 0.1],
  repeatRate: [0, 5 / 30, 15 / 60],
  trust: [0.5, 0.6, 0.7],
  bond: [0, 0.1, 0.2],
  irritation: [0, 1, 2],
  satisfaction: [Number.NaN, 0.4, 0.5],
  beliefError: [0.2, 0.1, 0.1],
  knowledgeError: [1, 0.8, 0.6],
  sentimentSpread: [0.3, 0.3, 0.2],
  agreementWithin: [0, 0.1, 0.2],
  agreementBetween: [0, 0.05, 0.1],
  womRatio: [Number.NaN, 3, 3],
  crossTribeShare: [0.5, 3 / 23, 9 / 45],
  consumerDrivenShare: [0.25, 30 / 80, 0.5],
  intentionKept: [0.5, 0.5, 0.5],
};

describe('metrics', () => {
  test.each(METRICS.map((metric) => metric.name))('%s agrees with the value worked out by hand', (name) => {
    const values = Array.from({ length: 3 }, (_, week) => metricAt(name, run, nothing, week));
    BY_HAND[name].forEach((expected, week) => {
      if (Number.isNaN(expected)) expect(values[week]).toBeNaN();
      else expect(values[week]).toBeCloseTo(expected, 12);
    });
  });

  test('have different names, a unit and a meaning each', () => {
    expect(new Set(METRICS.map((metric) => metric.name)).size).toBe(METRICS.length);
    for (const metric of METRICS) expect(metric.unit.length * metric.meaning.length).toBeGreaterThan(0);
  });

  test('leave the recording as it was', () => {
    const before = run.values.slice();
    const view = new RunView(run);
    for (const metric of METRICS) metric.series(view, new RunView(nothing)).fill(-1);
    expect(run.values).toEqual(before);
    // and a second reader of the same view sees what the first one saw
    expect(metricNamed('sentiment').series(view, view)[0]).toBe(0.1);
  });

  test('look at the brand asked for', () => {
    const two = recordingOf({ adopters: (week, brand) => (brand === 0 ? 0 : 10 * (week + 1)) }, { ...shape, brands: 2 });
    expect(metricAt('adoption', two, two, 2, 0)).toBe(0);
    expect(metricAt('adoption', two, two, 2, 1)).toBeCloseTo(0.3, 12);
  });

  test('a run measured against itself gains nobody and earns nothing extra', () => {
    expect(metricAt('cac', run, run, 2)).toBeNaN();
    expect(metricAt('romi', run, run, 2)).toBe(-1);
  });
});

test('discount factors leave the first week alone and fall by the interest rate', () => {
  expect([...discountFactors(0.25, 4)]).toEqual([1, 0.8, 0.8 * 0.8, 0.8 * 0.8 * 0.8]);
  expect([...discountFactors(0, 3)]).toEqual([1, 1, 1]);
});

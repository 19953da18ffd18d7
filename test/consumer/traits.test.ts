import { mean, sampleRankCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { DRIVES, JOBS, VALUES } from '../../sim/consumer/state.ts';
import { VALUE_MEANS } from '../../sim/consumer/values.ts';
import { deriveKeys, drawBeta, drawDirichletInto, drawLognormal, drawNormal, PURPOSE } from '../../sim/random/index.ts';
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

test('everybody is drawn as the document says: two axes and noise on the circle of values, drives and job around their means', () => {
  const given = scenarioOf(
    {
      consumers: {
        traits: {
          valueAxes: 0.7,
          valueNoise: 0.3,
          driveConcentration: 8,
          jobConcentration: 20,
          sociabilitySigma: 0.4,
          driveProfile: [3, 1, 2, 2],
        },
        homophily: { values: 0.9, drives: 15 },
        conformity: { weight: 0.12, stubborn: 0.3 },
      },
      market: { job: [2, 1, 1], outsideMean: 0.6, outsideSd: 0.5 },
    },
    200,
  );
  const { world } = openLaboratory({ scenario: given, replicate: 0 });
  const { keys } = world;
  const of = (purpose: number, b = 0) => deriveKeys(keys, purpose, b);
  const normal = (at: ReturnType<typeof of>, i: number, index: number) => drawNormal(at.k0, at.k1, i, index);
  const angles = [0, 40, 80, 120, 160, 200, 240, 240, 280, 320].map((degrees) => (degrees * Math.PI) / 180);
  const [axes, tribal] = [of(PURPOSE.values), of(PURPOSE.values, 1)];
  const [drives, tribalDrives, job, trait, plain] = [
    of(PURPOSE.drives),
    of(PURPOSE.drives, 1),
    of(PURPOSE.job),
    of(PURPOSE.trait),
    of(PURPOSE.sociability),
  ];
  const dirichlet = (at: ReturnType<typeof of>, i: number, alpha: number[]) => {
    const shares = new Float64Array(alpha.length);
    drawDirichletInto(at.k0, at.k1, i, 0, Float64Array.from(alpha), shares, 0);
    return shares;
  };
  const clamped = { low: 0, high: 0 };
  for (let i = 0; i < 200; i++) {
    const tribe = world.people.tribe[i];
    const [x, y] = [0, 1].map((axis) => 0.9 * normal(tribal, tribe, axis) + 0.7 * normal(axes, i, axis));
    const circle = angles.map((angle, k) => x * Math.cos(angle) + y * Math.sin(angle) + 0.3 * normal(axes, i, 2 + k));
    const raw = circle.map((value, k) => value - mean(circle) + VALUE_MEANS[k]);
    const length = Math.hypot(...raw.map((value) => value - mean(raw)));
    for (let k = 0; k < VALUES; k++) expect(world.people.values[i * VALUES + k]).toBeCloseTo((raw[k] - mean(raw)) / length, 5);
    const own = dirichlet(
      tribalDrives,
      tribe,
      [3, 1, 2, 2].map((weight) => (15 * weight) / 8),
    );
    const needs = dirichlet(
      drives,
      i,
      Array.from(own, (share) => Math.max(0.001, 8 * share)),
    );
    for (let k = 0; k < DRIVES; k++) expect(world.people.drives[i * DRIVES + k]).toBeCloseTo(needs[k], 5);
    const work = dirichlet(job, i, [10, 5, 5]);
    for (let k = 0; k < JOBS; k++) expect(world.people.job[i * JOBS + k]).toBeCloseTo(work[k], 5);
    expect(world.people.identification[i]).toBeCloseTo(drawBeta(trait.k0, trait.k1, i, 0, 2, 2), 6);
    expect(world.people.conformity[i]).toBeCloseTo(Math.min(1, (0.12 * 7 * drawBeta(trait.k0, trait.k1, i, 1, 2, 5)) / 2), 6);
    expect(world.people.stubbornness[i]).toBeCloseTo(drawBeta(trait.k0, trait.k1, i, 2, 1.5, 3.5), 6);
    expect(world.people.sociability[i]).toBeCloseTo(drawLognormal(plain.k0, plain.k1, i, 0, 1, 0.4), 5);
    const quality = 0.6 + 0.5 * normal(plain, i, 1);
    if (quality < 0) clamped.low++;
    if (quality > 1) clamped.high++;
    expect(world.people.outside[i]).toBeCloseTo(Math.max(0, Math.min(1, quality)), 6);
  }
  expect(Math.min(clamped.low, clamped.high)).toBeGreaterThan(3);
});

test('a mean stubbornness of nothing or of everything is taken as it is', () => {
  for (const stubborn of [0, 1]) {
    const { world } = openLaboratory({ scenario: scenarioOf({ consumers: { conformity: { stubborn } } }, 60), replicate: 0 });
    expect(world.people.stubbornness.every((own) => own === stubborn)).toBe(true);
  }
});

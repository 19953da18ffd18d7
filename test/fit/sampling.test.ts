import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abcSmc } from '../../sim/experiment/fit/abc-smc.ts';
import { identifiabilityWarnings, posteriorOf } from '../../sim/experiment/fit/identifiability.ts';
import { cholesky, moments } from '../../sim/experiment/fit/matrix.ts';
import { type Draws, sampleDensity } from '../../sim/experiment/fit/posterior.ts';
import { drawNormal, keysFromSeed, Stream } from '../../sim/random/index.ts';

const evenly = (draws: Draws) => moments(draws, new Float64Array(draws.length).fill(1 / draws.length));

test('Cholesky: the factor times its transpose is the matrix, and what is not positive definite has none', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }), (numbers) => {
      const b = [0, 1, 2].map((i) => numbers.slice(3 * i, 3 * i + 3));
      const matrix = b.map((row, i) =>
        Float64Array.from(b, (other, j) => row.reduce((sum, x, k) => sum + x * other[k], i === j ? 0.1 : 0)),
      );
      const lower = cholesky(matrix) as Float64Array[];
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) expect(lower[i].reduce((sum, x, k) => sum + x * lower[j][k], 0)).toBeCloseTo(matrix[i][j], 9);
      }
    }),
  );
  expect(cholesky([Float64Array.of(1, 2), Float64Array.of(2, 1)])).toBeNull();
});

test('Metropolis draws have the mean, spread and correlation of the density', () => {
  const [sd, rho] = [0.06, 0.8];
  const logDensity = (place: Float64Array): number => {
    const [x, y] = [(place[0] - 0.4) / sd, (place[1] - 0.6) / sd];
    return -(x * x - 2 * rho * x * y + y * y) / (2 * (1 - rho * rho));
  };
  const draws = sampleDensity(logDensity, Float64Array.of(0.5, 0.5), { draws: 2500, keys: keysFromSeed('normal') });
  const { mean, covariance } = evenly(draws);
  expect(mean[0]).toBeCloseTo(0.4, 2);
  expect(mean[1]).toBeCloseTo(0.6, 2);
  expect(Math.sqrt(covariance[0][0]) / sd).toBeCloseTo(1, 1);
  expect(covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1])).toBeCloseTo(rho, 1);
});

test('Metropolis draws stay in the box: of a slope, two thirds of the way', () => {
  const draws = sampleDensity((place) => Math.log(place[0]), Float64Array.of(0.5), { draws: 2500, keys: keysFromSeed('slope') });
  // Density 2 x on [0, 1]: mean 2/3, variance 1/18.
  const { mean, covariance } = evenly(draws);
  expect(Math.abs(mean[0] - 2 / 3)).toBeLessThan(0.02);
  expect(Math.abs(covariance[0][0] - 1 / 18)).toBeLessThan(0.005);
});

test('ABC-SMC comes to the posterior of a normal mean that is known in closed form', () => {
  // Ten readings of sd .3 with mean .55: the posterior is normal with sd .3 / sqrt 10, as the prior is even.
  const se = 0.3 / Math.sqrt(10);
  const { draws, thresholds, simulations } = abcSmc((place, { k0, k1 }) => Math.abs(place[0] + se * drawNormal(k0, k1, 0, 0) - 0.55), 1, {
    particles: 500,
    simulations: 15_000,
    keys: keysFromSeed('abc'),
  });
  const { mean, covariance } = evenly(draws);
  expect(draws).toHaveLength(500);
  expect(Math.abs(mean[0] - 0.55)).toBeLessThan(0.015);
  expect(Math.sqrt(covariance[0][0]) / se).toBeGreaterThan(0.9);
  expect(Math.sqrt(covariance[0][0]) / se).toBeLessThan(1.12);
  expect(simulations).toBeLessThan(24_001);
  for (let at = 1; at < thresholds.length; at++) expect(thresholds[at]).toBeLessThan(thresholds[at - 1]);
  expect(thresholds.length).toBeGreaterThan(3);
});

test('ABC-SMC weighs particles: without noise the end is even over what is near enough', () => {
  const { draws, thresholds } = abcSmc((place) => Math.abs(place[0] - 0.2), 1, {
    particles: 500,
    simulations: 4000,
    keys: keysFromSeed('even'),
  });
  const threshold = thresholds.at(-1) as number;
  expect(threshold).toBeLessThan(0.15);
  const { mean, covariance } = evenly(draws);
  for (const [x] of draws) expect(Math.abs(x - 0.2)).toBeLessThanOrEqual(threshold);
  expect(Math.abs(mean[0] - 0.2)).toBeLessThan(0.15 * threshold);
  expect(Math.sqrt(3 * covariance[0][0]) / threshold).toBeCloseTo(1, 1);
});

test('ABC-SMC gives up when nothing comes nearer, and is the same for the same keys', () => {
  const flat = () =>
    abcSmc((place) => (place[0] < 0.9 ? Number.NaN : 1), 2, { particles: 50, simulations: 5000, keys: keysFromSeed('flat') });
  const { draws, bestDistance } = flat();
  expect(bestDistance).toBe(1);
  expect(draws).toHaveLength(50);
  expect(flat()).toEqual(flat());
});

const parameters = ['a', 'b', 'c'].map((name) => ({ name, low: 1, high: 100, log: true, unit: '', meaning: '' }));

test('what the data leave open, cannot tell from a bound, or cannot tell apart, is said', () => {
  const stream = new Stream(keysFromSeed('warn'));
  const draws = (place: () => number[]) => Array.from({ length: 400 }, () => Float64Array.from(place()));
  const known = () => 0.5 + 0.03 * stream.normal();
  expect(
    identifiabilityWarnings(
      parameters,
      draws(() => [known(), known(), known()]),
    ),
  ).toEqual([]);
  expect(
    identifiabilityWarnings(
      parameters,
      draws(() => [known(), stream.uniform(), known()]),
    ),
  ).toEqual(['The data leave b open: almost any value from 1 to 100 fits.']);
  expect(
    identifiabilityWarnings(
      parameters,
      draws(() => [known(), known(), 0.3 * stream.uniform()]),
    ),
  ).toEqual(['The data do not tell c from its lower bound, 1.']);
  expect(
    identifiabilityWarnings(
      parameters,
      draws(() => [1 - 0.3 * stream.uniform(), known(), known()]),
    ),
  ).toEqual(['The data do not tell a from its upper bound, 100.']);
  const apart = identifiabilityWarnings(
    parameters,
    draws(() => {
      const shared = known();
      return [shared, known(), 1 - shared + 0.005 * stream.normal()];
    }),
  );
  expect(apart).toHaveLength(1);
  expect(apart[0]).toMatch(/^a and c cannot be told apart \(correlation -0\.9\d\)/);
});

test('quantiles are given in the units of the parameter', () => {
  const draws = Array.from({ length: 101 }, (_, at) => Float64Array.of(at / 100, 0.5, 0));
  const [a, b, c] = posteriorOf(parameters, draws);
  expect(a.q05).toBeCloseTo(100 ** 0.05, 9);
  expect(a.q50).toBeCloseTo(10, 9);
  expect(a.q95).toBeCloseTo(100 ** 0.95, 9);
  expect(b.q05).toBeCloseTo(10, 9);
  expect(c.q95).toBeCloseTo(1, 9);
});

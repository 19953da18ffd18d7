import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { morrisTrajectory } from '../../../sim/experiment/design/morris-trajectories.ts';
import { morrisEffects } from '../../../sim/experiment/sensitivity/morris-effects.ts';
import { drawNormal, keysFromSeed } from '../../../sim/random/index.ts';
import { ishigami, outcomesOf } from './functions.ts';

const keys = keysFromSeed('morris');
const trajectories = (count: number, factors: number) =>
  Array.from({ length: count }, (_, index) => morrisTrajectory(index, factors, 4, keys)).flat();

test('gives what SALib gives on the same trajectories', () => {
  const salib = JSON.parse(readFileSync(new URL('./fixture/morris-salib.json', import.meta.url), 'utf8')) as {
    X: number[][];
    Y: number[];
    mu: number[];
    mu_star: number[];
    sigma: number[];
  };
  const places = salib.X.map((row) => Float64Array.from(row));
  const effects = morrisEffects(places, { points: places.length, replicates: 1, values: Float64Array.from(salib.Y) }, keys) ?? [];
  effects.forEach(({ mu, muStar, sigma }, at) => {
    expect(mu.estimate).toBeCloseTo(salib.mu[at], 9);
    expect(muStar.estimate).toBeCloseTo(salib.mu_star[at], 9);
    expect(sigma).toBeCloseTo(salib.sigma[at], 9);
  });
});

test("agrees with SALib's regression values of Ishigami's function at 10,000 trajectories", () => {
  const places = trajectories(10_000, 3);
  const effects = morrisEffects(places, outcomesOf(places, ishigami), keys) ?? [];
  // mu* of SALib's tests/test_regression.py; trajectories are random there and here, the interval says by how much.
  [7.767792, 7.875, 6.308785].forEach((published, at) => {
    const { estimate, low, high } = effects[at].muStar;
    expect(Math.abs(estimate - published)).toBeLessThan(Math.max(1e-9, high - low));
  });
}, 20_000);

test('a linear function has its slopes as effects and no spread; what luck adds is told apart', () => {
  const places = trajectories(40, 3);
  const slopes = [3, -2, 0];
  const linear = (place: ArrayLike<number>) => slopes.reduce((sum, slope, d) => sum + slope * place[d], 0);
  const exact = morrisEffects(places, outcomesOf(places, linear), keys) ?? [];
  exact.forEach(({ mu, muStar, sigma, noise }, at) => {
    expect(mu.estimate).toBeCloseTo(slopes[at], 9);
    expect(muStar.estimate).toBeCloseTo(Math.abs(slopes[at]), 9);
    expect(sigma).toBeCloseTo(0, 9);
    expect(noise).toBeNull();
  });
  const lucky = outcomesOf(places, linear, 20, (point, replicate) => drawNormal(keys.k0, keys.k1, point, replicate));
  const noisy = morrisEffects(places, lucky, keys) ?? [];
  // Two independent unit normals over a step of 2/3, averaged over 20 replicates.
  const expected = (Math.sqrt(2) * 1.5) / Math.sqrt(20);
  for (const { noise, sigma, sigmaWithoutLuck } of noisy) {
    expect(Math.abs((noise as number) / expected - 1)).toBeLessThan(0.1);
    expect(sigma).toBeGreaterThan(0.3);
    // The variance of 40 effects has a standard error of sqrt(2 / 39) of itself: three of them.
    expect(sigmaWithoutLuck as number).toBeLessThan(expected * Math.sqrt(3 * Math.sqrt(2 / 39)));
  }
  expect(Math.abs(noisy[2].muStar.estimate / (noisy[2].muStarOfLuck as number) - 1)).toBeLessThan(0.3);
  const common =
    morrisEffects(
      places,
      outcomesOf(places, linear, 5, (_, r) => 50 * r),
      keys,
    ) ?? [];
  common.forEach(({ mu, noise }, at) => {
    expect(mu.estimate).toBeCloseTo(slopes[at], 9);
    expect(noise).toBeCloseTo(0, 9);
  });
});

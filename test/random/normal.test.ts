import { expect, test } from 'vitest';
import { drawNormal, drawUniform, normalQuantile } from '../../sim/random/index.ts';
import { kolmogorovSmirnov, meanError, normalCdf, varianceRatio } from './exact.ts';

test('quantile: known values in the middle and both tails', () => {
  expect(normalQuantile(0.5)).toBe(0);
  // Abramowitz & Stegun, tables 26.5 and 26.6.
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 12);
});

test('quantile inverts the distribution function', () => {
  for (let u = 0.0005; u < 1; u += 0.0005) expect(Math.abs(normalCdf(normalQuantile(u)) - u)).toBeLessThan(1e-13);
});

test('quantile: monotone, odd about one half, without a step where its branches meet', () => {
  let before = -Infinity;
  for (let i = 1; i < 20_000; i++) {
    const z = normalQuantile(i / 20_000);
    expect(z).toBeGreaterThan(before);
    before = z;
  }
  for (const u of [2 ** -33, 2 ** -10, 9 / 128, 0.25]) expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
  for (const join of [0.075, 0.925]) expect(normalQuantile(join + 1e-12) - normalQuantile(join - 1e-12)).toBeCloseTo(2e-12 / 0.1415, 13);
});

test('draw: standard normal, by inversion of the uniform of the same place', () => {
  const sample = Float64Array.from({ length: 100_000 }, (_, i) => drawNormal(1, 2, i, 0));
  expect(kolmogorovSmirnov(sample, normalCdf)).toBeGreaterThan(0.001);
  expect(Math.abs(meanError(sample, 0, 1))).toBeLessThan(3.5);
  expect(Math.abs(varianceRatio(sample, 0, 1) - 1)).toBeLessThan(0.016);
  expect(drawNormal(5, 6, 7, 8)).toBe(normalQuantile(drawUniform(5, 6, 7, 8)));
});

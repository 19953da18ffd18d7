import { expect, test } from 'vitest';
import { drawLognormal } from '../../sim/random/index.ts';
import { kolmogorovSmirnov, meanError, normalCdf } from './exact.ts';

test('lognormal has the mean asked for, and the sigma of its logarithm', () => {
  for (const [mean, sigma] of [
    [1, 0.5],
    [20, 1],
  ]) {
    const sample = Float64Array.from({ length: 100_000 }, (_, i) => drawLognormal(1, 2, i, 0, mean, sigma));
    expect(Math.abs(meanError(sample, mean, mean * mean * (Math.exp(sigma * sigma) - 1)))).toBeLessThan(3.5);
    const mu = Math.log(mean) - (sigma * sigma) / 2;
    expect(kolmogorovSmirnov(sample, (x) => normalCdf((Math.log(x) - mu) / sigma))).toBeGreaterThan(0.001);
  }
});

test('without spread it is the mean', () => {
  expect(drawLognormal(1, 2, 3, 4, 7, 0)).toBe(7);
});

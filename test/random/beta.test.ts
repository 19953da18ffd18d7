import { describe, expect, test } from 'vitest';
import { BETA_INDICES, drawBeta, drawGamma, GAMMA_INDICES } from '../../sim/random/index.ts';
import { betaCdf, kolmogorovSmirnov, meanError, varianceRatio } from './exact.ts';

describe('beta', () => {
  test.each([
    [1, 1],
    [2, 5],
    [0.5, 0.5],
    [0.3, 8],
    [40, 20],
  ])('a %d, b %d: moments and distribution', (a, b) => {
    const mean = a / (a + b);
    const variance = (mean * (1 - mean)) / (a + b + 1);
    const sample = Float64Array.from({ length: 30_000 }, (_, i) => drawBeta(3, 4, i, 0, a, b));
    expect(Math.abs(meanError(sample, mean, variance))).toBeLessThan(3.5);
    expect(Math.abs(varianceRatio(sample, mean, variance) - 1)).toBeLessThan(0.08);
    expect(kolmogorovSmirnov(sample, (x) => betaCdf(x, a, b))).toBeGreaterThan(0.001);
  });

  test('is X / (X + Y) of the two gamma variates of its own range of indices', () => {
    expect(BETA_INDICES).toBe(2 * GAMMA_INDICES);
    for (const index of [0, 1, 9]) {
      const x = drawGamma(3, 4, 5, 2 * index, 2, 1);
      const y = drawGamma(3, 4, 5, 2 * index + 1, 0.5, 1);
      expect(drawBeta(3, 4, 5, index, 2, 0.5)).toBeCloseTo(x / (x + y), 13);
    }
  });

  test('tiny parameters give values at the ends in the right shares, never NaN', () => {
    const n = 5000;
    let high = 0;
    for (let i = 0; i < n; i++) {
      const x = drawBeta(3, 4, i, 0, 0.002, 0.001);
      expect(x >= 0 && x <= 1).toBe(true);
      if (x > 0.5) high++;
    }
    expect(Math.abs(high / n - 2 / 3)).toBeLessThan(3.5 * Math.sqrt(2 / 9 / n));
  });

  test('successive indices of one consumer follow the distribution as well', () => {
    const sample = Float64Array.from({ length: 20_000 }, (_, i) => drawBeta(3, 4, 5, i, 2, 3));
    expect(kolmogorovSmirnov(sample, (x) => betaCdf(x, 2, 3))).toBeGreaterThan(0.001);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPoisson, poissonQuantile } from '../../sim/random/index.ts';
import { chiSquare, meanError, poissonCdf, varianceRatio } from './exact.ts';

describe('poisson', () => {
  // Both searches, and both sides of the mean where one takes over.
  test.each([0.02, 0.5, 3, 23.9, 24, 24.1, 150, 4000])('mean %d: moments and probabilities', (mean) => {
    const n = 50_000;
    const sample = Float64Array.from({ length: n }, (_, i) => drawPoisson(3, 4, i, 0, mean));
    expect(Math.abs(meanError(sample, mean, mean))).toBeLessThan(3.5);
    expect(Math.abs(varianceRatio(sample, mean, mean) - 1)).toBeLessThan(mean < 1 ? 0.15 : 0.03);
    const top = Math.ceil(mean + 10 * Math.sqrt(mean) + 10);
    const counts = new Float64Array(top + 1);
    for (const k of sample) counts[Math.min(k, top)]++;
    const expected = counts.map((_, k) => n * (poissonCdf(k, mean) - poissonCdf(k - 1, mean)));
    expect(chiSquare(counts, expected)).toBeGreaterThan(0.001);
  });

  test('inverts the distribution function: P(X < k) < u <= P(X <= k)', () => {
    const slack = 1e-11;
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), fc.double({ min: 1e-6, max: 3000, noNaN: true }), (u, mean) => {
        const k = poissonQuantile(u, mean);
        expect(poissonCdf(k, mean)).toBeGreaterThanOrEqual(u - slack);
        expect(poissonCdf(k - 1, mean)).toBeLessThanOrEqual(u + slack);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  test('monotone in the uniform and in the mean, across the change of search', () => {
    for (let i = 1; i < 199; i++) {
      const u = i / 200;
      let before = 0;
      let monotone = true;
      for (let mean = 0; mean < 60; mean += 0.1) {
        const k = poissonQuantile(u, mean);
        monotone &&= k >= before && k <= poissonQuantile(u + 0.005, mean);
        before = k;
      }
      expect(monotone).toBe(true);
    }
  });

  test('edges', () => {
    expect(poissonQuantile(0.999999, 0)).toBe(0);
    expect(poissonQuantile(2 ** -33, 5)).toBe(0);
    for (const mean of [5, 30, 1e6]) expect(poissonQuantile(1 - 2 ** -33, mean)).toBeLessThan(mean + 8 * Math.sqrt(mean) + 15);
    for (const mean of [30, 1e6]) expect(poissonQuantile(2 ** -33, mean)).toBeGreaterThan(Math.max(0, mean - 7 * Math.sqrt(mean)));
  });
});

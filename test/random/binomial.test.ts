import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialQuantile, drawBinomial } from '../../sim/random/index.ts';
import { binomialCdf, chiSquare, meanError, varianceRatio } from './exact.ts';

describe('binomial', () => {
  test.each([
    [1, 0.3],
    [20, 0.1],
    [20, 0.9],
    [50, 0.48],
    [50, 0.5],
    [1000, 0.002],
    [300, 0.7],
    [20_000, 0.3],
  ])('n %d, p %d: moments and probabilities', (n, p) => {
    const size = 50_000;
    const variance = n * p * (1 - p);
    const sample = Float64Array.from({ length: size }, (_, i) => drawBinomial(3, 4, i, 0, n, p));
    expect(Math.abs(meanError(sample, n * p, variance))).toBeLessThan(3.5);
    expect(Math.abs(varianceRatio(sample, n * p, variance) - 1)).toBeLessThan(0.04);
    const counts = new Float64Array(n + 1);
    for (const k of sample) counts[k]++;
    const expected = counts.map((_, k) => size * (binomialCdf(k, n, p) - binomialCdf(k - 1, n, p)));
    expect(chiSquare(counts, expected)).toBeGreaterThan(0.001);
  });

  test('inverts the distribution function: P(X < k) < u <= P(X <= k)', () => {
    const slack = 1e-11;
    const unit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 5000 }), unit, (u, n, p) => {
        const k = binomialQuantile(u, n, p);
        expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(u - slack);
        expect(binomialCdf(k - 1, n, p)).toBeLessThanOrEqual(u + slack);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  test('monotone in the uniform, in p and in n, across the change of search and of side', () => {
    for (let i = 1; i < 199; i++) {
      const u = i / 200;
      let before = 0;
      let monotone = true;
      for (let p = 0; p <= 1; p += 0.002) {
        const k = binomialQuantile(u, 80, p);
        monotone &&= k >= before && k <= binomialQuantile(u, 81, p) && k <= binomialQuantile(u + 0.005, 80, p);
        before = k;
      }
      expect(monotone).toBe(true);
    }
  });

  test('edges', () => {
    for (const u of [2 ** -33, 0.5, 1 - 2 ** -33]) {
      expect(binomialQuantile(u, 0, 0.3)).toBe(0);
      expect(binomialQuantile(u, 10, 0)).toBe(0);
      expect(binomialQuantile(u, 10, 1)).toBe(10);
      expect(binomialQuantile(u, 1, 0.3)).toBe(u <= 0.7 ? 0 : 1);
    }
    // A billion rare trials are Poisson with mean 2: P(X = 0) = 0.1353.
    expect(binomialQuantile(0.1353, 1e9, 2e-9)).toBe(0);
    expect(binomialQuantile(0.1354, 1e9, 2e-9)).toBe(1);
  });
});

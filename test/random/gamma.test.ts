import { describe, expect, test } from 'vitest';
import { drawGamma, drawLnGamma, GAMMA_INDICES } from '../../sim/random/index.ts';
import { gammaCdf, kolmogorovSmirnov, meanError, varianceRatio } from './exact.ts';

describe('gamma', () => {
  test.each([0.2, 0.7, 1, 1.5, 4, 60])('shape %d: moments and distribution', (shape) => {
    const scale = 3;
    const sample = Float64Array.from({ length: 50_000 }, (_, i) => drawGamma(3, 4, i, 0, shape, scale));
    expect(Math.abs(meanError(sample, shape * scale, shape * scale * scale))).toBeLessThan(3.5);
    expect(Math.abs(varianceRatio(sample, shape * scale, shape * scale * scale) - 1)).toBeLessThan(0.08);
    expect(kolmogorovSmirnov(sample, (x) => gammaCdf(x / scale, shape))).toBeGreaterThan(0.001);
  });

  test('neighbouring indices give independent variates', () => {
    expect(GAMMA_INDICES).toBe(64);
    const n = 20_000;
    let product = 0;
    for (let i = 0; i < n; i++) product += (drawGamma(3, 4, 5, i, 4, 1) - 4) * (drawGamma(3, 4, 5, i + 1, 4, 1) - 4);
    expect(Math.abs(product / n / 4) * Math.sqrt(n)).toBeLessThan(3.5);
  });

  test('the logarithm survives where the variate underflows', () => {
    let underflows = 0;
    for (let i = 0; i < 200; i++) {
      expect(Number.isFinite(drawLnGamma(3, 4, i, 0, 1e-4))).toBe(true);
      if (drawGamma(3, 4, i, 0, 1e-4, 1) === 0) underflows++;
    }
    expect(underflows).toBeGreaterThan(100);
  });
});

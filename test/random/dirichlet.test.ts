import { describe, expect, test } from 'vitest';
import { drawDirichletInto } from '../../sim/random/index.ts';
import { betaCdf, kolmogorovSmirnov, meanError } from './exact.ts';

describe('Dirichlet', () => {
  const alpha = [0.4, 1, 2.5, 6];
  const total = 9.9;
  const n = 30_000;
  const shares = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) drawDirichletInto(3, 4, i, 0, alpha, shares, 4 * i);
  const share = (k: number) => Float64Array.from({ length: n }, (_, i) => shares[4 * i + k]);

  test('shares add up to 1', () => {
    for (let i = 0; i < n; i++) expect(shares[4 * i] + shares[4 * i + 1] + shares[4 * i + 2] + shares[4 * i + 3]).toBeCloseTo(1, 14);
  });

  test.each([0, 1, 2, 3])('share %d has its beta marginal', (k) => {
    const mean = alpha[k] / total;
    expect(Math.abs(meanError(share(k), mean, (mean * (1 - mean)) / (total + 1)))).toBeLessThan(3.5);
    expect(kolmogorovSmirnov(share(k), (x) => betaCdf(x, alpha[k], total - alpha[k]))).toBeGreaterThan(0.001);
  });

  test('two shares have the negative covariance of the closed form', () => {
    const a = share(2);
    const b = share(3);
    let covariance = 0;
    for (let i = 0; i < n; i++) covariance += (a[i] - 2.5 / total) * (b[i] - 6 / total);
    expect(covariance / n / ((-2.5 * 6) / (total * total * (total + 1)))).toBeCloseTo(1, 1);
  });

  test('successive indices and other lengths are independent variates; float32 is filled at its offset', () => {
    const first = new Float64Array(3);
    const second = new Float64Array(3);
    let product = 0;
    for (let i = 0; i < 10_000; i++) {
      drawDirichletInto(3, 4, 7, i, [1, 1, 1], first);
      drawDirichletInto(3, 4, 7, i + 1, [1, 1, 1], second);
      product += (first[2] - 1 / 3) * (second[0] - 1 / 3);
    }
    // Variance of one share is 1/18.
    expect(Math.abs((product / 10_000) * 18) * 100).toBeLessThan(3.5);
    const single = new Float32Array(5);
    drawDirichletInto(3, 4, 7, 0, [1, 1, 1], single, 1);
    expect(single[0]).toBe(0);
    expect(single[4]).toBe(0);
    expect(single[1] + single[2] + single[3]).toBeCloseTo(1, 6);
  });

  test('tiny alphas give one whole share, not NaN', () => {
    const out = new Float64Array(3);
    for (let i = 0; i < 100; i++) {
      drawDirichletInto(3, 4, i, 0, [1e-4, 1e-4, 1e-4], out);
      expect(Math.max(...out)).toBeGreaterThan(0.5);
      expect(out[0] + out[1] + out[2]).toBeCloseTo(1, 12);
    }
  });
});

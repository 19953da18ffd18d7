import { expect, test } from 'vitest';
import { betaCdf, binomialCdf, chiSquareUniform, gammaCdf, kolmogorovSmirnov, lnGamma, normalCdf, poissonCdf } from './exact.ts';

// The yardstick of the other tests is itself held against values that are known in closed form.
test('distribution functions agree with closed forms', () => {
  expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  expect(gammaCdf(2.5, 1)).toBeCloseTo(1 - Math.exp(-2.5), 13);
  expect(gammaCdf(0.3, 2)).toBeCloseTo(1 - Math.exp(-0.3) * 1.3, 13);
  expect(betaCdf(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 13);
  expect(betaCdf(0.9, 2, 1)).toBeCloseTo(0.81, 13);
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
  expect(poissonCdf(2, 1.5)).toBeCloseTo(Math.exp(-1.5) * (1 + 1.5 + 1.125), 13);
  expect(binomialCdf(1, 3, 0.2)).toBeCloseTo(0.8 ** 3 + 3 * 0.2 * 0.64, 13);
});

test('goodness-of-fit measures accept a right and refuse a wrong distribution', () => {
  const grid = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
  expect(kolmogorovSmirnov(grid, (x) => x)).toBeGreaterThan(0.99);
  expect(kolmogorovSmirnov(grid, (x) => x ** 1.2)).toBeLessThan(0.001);
  expect(chiSquareUniform([100, 103, 97, 100])).toBeGreaterThan(0.9);
  expect(chiSquareUniform([100, 160, 97, 100])).toBeLessThan(0.001);
});

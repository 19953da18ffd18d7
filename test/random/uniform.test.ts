import { expect, test } from 'vitest';
import { drawBits, drawInteger, drawUniform } from '../../sim/random/index.ts';
import { chiSquareUniform, kolmogorovSmirnov, meanError, varianceRatio } from './exact.ts';

test('uniform: open interval, exact complement, right distribution', () => {
  const sample = Float64Array.from({ length: 100_000 }, (_, i) => drawUniform(1, 2, i, 0));
  expect(kolmogorovSmirnov(sample, (x) => x)).toBeGreaterThan(0.001);
  expect(Math.abs(meanError(sample, 0.5, 1 / 12))).toBeLessThan(3.5);
  expect(varianceRatio(sample, 0.5, 1 / 12)).toBeCloseTo(1, 1.7);
  expect(sample.every((u) => u > 0 && u < 1 && 1 - (1 - u) === u)).toBe(true);
});

test('uniform is the middle of the cell that the bits name', () => {
  expect(drawUniform(5, 6, 7, 8)).toBe((drawBits(5, 6, 7, 8) + 0.5) / 2 ** 32);
});

test('integer: range, all values, evenly, also where n is no power of two', () => {
  for (const n of [1, 2, 7, 100]) {
    const counts = new Int32Array(n);
    for (let i = 0; i < 50_000; i++) counts[drawInteger(3, 4, i, n, n)]++;
    expect(counts.reduce((a, b) => a + b)).toBe(50_000);
    if (n > 1) expect(chiSquareUniform(counts)).toBeGreaterThan(0.001);
  }
  for (let i = 0; i < 10_000; i++) expect(drawInteger(3, 4, i, 0, 2 ** 31)).toBeLessThan(2 ** 31);
});

import { describe, expect, test } from 'vitest';
import { drawSkip, geometricSkip, lnComplement, Stream } from '../../sim/random/index.ts';
import { chiSquare, meanError } from './exact.ts';

describe('geometric skip', () => {
  test.each([0.9, 0.5, 0.03])('p %d: mean and probabilities', (p) => {
    const n = 100_000;
    const sample = Float64Array.from({ length: n }, (_, i) => drawSkip(3, 4, i, 0, p));
    expect(Math.abs(meanError(sample, (1 - p) / p, (1 - p) / (p * p)))).toBeLessThan(3.5);
    const top = Math.ceil(20 / p);
    const counts = new Float64Array(top + 1);
    for (const k of sample) counts[Math.min(k, top)]++;
    const expected = counts.map((_, k) => n * (1 - p) ** k * (k === top ? 1 : p));
    expect(chiSquare(counts, expected)).toBeGreaterThan(0.001);
  });

  test('rare successes: the mean is kept', () => {
    const p = 1e-5;
    const sample = Float64Array.from({ length: 50_000 }, (_, i) => drawSkip(3, 4, i, 1, p));
    expect(Math.abs(meanError(sample, (1 - p) / p, (1 - p) / (p * p)))).toBeLessThan(3.5);
  });

  test('skipping through trials hits each of them with probability p', () => {
    const stream = new Stream({ k0: 8, k1: 9 });
    const lnFailure = lnComplement(0.2);
    const hits = new Float64Array(50);
    const rounds = 20_000;
    for (let round = 0; round < rounds; round++) {
      for (let i = geometricSkip(stream.uniform(), lnFailure); i < 50; i += geometricSkip(stream.uniform(), lnFailure) + 1) hits[i]++;
    }
    // Hits are independent over trials, so their standardised counts make a chi-square with 50 degrees of freedom: 99.9 % below 86.7.
    const statistic = hits.reduce((sum, h) => sum + (h - 0.2 * rounds) ** 2 / (rounds * 0.16), 0);
    expect(statistic).toBeLessThan(86.7);
    expect(statistic).toBeGreaterThan(24);
  });

  test('falls as u grows; never at p 1, forever at p 0', () => {
    for (let i = 1; i < 1000; i++)
      expect(geometricSkip(i / 1000, lnComplement(0.01))).toBeGreaterThanOrEqual(geometricSkip((i + 1) / 1001, lnComplement(0.01)));
    expect(drawSkip(1, 2, 3, 4, 1)).toBe(0);
    expect(drawSkip(1, 2, 3, 4, 0)).toBe(Infinity);
  });
});

test('lnComplement is ln(1 - p), also for tiny p', () => {
  for (const p of [0, 1e-20, 1e-12, 1e-6, 0.01, 0.3, 0.5, 0.99]) {
    const exact = Math.log1p(-p);
    expect(Math.abs(lnComplement(p) - exact)).toBeLessThanOrEqual(1e-15 * Math.abs(exact));
  }
  expect(lnComplement(1)).toBe(-Infinity);
});

import { expect, test } from 'vitest';
import { summarise } from '../../sim/experiment/summary.ts';

test('gives mean, t interval and type 7 quantiles, whatever the order', () => {
  // positions 4 p among the sorted values: 0.2, 1, 2, 3, 3.8
  const summary = summarise([8, 1, 16, 2, 4]);
  expect(summary.q05).toBeCloseTo(1.2, 12);
  expect(summary.q25).toBe(2);
  expect(summary.q50).toBe(4);
  expect(summary.q75).toBe(8);
  expect(summary.q95).toBeCloseTo(14.4, 12);
  expect(summary.mean).toBeCloseTo(6.2, 12);
  // squared deviations add up to 148.8; the tabulated t for 4 degrees of freedom is 2.776445
  const half = 2.776445 * Math.sqrt(148.8 / 4 / 5);
  expect(summary.low).toBeCloseTo(6.2 - half, 5);
  expect(summary.high).toBeCloseTo(6.2 + half, 5);
});

test('one replicate has a mean and quantiles but no interval', () => {
  expect(summarise([3])).toEqual({ mean: 3, low: null, high: null, q05: 3, q25: 3, q50: 3, q75: 3, q95: 3 });
});

test('is undefined without replicates, and when any replicate is undefined', () => {
  for (const values of [[], [1, Number.NaN, 2], [1, Number.POSITIVE_INFINITY]]) {
    expect(new Set(Object.values(summarise(values)))).toEqual(new Set([null]));
  }
});

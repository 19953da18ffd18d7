import { readFileSync } from 'node:fs';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { mean } from 'simple-statistics';
import { expect, test } from 'vitest';
import { bcaInterval } from '../../sim/experiment/bca.ts';
import { keysFromSeed } from '../../sim/random/index.ts';

const keys = keysFromSeed('bca');

test('agrees with SciPy within the error of 2,000 resamples', () => {
  const { cases } = JSON.parse(readFileSync(new URL('./fixture/bca-scipy.json', import.meta.url), 'utf8')) as {
    cases: { values: number[]; low: number; high: number }[];
  };
  for (const { values, low, high } of cases) {
    // An end is a quantile of 2,000 resamples: in parts of the width its standard error is about .02; three of them.
    const tolerance = 0.06 * (high - low);
    // SciPy does not expand its percentiles: the confidence at which ours reach as far as its 1.96.
    const n = values.length;
    const confidence = 2 * tCdf(1.959963984540054 * Math.sqrt((n - 1) / n), n - 1) - 1;
    const interval = bcaInterval(values, keys, confidence);
    expect(Math.abs((interval?.low ?? 0) - low)).toBeLessThan(tolerance);
    expect(Math.abs((interval?.high ?? 0) - high)).toBeLessThan(tolerance);
  }
});

test('reaches further to the side of the long tail, and moves and scales with the values', () => {
  const values = [1, 1.125, 1.25, 1.25, 1.5, 2, 3.5, 9];
  const interval = bcaInterval(values, keys);
  const centre = mean(values);
  expect((interval?.high ?? 0) - centre).toBeGreaterThan(1.5 * (centre - (interval?.low ?? 0)));
  const moved = bcaInterval(
    values.map((value) => 4 * value - 8),
    keys,
  );
  expect(moved?.low).toBeCloseTo(4 * (interval?.low ?? 0) - 8, 9);
  expect(moved?.high).toBeCloseTo(4 * (interval?.high ?? 0) - 8, 9);
});

test('equal values have no width, a single value no interval', () => {
  expect(bcaInterval([3, 3, 3], keys)).toEqual({ low: 3, high: 3 });
  expect(bcaInterval([3], keys)).toBeNull();
  // Resamples are kept from interval to interval: other keys or sizes in between change nothing.
  const some = [0.31, 1.7, 2.2, 4.9, 8.1, 3.3, 2.9, 0.4, 6.6, 1.2, 5.5, 2.7];
  const [own, other] = [bcaInterval(some, keys), bcaInterval(some, { ...keys, k0: keys.k0 + 1 })];
  expect(other).not.toEqual(own);
  expect(bcaInterval(some.slice(1), keys)).not.toEqual(own);
  expect(bcaInterval(some, keys)).toEqual(own);
});

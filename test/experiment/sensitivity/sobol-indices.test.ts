import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { saltelliSample } from '../../../sim/experiment/design/saltelli-sample.ts';
import { sobolIndices } from '../../../sim/experiment/sensitivity/sobol-indices.ts';
import { splitVariance } from '../../../sim/experiment/sensitivity/variance-split.ts';
import { drawNormal, keysFromSeed } from '../../../sim/random/index.ts';
import { G_WEIGHTS, ISHIGAMI, ishigami, outcomesOf, SOBOL_G, sobolG } from './functions.ts';

const keys = keysFromSeed('sensitivity');
function near(values: readonly number[], truth: readonly number[], tolerance: number): void {
  expect(values).toHaveLength(truth.length);
  for (const [at, value] of values.entries()) expect(Math.abs(value - truth[at])).toBeLessThan(tolerance);
}
const of = (estimates: readonly { estimate: number }[]) => estimates.map(({ estimate }) => estimate);

test('gives what SALib gives on the same outputs', () => {
  const salib = JSON.parse(readFileSync(new URL('./fixture/sobol-salib.json', import.meta.url), 'utf8')) as Record<string, number[]>;
  const indices = sobolIndices({ points: salib.Y.length, replicates: 1, values: Float64Array.from(salib.Y) }, 3, keys) ?? [];
  near(of(indices.map(({ first }) => first)), salib.S1, 1e-10);
  near(of(indices.map(({ total }) => total)), salib.ST, 1e-10);
  // SALib's intervals are normal ones from as many resamples: their half-widths agree within the error of a bootstrap.
  indices.forEach(({ first, total }, at) => {
    expect((first.high - first.low) / 2 / salib.S1_conf[at]).toBeGreaterThan(0.7);
    expect((first.high - first.low) / 2 / salib.S1_conf[at]).toBeLessThan(1.4);
    expect((total.high - total.low) / 2 / salib.ST_conf[at]).toBeGreaterThan(0.7);
    expect((total.high - total.low) / 2 / salib.ST_conf[at]).toBeLessThan(1.4);
  });
});

describe('closed forms', () => {
  test("Ishigami's function, to the tolerance of SALib's own regression test (0.05), here a fifth of it", () => {
    const indices = sobolIndices(outcomesOf(saltelliSample(8192, 3, keys), ishigami), 3, keys) ?? [];
    near(of(indices.map(({ first }) => first)), ISHIGAMI.first, 0.01);
    near(of(indices.map(({ total }) => total)), ISHIGAMI.total, 0.01);
    expect(ISHIGAMI.first.map((value) => Math.round(value * 1e4) / 1e4)).toEqual([0.3139, 0.4424, 0]);
    expect(ISHIGAMI.total.map((value) => Math.round(value * 1e4) / 1e4)).toEqual([0.5576, 0.4424, 0.2437]);
  });

  test("Sobol's G function of eight factors; the intervals hold the truth", () => {
    const factors = G_WEIGHTS.length;
    const indices = sobolIndices(outcomesOf(saltelliSample(1024, factors, keys), sobolG), factors, keys) ?? [];
    let held = 0;
    indices.forEach(({ first, total }, at) => {
      expect(Math.abs(first.estimate - SOBOL_G.first[at])).toBeLessThan(0.02);
      expect(Math.abs(total.estimate - SOBOL_G.total[at])).toBeLessThan(0.02);
      if (first.low <= SOBOL_G.first[at] && SOBOL_G.first[at] <= first.high) held++;
      if (total.low <= SOBOL_G.total[at] && SOBOL_G.total[at] <= total.high) held++;
    });
    expect(held).toBeGreaterThanOrEqual(14);
  });
});

describe('luck', () => {
  const places = saltelliSample(1024, 3, keys);
  const noise = (point: number, replicate: number) => 3 * drawNormal(keys.k0, keys.k1, point, replicate);

  test('is not taken for an effect of parameters: independent noise as large as the signal leaves the indices in place', () => {
    const outcomes = outcomesOf(places, ishigami, 8, noise);
    const indices = sobolIndices(outcomes, 3, keys) ?? [];
    near(of(indices.map(({ first }) => first)), ISHIGAMI.first, 0.05);
    near(of(indices.map(({ total }) => total)), ISHIGAMI.total, 0.05);
    // One replicate cannot tell: noise then counts as interaction of every factor.
    const single = sobolIndices(outcomesOf(places, ishigami, 1, noise), 3, keys) ?? [];
    expect(single[1].total.estimate).toBeGreaterThan(ISHIGAMI.total[1] + 0.1);
  });

  test('common to all points changes nothing; what it does together with parameters is luck, too', () => {
    const shift = (_: number, replicate: number) => 40 * drawNormal(keys.k0, keys.k1, 0, replicate);
    const plain = of((sobolIndices(outcomesOf(places, ishigami, 4), 3, keys) ?? []).map(({ total }) => total));
    const shifted = of((sobolIndices(outcomesOf(places, ishigami, 4, shift), 3, keys) ?? []).map(({ total }) => total));
    near(shifted, plain, 1e-9);
  });

  test('has the variance that it was given', () => {
    const split = splitVariance(outcomesOf(places, ishigami, 6, noise));
    expect(Math.abs((split?.luck ?? 0) / 9 - 1)).toBeLessThan(0.05);
    expect(Math.abs((split?.parameters ?? 0) / 13.845 - 1)).toBeLessThan(0.05);
    const common = splitVariance(outcomesOf(places.slice(0, 250), ishigami, 400, (_, r) => 2 * drawNormal(keys.k0, keys.k1, 1, r)));
    expect(Math.abs((common?.luck ?? 0) / 4 - 1)).toBeLessThan(0.2);
    expect(splitVariance(outcomesOf(places, ishigami, 1))).toBeNull();
  });
});

test('without variance, or with a value that is undefined, there are no indices', () => {
  const places = saltelliSample(8, 2, keys);
  expect(
    sobolIndices(
      outcomesOf(places, () => 5),
      2,
      keys,
    ),
  ).toBeNull();
  expect(
    sobolIndices(
      outcomesOf(places, (place) => (place[0] > 0.9 ? Number.NaN : place[0])),
      2,
      keys,
    ),
  ).toBeNull();
  expect(() =>
    sobolIndices(
      outcomesOf(places, () => 5),
      3,
      keys,
    ),
  ).toThrow(RangeError);
});

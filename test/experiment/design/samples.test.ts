import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latinHypercube, maximinLatinHypercube } from '../../../sim/experiment/design/latin-hypercube.ts';
import { morrisTrajectory } from '../../../sim/experiment/design/morris-trajectories.ts';
import { saltelliSample } from '../../../sim/experiment/design/saltelli-sample.ts';
import { SOBOL_DIMENSIONS, SobolSequence } from '../../../sim/experiment/design/sobol-sequence.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';

const keys = keysFromSeed('samples');
const take = (sequence: SobolSequence, count: number) => Array.from({ length: count }, () => sequence.next());

describe('Sobol sequence', () => {
  test('has the points that SciPy has, in 256 dimensions', () => {
    const scipy = JSON.parse(readFileSync(new URL('./fixture/sobol-scipy.json', import.meta.url), 'utf8')) as {
      rows: number[];
      dims: number[];
      values: number[][];
    };
    const points = take(new SobolSequence(256, null), 1024);
    expect(scipy.rows.map((row) => scipy.dims.map((d) => points[row][d]))).toEqual(scipy.values);
  });

  test('scrambled: every block of 2^m points has one in each of 2^m strata, in every dimension', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 8 }), (seed, m) => {
        const points = take(new SobolSequence(40, keysFromSeed(seed)), 3 << m).slice(2 << m);
        for (let d = 0; d < 40; d++) {
          const strata = points.map((point) => Math.floor(point[d] * 2 ** m)).sort((a, b) => a - b);
          expect(strata).toEqual(points.map((_, at) => at));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('scrambled: the first two dimensions are a (0, m, 2)-net, as the bare sequence is', () => {
    const points = take(new SobolSequence(2, keys), 256);
    for (let k = 0; k <= 8; k++) {
      const cells = new Set(points.map(([x, y]) => `${Math.floor(x * 2 ** k)} ${Math.floor(y * 2 ** (8 - k))}`));
      expect(cells.size).toBe(256);
    }
  });

  test('scrambled: integrates a smooth function better than random points by far', () => {
    const f = (point: Float64Array) => point.reduce((product, u) => product * (1 + (u - 0.5) / 2), 1);
    const errors = Array.from({ length: 20 }, (_, seed) => {
      const points = take(new SobolSequence(5, keysFromSeed(`${seed}`)), 1024);
      return points.reduce((sum, point) => sum + f(point), 0) / 1024 - 1;
    });
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 20);
    // Random points: sd of f is about .33, over sqrt(1024) about .01.
    expect(rms).toBeLessThan(0.0005);
  });

  test('refuses dimensions that it has no numbers for', () => {
    expect(() => new SobolSequence(SOBOL_DIMENSIONS + 1, null)).toThrow(RangeError);
    expect(() => new SobolSequence(0, null)).toThrow(RangeError);
  });
});

describe('Latin hypercube', () => {
  const closest = (rows: readonly Float64Array[]) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rows.length; i++) {
      for (let j = 0; j < i; j++) {
        least = Math.min(
          least,
          rows[i].reduce((sum, x, d) => sum + (x - rows[j][d]) ** 2, 0),
        );
      }
    }
    return Math.sqrt(least);
  };

  test('has one point in each stratum of each factor, spread out or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }), fc.boolean(), (points, dimensions, spread) => {
        const rows = (spread ? maximinLatinHypercube : latinHypercube)(points, dimensions, keys);
        for (let d = 0; d < dimensions; d++) {
          const strata = rows.map((row) => Math.floor(row[d] * points)).sort((a, b) => a - b);
          expect(strata).toEqual(rows.map((_, at) => at));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('maximin keeps its closest points further apart than 200 random hypercubes do', () => {
    const random = Array.from({ length: 200 }, (_, seed) => closest(latinHypercube(40, 3, keysFromSeed(`${seed}`))));
    expect(closest(maximinLatinHypercube(40, 3, keys))).toBeGreaterThan(Math.max(...random));
  });
});

test('a Morris trajectory moves every factor once, by half the levels, on the grid; levels are equally likely', () => {
  const counts = new Map<number, number>();
  for (let index = 0; index < 2000; index++) {
    const points = morrisTrajectory(index, 4, 6, keys);
    expect(points).toHaveLength(5);
    const moved = points.slice(1).map((point, step) => {
      const changed = Array.from(point.keys()).filter((d) => point[d] !== points[step][d]);
      expect(changed).toHaveLength(1);
      expect(Math.abs(point[changed[0]] - points[step][changed[0]])).toBeCloseTo(6 / 10, 12);
      return changed[0];
    });
    expect(moved.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    for (const point of points) for (const u of point) counts.set(Math.round(u * 5), (counts.get(Math.round(u * 5)) ?? 0) + 1);
  }
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  const each = (2000 * 5 * 4) / 6;
  // Five points of a trajectory share their levels: a standard error of 2.2 sqrt(each) at most; four of them.
  for (const count of counts.values()) expect(Math.abs(count - each)).toBeLessThan(4 * 2.2 * Math.sqrt(each));
});

test('a Saltelli sample mixes A and B one factor at a time', () => {
  const rows = saltelliSample(16, 3, keys);
  expect(rows).toHaveLength(80);
  for (let base = 0; base < 16; base++) {
    const [a, b] = [rows[base * 5], rows[base * 5 + 4]];
    for (let factor = 0; factor < 3; factor++) {
      expect(Array.from(rows[base * 5 + 1 + factor])).toEqual(Array.from(a, (u, d) => (d === factor ? b[d] : u)));
    }
  }
});

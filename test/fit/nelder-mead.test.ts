import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nelderMead } from '../../sim/experiment/fit/nelder-mead.ts';

/** Rosenbrock's valley over [-2, 2] in every dimension; 0 at all ones, a place of 3/4. */
function rosenbrock(place: Float64Array): number {
  let sum = 0;
  for (let d = 0; d + 1 < place.length; d++) {
    const x = 4 * place[d] - 2;
    const y = 4 * place[d + 1] - 2;
    sum += 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  }
  return sum;
}

test.each([2, 3, 5])("Rosenbrock's valley in %d dimensions", (dimensions) => {
  const { place, value, converged } = nelderMead(rosenbrock, new Float64Array(dimensions).fill(0.25), { evaluations: 20_000 });
  expect(converged).toBe(true);
  expect(value).toBeLessThan(1e-8);
  for (const x of place) expect(x).toBeCloseTo(0.75, 4);
});

test('any bowl inside the box is found, from anywhere', () => {
  const inside = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.array(inside, { minLength: 3, maxLength: 3 }), fc.array(inside, { minLength: 3, maxLength: 3 }), (bottom, start) => {
      const { place } = nelderMead((x) => x.reduce((sum, each, d) => sum + (d + 1) * (each - bottom[d]) ** 2, 0), start);
      for (let d = 0; d < 3; d++) expect(place[d]).toBeCloseTo(bottom[d], 4);
    }),
    { numRuns: 100, seed: 3 },
  );
});

test('a minimum on a face or in a corner is found, and no place outside is asked for', () => {
  let outside = 0;
  const { place } = nelderMead(
    (x) => {
      if (x.some((each) => each < 0 || each > 1)) outside++;
      return x[0] + 2 * (1 - x[1]) + (x[2] - 0.3) ** 2;
    },
    [0.5, 0.5, 0.5],
  );
  expect(outside).toBe(0);
  expect(place[0]).toBeCloseTo(0, 4);
  expect(place[1]).toBeCloseTo(1, 4);
  expect(place[2]).toBeCloseTo(0.3, 2);
});

test('places without a value are avoided, and evaluations are bounded', () => {
  const { place } = nelderMead((x) => (x[0] < 0.4 ? Number.NaN : (x[0] - 0.2) ** 2 + (x[1] - 0.5) ** 2), [0.8, 0.2]);
  expect(place[0]).toBeCloseTo(0.4, 3);
  let asked = 0;
  const bounded = nelderMead(
    (x) => {
      asked++;
      return rosenbrock(x);
    },
    [0.1, 0.9],
    { evaluations: 30 },
  );
  expect(bounded.converged).toBe(false);
  expect(bounded.evaluations).toBe(asked);
  expect(asked).toBeLessThan(40);
});

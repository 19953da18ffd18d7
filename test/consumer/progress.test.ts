import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centreAndScale, describeOffer, emotionalWorth, functionalWorth, newOffer } from '../../sim/consumer/progress.ts';

const share = fc.double({ min: 0.02, max: 1, noNaN: true });
const four = fc.tuple(share, share, share, share);

/** The formula as it is written, with the engine's own powers. */
function ces(drives: readonly number[], delivery: readonly number[], rho: number): number {
  const sum = drives.reduce((total, weight, k) => total + weight * (rho === 0 ? Math.log(delivery[k]) : delivery[k] ** rho), 0);
  return rho === 0 ? Math.exp(sum) : sum ** (1 / rho);
}

test('functional worth is the CES mean of what is delivered', () => {
  fc.assert(
    fc.property(four, four, fc.constantFrom(-1, -0.5, 0, 0.5, 0.7, 1), (weights, delivery, rho) => {
      const sum = weights.reduce((a, b) => a + b);
      const drives = weights.map((weight) => weight / sum);
      const offer = newOffer();
      describeOffer(offer, delivery, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], rho);
      const worth = functionalWorth(drives, 0, offer.powers, rho);
      expect(worth).toBeCloseTo(ces(drives, delivery, rho), 9);
      expect(worth).toBeGreaterThanOrEqual(Math.min(...delivery) - 1e-9);
      expect(worth).toBeLessThanOrEqual(Math.max(...delivery) + 1e-9);
    }),
  );
});

test('shared values are worth 1, opposite ones 0, and nothing to compare is worth half', () => {
  const values = [4.4, 3.1, 3.7, 3.9, 2.4, 4.4, 4.2, 2.9, 4.7, 4.4];
  const person = new Float64Array(10);
  centreAndScale(values, 0, person, 0);
  const worthOf = (lived: readonly number[]) => {
    const offer = newOffer();
    describeOffer(offer, [0.5, 0.5, 0.5, 0.5], lived, 0.5);
    return emotionalWorth(person, 0, offer.direction, 1);
  };
  expect(worthOf(values.map((value) => 2 * value - 1))).toBeCloseTo(1, 12);
  expect(worthOf(values.map((value) => -value))).toBeCloseTo(0, 12);
  expect(worthOf(Array<number>(10).fill(3))).toBe(0.5);
});

import { expect, test } from 'vitest';
import { age, develop, newBrand, plannedPolicy, presetNamed, refreshOffers, type Strategy, uninformed } from '../../sim/brand/index.ts';

const flat = Array<number>(10).fill(4);
const upward = Array.from({ length: 10 }, (_, k) => 3 + 0.2 * k);

function brandWith(delivery: readonly number[], claimedDelivery: readonly number[] = delivery) {
  const strategy = presetNamed('push') as Strategy;
  const given = { delivery, values: upward, claimedDelivery, claimedValues: upward, price: 60, margin: 20 };
  return newBrand(given, uninformed(1, 20, flat), plannedPolicy(strategy), strategy.claims, new Float64Array(1));
}

test('development goes where the estimated need is greatest', () => {
  const brand = brandWith([0.5, 0.5, 0.5, 0.5]);
  develop(brand, 0.1, [0.1, 0.2, 0.6, 0.1], new Float64Array(10), 0.5, 0);
  expect(Array.from(brand.delivery)).toEqual([0.5, 0.5, 0.6, 0.5]);
  // With even needs it is the weakest drive whose improvement is worth most.
  const uneven = brandWith([0.8, 0.2, 0.8, 0.8]);
  develop(uneven, 0.1, [0.25, 0.25, 0.25, 0.25], new Float64Array(10), 0.5, 0);
  expect(uneven.delivery[1]).toBeCloseTo(0.3, 12);
});

test('lived values turn towards the estimate, keeping their mean', () => {
  const brand = brandWith([0.5, 0.5, 0.5, 0.5]);
  const before = brand.values.slice();
  const desired = Float64Array.from(
    before,
    (value) => -(value - 3.9) / Math.sqrt(before.reduce((sum, each) => sum + (each - 3.9) ** 2, 0)),
  );
  develop(brand, 0.1, [0.25, 0.25, 0.25, 0.25], desired, 0.5, 5);
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value) / 10;
  expect(mean(brand.values)).toBeCloseTo(mean(before), 10);
  expect(brand.values[9] - brand.values[0]).toBeLessThan(before[9] - before[0]);
});

test('every product falls behind by the points that are set, and not below nothing', () => {
  const brand = brandWith([0.5, 0.5, 0.5, 0.0001]);
  age(brand, 0.004);
  expect(Array.from(brand.delivery)).toEqual([0.499, 0.499, 0.499, 0]);
});

test('a message claims the drives it addresses and nothing of the others', () => {
  const brand = brandWith([0.4, 0.4, 0.4, 0.4], [0.81, 0.81, 0.81, 0.81]);
  refreshOffers(brand, 0.5, 0.49);
  for (let k = 0; k < 4; k++) {
    expect(brand.claim.powers[k]).toBeCloseTo(k === 0 ? 0.9 : 0.7, 12);
    expect(brand.actual.powers[k]).toBeCloseTo(Math.sqrt(0.4), 12);
  }
});

test('what is perfect is not developed further, and nothing becomes better than perfect', () => {
  const brand = brandWith([1, 0.995, 0.2, 1]);
  develop(brand, 0.1, [0.9, 0.06, 0.001, 0.039], new Float64Array(10), 0.5, 0);
  expect(Array.from(brand.delivery)).toEqual([1, 1, 0.2, 1]);
  expect(brand.developed).toBeCloseTo(0.1, 12);
  const perfect = brandWith([1, 1, 1, 1]);
  develop(perfect, 0.1, [0.25, 0.25, 0.25, 0.25], new Float64Array(10), 0.5, 0);
  expect(Array.from(perfect.delivery)).toEqual([1, 1, 1, 1]);
});

test('what is delivered to nobody is worth as much as a hundredth, so that the first step is not worth everything', () => {
  // At a hundredth the worth of a step is .1 x 10; at .64 it is 1.25 x .9.
  const brand = brandWith([0, 0.64, 1, 1]);
  develop(brand, 0.1, [0.1, 0.9, 0, 0], new Float64Array(10), 0.5, 0);
  expect(Array.from(brand.delivery).map((each) => Math.round(100 * each))).toEqual([0, 74, 100, 100]);
});

test('a full step of values takes the direction of the estimate, with the mean and the spread there were', () => {
  const desired = [3, 1, -2, 0, -1, -1, 2, -3, 1, 0].map((each) => each / Math.sqrt(30));
  const before = brandWith([0.5, 0.5, 0.5, 0.5]).values;
  const mean = before.reduce((sum, each) => sum + each) / 10;
  const length = Math.hypot(...Array.from(before, (each) => each - mean));
  for (const [pace, step] of [
    [5, 0.5],
    [10, 1],
    [40, 1],
  ]) {
    const brand = brandWith([0.5, 0.5, 0.5, 0.5]);
    develop(brand, 0.1, [0.25, 0.25, 0.25, 0.25], desired, 0.5, pace);
    for (let k = 0; k < 10; k++) expect(brand.values[k]).toBeCloseTo(before[k] + step * (mean + length * desired[k] - before[k]), 10);
  }
});

test('a brand starts with an empty account, no reviews, its list price, and never having asked', () => {
  const brand = brandWith([0.5, 0.5, 0.5, 0.5]);
  expect(brand).toMatchObject({
    price: 60,
    listPrice: 60,
    referencePrice: 60,
    margin: 20,
    contentStock: 0,
    served: 0,
    builtIn: 0,
    developed: 0,
  });
  expect(brand).toMatchObject({ developedWhenAsked: -1, reviewCount: 0, discountLeft: 0, discountUsed: 0 });
  expect([brand.reviews.length, brand.reviewShares.length]).toEqual([64, 64]);
});

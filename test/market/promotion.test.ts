import { describe, expect, test } from 'vitest';
import type { Strategy } from '../../sim/brand/index.ts';
import { act } from '../../sim/market/act.ts';
import { choose } from '../../sim/market/choose.ts';
import { arise } from '../../sim/market/needs.ts';
import { openRecorder } from '../../sim/market/record.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { week as oneWeek } from '../../sim/market/week.ts';
import type { World } from '../../sim/market/world.ts';
import { smallScenario, worldOf } from './settings.ts';

const PRICE = 60;
const DEPTH = 0.2;
const KNOWN = {
  brands: [{ familiarity: 0.9, users: 0.3, price: PRICE }],
  market: { need: 0.9 },
  tactics: { promotion: { depth: DEPTH, pull: 0 } },
};
const STRATEGY: Strategy = { name: 'sale', plan: [{ week: 0, shares: { promotion: 1 } }], claims: ['acquire'] };

/** The first week up to the choices, with money for so many discounts. */
function week(discounts: number, given: Record<string, unknown> = {}): World {
  const world = worldOf(smallScenario({ ...KNOWN, ...given }), STRATEGY);
  // Half a discount more, so that rounding takes none away.
  world.brands[0].grants[0] = discounts === 0 ? 0 : ((discounts + 0.5) * PRICE * DEPTH) / world.scale;
  arise(world);
  act(world);
  searchAndRead(world);
  choose(world);
  return world;
}

const reflecting = (world: World) => world.market.subarray(0, world.marketCount).filter((i) => world.people.reflex[i] === 0).length;
const discounted = (world: World) => Math.round(world.brands[0].discountUsed / (PRICE * DEPTH));

describe('a discount', () => {
  test('that lasts for all makes all who consider the brand reflect; without it few do', () => {
    const none = week(0);
    const all = week(10_000);
    expect(none.marketCount).toBe(all.marketCount);
    expect(reflecting(none)).toBeLessThan(0.3 * none.marketCount);
    expect(reflecting(all)).toBeGreaterThan(0.9 * all.marketCount);
    expect(all.tally.purchases[0]).toBeGreaterThan(none.tally.purchases[0]);
  });

  test('that lasts for one moves only those who came before it was gone', () => {
    const none = week(0);
    const one = week(1);
    expect(discounted(one)).toBe(1);
    expect(reflecting(one) - reflecting(none)).toBeGreaterThanOrEqual(0);
    expect(reflecting(one)).toBeLessThan(reflecting(none) + 0.1 * none.marketCount);
    expect(Math.abs(one.tally.purchases[0] - none.tally.purchases[0])).toBeLessThan(0.05 * none.marketCount);
  });

  test('is given to as many as there is money for, and its mean over those who looked is what people get used to', () => {
    const few = week(7);
    expect(discounted(few)).toBe(7);
    // Everyone who bought at the discount met it, and some who met it did not buy.
    expect(few.tally.discountMet[0]).toBeGreaterThanOrEqual(7 * PRICE * DEPTH);
    expect(few.tally.discountMet[0] / (PRICE * DEPTH)).toBeLessThan(few.tally.lookers[0]);
    const all = week(10_000);
    expect(all.tally.discountMet[0]).toBeCloseTo(all.tally.lookers[0] * PRICE * DEPTH, 6);
  });

  test('brings forward as many as it lasts for: none without money, all who recall the brand with money for everybody', () => {
    const inMarket = (discounts: number) =>
      week(discounts, { market: { need: 0.1 }, tactics: { promotion: { depth: 0.5, pull: 10 } } }).marketCount;
    const [none, some, all, more] = [0, 5, 10_000, 20_000].map(inMarket);
    expect(some).toBeGreaterThan(none);
    expect(all).toBeGreaterThan(some);
    expect(more).toBe(all);
  });
});

test('people get used to a price: the reference falls towards a discount that lasts, and stays where nothing is ever off', () => {
  const referenceAfter = (weeks: number, money: number) => {
    const world = worldOf(smallScenario({ ...KNOWN, horizon: weeks }), STRATEGY);
    world.brands[0].grants.fill(money);
    const recorder = openRecorder(world, { tribes: false, journey: false });
    for (let w = 0; w < weeks; w++) oneWeek(world, recorder);
    return world.brands[0].referencePrice;
  };
  const pace = 0.1;
  // Geometric: what is left of the way shrinks by the pace every week.
  expect(referenceAfter(20, 1e9)).toBeCloseTo(PRICE * (1 - DEPTH) + PRICE * DEPTH * (1 - pace) ** 20, 6);
  expect(referenceAfter(20, 0)).toBe(PRICE);
});

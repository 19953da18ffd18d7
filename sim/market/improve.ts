import { age, type Brand, develop, NEEDS, pay } from '../brand/index.ts';
import { DRIVES } from '../consumer/state.ts';
import { type Campaign, moneyFor } from './campaign.ts';
import type { World } from './world.ts';

/** Development towards what the brand believes people need; every product also falls behind a little. */
export function coCreate(campaign: Campaign): void {
  const { world, brand } = campaign;
  const given = world.settings.tactics.cocreation;
  age(brand, given.obsolescence);
  const points = Math.min(given.limit, moneyFor(campaign, 'cocreation') / given.cost);
  if (!(points > 0)) return;
  pay(brand.account, 'cocreation', points * given.cost);
  const estimate = marketEstimate(world, brand);
  develop(brand, points, estimate, estimate.subarray(DRIVES), world.settings.consumers.synergy.rho, given.valuesPace);
}

/** Helpful pieces are made for the whole market, at a fixed cost, and age. */
export function publish(campaign: Campaign): void {
  const { world, brand } = campaign;
  const money = moneyFor(campaign, 'content');
  brand.contentStock = brand.contentStock * world.keep.content + money / world.settings.tactics.content.cost;
  pay(brand.account, 'content', money);
}

/** Service covers as many of the expected purchases (last week's) as its money reaches. */
export function serve(campaign: Campaign): void {
  const { world, b, brand } = campaign;
  const { cost } = world.settings.tactics.service;
  const expected = (world.lastPurchases[b] / world.scale) * cost;
  const money = moneyFor(campaign, 'service');
  brand.served = expected > 0 ? Math.min(1, money / expected) : 0;
  pay(brand.account, 'service', brand.served * expected);
}

const estimate = new Float64Array(NEEDS);

/** Market-average estimate of needs, tribes weighted by size; valid until the next call. */
export function marketEstimate(world: World, brand: Brand): Float64Array {
  estimate.fill(0);
  const { tribeSizes, people } = world;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    const weight = tribeSizes[tribe] / people.n;
    for (let k = 0; k < NEEDS; k++) estimate[k] += weight * brand.knowledge.estimate[tribe * NEEDS + k];
  }
  return estimate;
}

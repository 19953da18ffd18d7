import { type Brand, purseOf, type Tactic } from '../brand/index.ts';
import type { ContactKeys } from './contact.ts';
import type { World } from './world.ts';

/** More contacts than this per person and week are not sent; the money stays with the brand. Bounds the time a scenario can take. */
export const MAXIMUM_CONTACTS = 100;

/** One brand's week of spending: what its tactics share. */
export interface Campaign {
  readonly world: World;
  readonly b: number;
  readonly brand: Brand;
  readonly keys: ContactKeys;
  /** Contacts sent so far this week; numbers them, so that equal numbers meet equal luck whatever sent them. */
  sent: number;
}

export function moneyFor(campaign: Campaign, tactic: Tactic): number {
  return purseOf(campaign.brand.account, tactic);
}

/** Kinds of things whose fractions are carried over. */
export const CARRY = { impressions: 0, influencers: 1, questionnaires: 2, introductions: 3 } as const;

/** Whole units bought for simulated people out of `real` ones bought for the market; the fraction is carried to the next week. */
export function simulatedUnits(campaign: Campaign, kind: number, real: number): number {
  const { carried } = campaign.brand;
  const exact = real * campaign.world.scale + carried[kind];
  const whole = Math.floor(exact);
  carried[kind] = exact - whole;
  return whole;
}

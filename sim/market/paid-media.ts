import { pay } from '../brand/index.ts';
import { recallProbability } from '../consumer/familiarity.ts';
import { FAMILIARITY, ROW } from '../consumer/state.ts';
import { deriveKeys, drawInteger, drawUniform, PURPOSE } from '../random/index.ts';
import { CARRY, type Campaign, MAXIMUM_CONTACTS, moneyFor, simulatedUnits } from './campaign.ts';
import { deliver, isIgnoredByAll } from './contact.ts';
import { bringForward } from './needs.ts';
import { isMarked, partnerAt, TELLS } from './ties.ts';
import { judgeUse } from './use.ts';
import { weekKeys } from './world.ts';

/** Impressions: at random, or in part to those in market. */
export function buyImpressions(campaign: Campaign, tactic: 'broadcast' | 'targeted'): void {
  const { world, b, keys } = campaign;
  const { n } = world.people;
  const given = world.settings.tactics[tactic];
  const real = Math.min(moneyFor(campaign, tactic) / given.cost, MAXIMUM_CONTACTS * world.settings.market.people);
  if (!(real > 0)) return;
  pay(campaign.brand.account, tactic, real * given.cost);
  const impressions = simulatedUnits(campaign, CARRY.impressions, real);
  const contact = world.contacts[tactic];
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.impression), b);
  for (let s = 0; s < impressions; s++) {
    const draw = campaign.sent++;
    if (isIgnoredByAll(world, b, keys, draw)) continue;
    let person = drawInteger(k0, k1, draw, 0, n);
    if (given.precision > 0 && world.marketCount > 0 && drawUniform(k0, k1, draw, 1) < given.precision) {
      person = world.market[drawInteger(k0, k1, draw, 2, world.marketCount)];
    }
    deliver(world, person, b, contact, keys, draw);
  }
}

/** Fees and samples to some of the best connected: they try the product, and their post reaches their ties. */
export function hireInfluencers(campaign: Campaign): void {
  const { world, b, keys } = campaign;
  const given = world.settings.tactics.influencer;
  const { people, ties, hubs } = world;
  const top = Math.max(1, Math.floor(given.top * people.n));
  const real = Math.min(moneyFor(campaign, 'influencer') / given.cost, top / world.scale);
  if (!(real > 0)) return;
  pay(campaign.brand.account, 'influencer', real * given.cost);
  const hired = simulatedUnits(campaign, CARRY.influencers, real);
  const contact = world.contacts.influencer;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.influencer), b);
  for (let s = 0; s < hired; s++) {
    const hub = hubs[drawInteger(k0, k1, s, 0, top)];
    judgeUse(world, hub, b, 0);
    const start = ties.start[hub];
    for (let slot = start; slot < start + ties.used[hub]; slot++) {
      if (isMarked(ties, slot, TELLS)) deliver(world, partnerAt(ties, slot), b, contact, keys, campaign.sent++);
    }
  }
}

/** A discount lasts while its money does: buyers use it up when they choose. It also brings purchases forward. */
export function discount(campaign: Campaign): void {
  const { world, b, brand, keys } = campaign;
  const given = world.settings.tactics.promotion;
  brand.price = brand.listPrice;
  brand.discountUsed = 0;
  brand.discountLeft = moneyFor(campaign, 'promotion') * world.scale;
  const each = brand.listPrice * given.depth;
  if (!(brand.discountLeft >= each)) return;
  brand.price = brand.listPrice - each;
  const { people } = world;
  // Few come for a bargain that lasts for few: for the share of those in market whom it would last for.
  const lasts = Math.min(1, Math.floor(brand.discountLeft / each) / Math.max(1, world.marketCount));
  const pull = given.pull * given.depth * lasts;
  if (pull === 0) return;
  const { recallHalf } = world.settings.consumers.familiarity;
  for (let i = 0; i < people.n; i++) {
    const known = people.rows[(i * people.brands + b) * ROW + FAMILIARITY];
    if (known > 0) bringForward(world, i, 1 + pull * recallProbability(known, recallHalf), keys.need.k0, keys.need.k1);
  }
}

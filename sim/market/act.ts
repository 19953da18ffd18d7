import { balanceOf, type FirmView, grant, pay, refreshOffers } from '../brand/index.ts';
import { DRIVES } from '../consumer/state.ts';
import type { Campaign } from './campaign.ts';
import { contactKeys } from './contact.ts';
import { measureUnderstanding } from './content.ts';
import { coCreate, marketEstimate, publish, serve } from './improve.ts';
import { buyImpressions, discount, hireInfluencers } from './paid-media.ts';
import { answer, introduce, post } from './relate.ts';
import { ask, listen, monitor } from './research.ts';
import type { World } from './world.ts';
import { compareOffers } from './worth.ts';

/** 4.2 Brands see, decide and spend, one after another; what they buy reaches people at once (4.3). */
export function act(world: World): void {
  const { synergy, belief } = world.settings.consumers;
  for (let b = 0; b < world.brands.length; b++) {
    const brand = world.brands[b];
    const decision = brand.policy.decide(whatTheFirmSees(world, b));
    if (decision.claims && decision.claims.length > 0) brand.claims = decision.claims;
    grant(brand.account, brand.grants[world.week], world.interest, decision.shares);
    world.contactKeys[b] = contactKeys(world, b);
    const campaign: Campaign = { world, b, brand, keys: world.contactKeys[b], sent: 0 };
    coCreate(campaign);
    refreshOffers(brand, synergy.rho, belief.priorMean);
    compareOffers(world, b);
    publish(campaign);
    serve(campaign);
    discount(campaign);
    buyImpressions(campaign, 'broadcast');
    buyImpressions(campaign, 'targeted');
    hireInfluencers(campaign);
    ask(campaign);
    listen(campaign);
    monitor(campaign);
    answer(campaign);
    introduce(campaign);
    post(campaign);
    world.talkerCounts[b] = 0;
  }
  measureUnderstanding(world);
}

/** What the firm sees before it decides: its own books, and what it paid to learn. */
function whatTheFirmSees(world: World, b: number): FirmView {
  const brand = world.brands[b];
  const { seen } = world;
  return {
    week: world.week,
    horizon: world.settings.horizon,
    budget: brand.grants[world.week],
    balance: balanceOf(brand.account),
    purchases: world.lastPurchases[b] / world.scale,
    revenue: seen.revenue[b],
    followers: seen.followers[b] / world.scale,
    mentions: seen.monitored[b] === 1 ? seen.mentions[b] / world.scale : null,
    complaintShare: seen.voices[b] > 0 ? seen.complaints[b] / seen.voices[b] : null,
    surveyedSatisfaction: seen.surveyed[b] > 0 ? seen.surveyedSatisfaction[b] / seen.surveyed[b] : null,
    estimatedDrives: Array.from(marketEstimate(world, brand).subarray(0, DRIVES)),
    researched: brand.knowledge.researched,
    contentStock: brand.contentStock,
  };
}

/** 4.10 Discounts that buyers used are paid from the promotion's purse; everything else was paid when it was bought. */
export function settleAccounts(world: World): void {
  for (const brand of world.brands) {
    if (brand.discountUsed > 0) pay(brand.account, 'promotion', brand.discountUsed / world.scale);
  }
}

import { calm } from '../consumer/attention.ts';
import { learn } from '../consumer/belief.ts';
import { bondWith } from '../consumer/bond.ts';
import { expose } from '../consumer/exposure.ts';
import { makeFamiliar } from '../consumer/familiarity.ts';
import { intend } from '../consumer/intent.ts';
import { irritate } from '../consumer/irritation.ts';
import { CLAIM, EXPOSURE, FAMILIARITY, FOLLOWER, IRRITATION, KNOWLEDGE, ONBOARDING, ROW, TRUST, WOKEN } from '../consumer/state.ts';
import { earnTrust } from '../consumer/trust.ts';
import { deriveKeys, drawNormal, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import { credit, creditBelief, LEDGER_AFFECT, LEDGER_FAMILIARITY } from './ledger.ts';
import { bringForward } from './needs.ts';
import { type World, weekKeys } from './world.ts';
import { trueProgress } from './worth.ts';

/**
 * What a contact carries to a consumer: attributes only. Nothing says which strategy or tactic sent it; tactics with equal attributes
 * are the same thing to the person they reach.
 */
export interface Contact {
  /** Share of the full effect on affect, belief and intent: `advertising.effect` for a paid message, 1 for help. */
  persuasion: number;
  /** Attended for certain: sought by the person, or addressed to the person. */
  certain: boolean;
  /** The person brought this contact about. */
  ownInitiative: boolean;
  familiarityGain: number;
  relevance: number;
  relevanceInMarket: number;
  intrusiveness: number;
  valence: number;
  /** Variance of the claim in prior variances; Infinity for a contact without a claim. */
  claimVariance: number;
  /** Usefulness in [0, 1] of a piece of help: with this chance the contact helps; 0 for a mere message. */
  usefulness: number;
  /** Variance of what help teaches, in prior variances. */
  lessonVariance: number;
  bondGain: number;
  /** Whether the brand approached a customer by itself, which can wake an inert one. */
  proactive: boolean;
  /** Ledger source. */
  source: number;
}

/** Keys that contacts of this week draw from. */
export interface ContactKeys {
  readonly attention: Keys;
  readonly signal: Keys;
  readonly helpful: Keys;
  readonly follow: Keys;
  readonly need: Keys;
}

/** The keys of this week's contacts of one brand. */
export function contactKeys(world: World, b: number): ContactKeys {
  const ofBrand = (purpose: number) => deriveKeys(weekKeys(world, purpose), b);
  return {
    attention: ofBrand(PURPOSE.attention),
    signal: ofBrand(PURPOSE.signal),
    helpful: ofBrand(PURPOSE.helpful),
    follow: ofBrand(PURPOSE.follow),
    need: weekKeys(world, PURPOSE.need),
  };
}

/**
 * Whether a contact of some tactic would be ignored by whomever it reached: most are, and need nobody to be drawn for them. It is counted
 * as sent and ignored then. Its luck is that of `deliver`.
 */
export function isIgnoredByAll(world: World, b: number, keys: ContactKeys, draw: number): boolean {
  const { base, inMarketFactor } = world.settings.consumers.attention;
  const most = base * Math.max(1, inMarketFactor);
  if (drawUniform(keys.attention.k0, keys.attention.k1, draw, 0) < most) return false;
  world.tally.contactsSent[b]++;
  world.tally.contactsIgnored[b]++;
  return true;
}

/**
 * 4.3 One contact reaches one person, who may attend to it. `draw` numbers the contact within its brand and week, so that contacts
 * with the same number meet the same luck whatever sent them. Returns whether it was attended.
 */
export function deliver(world: World, person: number, b: number, contact: Contact, keys: ContactKeys, draw: number): boolean {
  const { people, settings, tally, ledger } = world;
  const { rows, affect, flags, brands } = people;
  const consumers = settings.consumers;
  const pair = person * brands + b;
  const row = pair * ROW;
  const market = people.inMarket[person] === 1;
  tally.contactsSent[b]++;
  const luck = contact.certain ? 0 : drawUniform(keys.attention.k0, keys.attention.k1, draw, 0);
  const open = consumers.attention.base * (market ? consumers.attention.inMarketFactor : 1);
  // Irritation can only turn attention away: most contacts are ignored without asking how much.
  const calmShare = luck < open || contact.certain ? calm(rows[row + IRRITATION], consumers.attention.irritationSlope) : 0;
  if (!contact.certain) {
    if (luck >= open * calmShare) {
      tally.contactsIgnored[b]++;
      return false;
    }
  }
  if (contact.ownInitiative) tally.touchConsumer[b]++;
  else tally.touchFirm[b]++;
  tally.contactsAttended[b]++;

  const relevance = market ? contact.relevanceInMarket : contact.relevance;
  const persuasion = contact.persuasion;
  const repetition = 1 + consumers.belief.repetition * rows[row + EXPOSURE];
  const knownBefore = rows[row + FAMILIARITY];
  const likedBefore = affect[pair];
  makeFamiliar(rows, row, contact.familiarityGain);
  const exposure = consumers.exposure;
  expose(rows, affect, pair, exposure.gain, exposure.wearOutPeak, exposure.floor, calmShare, contact.valence * persuasion);
  const { gain, souring } = consumers.irritation;
  irritate(rows, affect, pair, gain, souring, contact.intrusiveness, relevance);
  intend(rows, row, consumers.intent.gain * persuasion, relevance);

  if (contact.claimVariance !== Infinity) {
    const claim = world.claimed[pair];
    const weight = (consumers.belief.weight * persuasion * rows[row + TRUST]) / repetition;
    rows[row + CLAIM] = claim;
    const gain = learn(rows, row, claim, weight / contact.claimVariance, consumers.belief.maximum);
    if (ledger !== null) creditBelief(ledger, pair, contact.source, gain, claim);
  }
  if (contact.usefulness > 0 && drawUniform(keys.helpful.k0, keys.helpful.k1, person, draw) < contact.usefulness) {
    help(world, person, b, row, contact, keys, draw, repetition);
  }
  if (contact.valence > 0 && (flags[pair] & FOLLOWER) === 0) {
    if (drawUniform(keys.follow.k0, keys.follow.k1, person, draw) < consumers.followers.follow) flags[pair] |= FOLLOWER;
  }
  if (contact.proactive) wake(world, person, b, keys.need);
  if (ledger !== null) {
    credit(ledger, pair, LEDGER_FAMILIARITY, contact.source, rows[row + FAMILIARITY] - knownBefore);
    credit(ledger, pair, LEDGER_AFFECT, contact.source, affect[pair] - likedBefore);
  }
  return true;
}

/** A helpful act: teaches the truth with noise, earns trust and bond, protects a new customer, and can be passed on. */
function help(
  world: World,
  person: number,
  b: number,
  row: number,
  contact: Contact,
  keys: ContactKeys,
  draw: number,
  repetition: number,
): void {
  const { people, settings } = world;
  const { belief, trust, onboarding } = settings.consumers;
  const rows = people.rows;
  if (contact.lessonVariance !== Infinity) {
    const noise = belief.scale * Math.sqrt(contact.lessonVariance) * drawNormal(keys.signal.k0, keys.signal.k1, person, draw);
    const weight = (belief.weight * rows[row + TRUST]) / repetition;
    const lesson = trueProgress(world, person, b) + noise;
    const gain = learn(rows, row, lesson, weight / contact.lessonVariance, belief.maximum);
    if (world.ledger !== null) creditBelief(world.ledger, row / ROW, contact.source, gain, lesson);
    if (rows[row + KNOWLEDGE] < 1) rows[row + KNOWLEDGE] = 1;
    if (people.present[person] === b && people.tenure[person] <= onboarding.weeks) rows[row + ONBOARDING] = 1;
  }
  earnTrust(rows, row, trust.up);
  bondWith(rows, row, contact.bondGain);
}

/** A proactive contact makes an inert customer reconsider and reflect, once (Ascarza et al. 2016). */
export function wake(world: World, person: number, b: number, needKeys: Keys): void {
  const pair = person * world.brands.length + b;
  const { people, settings } = world;
  const { waking } = settings.consumers;
  if (people.present[person] !== b || (people.flags[pair] & WOKEN) !== 0) return;
  if (people.habit[person] <= waking.habitThreshold) return;
  people.flags[pair] |= WOKEN;
  people.woken[person] = 1;
  bringForward(world, person, waking.hazard, needKeys.k0, needKeys.k1);
}

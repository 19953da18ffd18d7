import { pay } from '../brand/index.ts';
import { BOND, FOLLOWER, ROW, SATISFACTION } from '../consumer/state.ts';
import { deriveKeys, drawInteger, drawUniform, PURPOSE } from '../random/index.ts';
import { CARRY, type Campaign, MAXIMUM_CONTACTS, moneyFor, simulatedUnits } from './campaign.ts';
import { deliver } from './contact.ts';
import { addTie, areTied, HEARS, hasRoom, TELLS } from './ties.ts';
import { weekKeys } from './world.ts';

const INTRODUCED_STRENGTH = 0.3;

/** Answers to those who talked last week, as many as the money reaches. */
export function answer(campaign: Campaign): void {
  const { world, b, brand, keys } = campaign;
  const given = world.settings.tactics.conversation;
  const { people, talkers, talkerSigns, talkerCounts, tally } = world;
  const voices = talkerCounts[b];
  const affordable = (moneyFor(campaign, 'conversation') / given.cost) * world.scale;
  if (!(affordable > 0) || voices === 0) return;
  const contact = world.contacts.answer;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.conversation), b);
  const chance = Math.min(1, affordable / voices);
  let answered = 0;
  for (let t = b * people.n; t < b * people.n + voices && answered + 1 <= affordable; t++) {
    const person = talkers[t];
    if (drawUniform(k0, k1, person, 0) >= chance) continue;
    answered++;
    tally.voicesHeard[b]++;
    deliver(world, person, b, contact, keys, campaign.sent++);
    if (talkerSigns[t] >= 0) continue;
    tally.complaintsHeard[b]++;
    const row = (person * people.brands + b) * ROW;
    // Recovery restores satisfaction, not the belief that decides repurchase (de Matos et al. 2007, 10.1177/1094670507303012).
    if (people.rows[row + SATISFACTION] < 0) people.rows[row + SATISFACTION] = 0;
  }
  pay(brand.account, 'conversation', (answered / world.scale) * given.cost);
}

/** Introductions between customers: bonds and ties, but too many contacts repel. */
export function introduce(campaign: Campaign): void {
  const { world, b, brand, keys } = campaign;
  const given = world.settings.tactics.community;
  const { people, users, userCounts, crowd, ties } = world;
  const members = userCounts[b];
  if (members < 2) return;
  const real = Math.min(moneyFor(campaign, 'community') / given.cost, (members * MAXIMUM_CONTACTS) / world.scale);
  if (!(real > 0)) return;
  pay(brand.account, 'community', real * given.cost);
  const introductions = simulatedUnits(campaign, CARRY.introductions, real);
  const { bond } = world.settings.consumers;
  const { introduction, crowding } = world.contacts;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.community), b);
  crowd.fill(0);
  for (let s = 0; s < introductions; s++) {
    const one = users[b * people.n + drawInteger(k0, k1, s, 0, members)];
    const other = users[b * people.n + drawInteger(k0, k1, s, 1, members)];
    if (one === other) continue;
    for (let turn = 0; turn < 2; turn++) {
      const person = turn === 0 ? one : other;
      const row = (person * people.brands + b) * ROW;
      if (crowd[person] < 255) crowd[person]++;
      deliver(world, person, b, crowd[person] > bond.crowdLimit ? crowding : introduction, keys, campaign.sent++);
      if (crowd[person] > bond.crowdLimit) people.rows[row + BOND] = Math.max(0, people.rows[row + BOND] - bond.crowdCost);
    }
    if (world.tiesChange && hasRoom(ties, one) && hasRoom(ties, other) && !areTied(ties, one, other)) {
      addTie(ties, one, other, INTRODUCED_STRENGTH, HEARS | TELLS);
      world.onlooker?.tied(world.week, one, other);
    }
  }
}

/** Followers see a post now and then. A brand that spends nothing posts nothing. */
export function post(campaign: Campaign): void {
  const { world, b, brand, keys } = campaign;
  const { seePost } = world.settings.consumers.followers;
  if (seePost === 0 || !(brand.account.spent > 0)) return;
  const { people } = world;
  const contact = world.contacts.post;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.post), b);
  for (let i = 0; i < people.n; i++) {
    if ((people.flags[i * people.brands + b] & FOLLOWER) === 0) continue;
    if (drawUniform(k0, k1, i, 0) < seePost) deliver(world, i, b, contact, keys, campaign.sent++);
  }
}

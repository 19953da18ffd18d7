import { expect, test } from 'vitest';
import { type Decision, type FirmView, type Shares, TACTICS } from '../../sim/brand/index.ts';
import { ASKED, BELIEF, BOND, FAMILIARITY, FOLLOWER, INTENT, ROW, SATISFACTION, TRUST } from '../../sim/consumer/state.ts';
import { act } from '../../sim/market/act.ts';
import { CARRY, type Campaign, MAXIMUM_CONTACTS, simulatedUnits } from '../../sim/market/campaign.ts';
import { contactKeys } from '../../sim/market/contact.ts';
import { measureUnderstanding, understandingOf } from '../../sim/market/content.ts';
import { coCreate, marketEstimate, publish, serve } from '../../sim/market/improve.ts';
import { arise } from '../../sim/market/needs.ts';
import { buyImpressions, discount, hireInfluencers } from '../../sim/market/paid-media.ts';
import { answer, introduce, post } from '../../sim/market/relate.ts';
import { ask, listen, monitor } from '../../sim/market/research.ts';
import { chanceToTell } from '../../sim/market/talk.ts';
import { areTied } from '../../sim/market/ties.ts';
import { type World, weekKeys } from '../../sim/market/world.ts';
import { deriveKeys, drawInteger, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { expectClose, livedIn, livelyWorld, tiesOf } from './steps.ts';

/** The first brand's week with exactly this money for one tactic, in a market that has lived a little and begun its next week. */
function campaignWith(tactic: keyof Shares, money: number, given: Record<string, unknown> = {}, weeks = 6): Campaign {
  const world = livelyWorld(given);
  if (weeks > 0) livedIn(world, weeks);
  for (let b = 0; b < 2; b++) world.talkerCounts[b] = Math.min(world.talkerCounts[b], world.people.n);
  world.userCounts[0] = 0;
  for (let i = 0; i < world.people.n; i++) if (world.people.present[i] === 0) world.users[world.userCounts[0]++] = i;
  arise(world);
  const brand = world.brands[0];
  const { account } = brand;
  account.purses.fill(0);
  account.reserve = 0;
  account.spent = 0;
  account.purses[TACTICS.indexOf(tactic)] = money;
  brand.carried.fill(0);
  return { world, b: 0, brand, keys: contactKeys(world, 0), sent: 0 };
}

const field = ({ people }: World, person: number, at: number) => people.rows[person * 2 * ROW + at];

test('whole units are bought, and fractions carried over, so that nothing is lost in the long run', () => {
  const campaign = campaignWith('broadcast', 0);
  const units = Array.from({ length: 100 }, () => simulatedUnits(campaign, CARRY.influencers, 1234.5));
  const exact = 123_450 * campaign.world.scale;
  expect(Math.abs(units.reduce((sum, each) => sum + each, 0) - exact)).toBeLessThanOrEqual(1);
  expect(new Set(units).size).toBe(2);
  expect(campaign.brand.carried[CARRY.impressions]).toBe(0);
});

test.each(['broadcast', 'targeted'] as const)('%s buys as many impressions as its money reaches, and reaches whom it aims at', (tactic) => {
  // Everybody attends, so everyone reached is seen.
  const given = { consumers: { attention: { base: 1, inMarketFactor: 1, irritationSlope: 0 } }, market: { need: 0.3 } };
  const campaign = campaignWith(tactic, 20_000, given, 0);
  const { world, brand } = campaign;
  const { cost, precision } = world.settings.tactics[tactic];
  const before = world.people.rows.slice();
  buyImpressions(campaign, tactic);
  const bought = Math.floor((20_000 / cost) * world.scale);
  expect(world.tally.contactsSent[0]).toBe(bought);
  expect(brand.account.spent).toBeCloseTo(20_000, 6);
  expect(bought).toBeGreaterThan(100);
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.impression), 0);
  const reached = Array.from({ length: bought }, (_, draw) =>
    drawUniform(k0, k1, draw, 1) < precision
      ? world.market[drawInteger(k0, k1, draw, 2, world.marketCount)]
      : drawInteger(k0, k1, draw, 0, world.people.n),
  );
  const gain = world.settings.consumers.familiarity.advertising;
  for (let i = 0; i < world.people.n; i++) {
    const times = reached.filter((person) => person === i).length;
    const known = 1 - (1 - before[i * 2 * ROW + FAMILIARITY]) * (1 - gain) ** times;
    expect(Math.abs(field(world, i, FAMILIARITY) - known)).toBeLessThan(1e-5);
  }
});

test('more than a hundred contacts a person and week are not bought; the money stays', () => {
  const campaign = campaignWith('broadcast', 1e9, { consumers: { attention: { base: 0 } } }, 0);
  buyImpressions(campaign, 'broadcast');
  const { world, brand } = campaign;
  // A fraction of a contact may wait for the next week.
  const most = MAXIMUM_CONTACTS * world.people.n;
  expect([most - 1, most]).toContain(world.tally.contactsSent[0]);
  const spent = MAXIMUM_CONTACTS * world.settings.market.people * world.settings.tactics.broadcast.cost;
  expect(brand.account.spent).toBeCloseTo(spent, 3);
  expect(brand.account.purses[0]).toBeCloseTo(1e9 - spent, 3);
});

test('influencers are some of the best connected; they try the product, and everyone whom they tell sees their post', () => {
  const given = { consumers: { attention: { base: 1, inMarketFactor: 1, irritationSlope: 0 } }, tactics: { influencer: { top: 0.1 } } };
  const campaign = campaignWith('influencer', 0, given, 0);
  const { world, brand } = campaign;
  brand.account.purses[2] = (3.5 / world.scale) * world.settings.tactics.influencer.cost;
  const before = world.people.rows.slice();
  hireInfluencers(campaign);
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.influencer), 0);
  const hired = [0, 1, 2].map((s) => world.hubs[drawInteger(k0, k1, s, 0, 15)]);
  const told = hired.flatMap((hub) => tiesOf(world.ties, world.people.n)[hub].map(({ other }) => other));
  expect(world.tally.contactsSent[0]).toBe(told.length);
  expect(campaign.sent).toBe(told.length);
  expect(brand.account.purses[2]).toBeCloseTo(0, 6);
  const { use, advertising } = world.settings.consumers.familiarity;
  for (let i = 0; i < world.people.n; i++) {
    const tries = hired.filter((hub) => hub === i).length;
    const posts = told.filter((other) => other === i).length;
    const known = 1 - (1 - before[i * 2 * ROW + FAMILIARITY]) * (1 - use) ** tries * (1 - advertising) ** posts;
    expect(Math.abs(field(world, i, FAMILIARITY) - known)).toBeLessThan(1e-5);
    expect(field(world, i, BELIEF) !== before[i * 2 * ROW + BELIEF]).toBe(tries + posts > 0);
  }
});

test('no more influencers are hired than there are', () => {
  const campaign = campaignWith('influencer', 1e12, { tactics: { influencer: { top: 0.02 } } }, 0);
  hireInfluencers(campaign);
  const { world, brand } = campaign;
  expect(brand.account.spent).toBeCloseTo((3 / world.scale) * world.settings.tactics.influencer.cost, 3);
});

test('a discount is there as long as its money is, and without enough for one there is none', () => {
  const price = 60;
  const depth = 0.2;
  const at = (discounts: number) => {
    const campaign = campaignWith('promotion', 0, { brands: [{ price, users: 0.3, familiarity: 0.3 }, { strategy: 'push' }] }, 0);
    campaign.brand.account.purses[3] = (discounts * price * depth) / campaign.world.scale;
    campaign.brand.discountUsed = 7;
    const before = campaign.world.marketCount;
    discount(campaign);
    expect(campaign.brand.discountUsed).toBe(0);
    return { price: campaign.brand.price, left: campaign.brand.discountLeft, entered: campaign.world.marketCount - before };
  };
  expect(at(0.99)).toMatchObject({ price, entered: 0 });
  expect(at(1.01).price).toBeCloseTo(price * (1 - depth), 9);
  expect(at(2.5).left).toBeCloseTo(2.5 * price * depth, 6);
});

test('questionnaires reach tribes by their size, teach once each, and change those who are asked', () => {
  const campaign = campaignWith('ask', 0);
  const { world, brand } = campaign;
  const { people, settings } = world;
  const { askCost, askRho } = settings.tactics.research;
  const { asking, bond } = settings.consumers;
  const answers = brand.knowledge.answers.slice();
  const { researched } = brand.knowledge;
  const real = Math.floor(30 / world.scale) + 1;
  brand.account.purses[4] = (real + 0.5) * askCost;
  brand.developedWhenAsked = 0;
  brand.developed = 0;
  for (let pair = 0; pair < people.n * 2; pair += 4) people.flags[pair] |= ASKED;
  const before = people.rows.slice();
  const flags = people.flags.slice();
  const tally = structuredClone(world.tally);
  ask(campaign);
  expect(brand.knowledge.researched - researched).toBe(real);
  expect(brand.account.purses[4]).toBeCloseTo(0.5 * askCost, 6);
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    const gained = brand.knowledge.answers[tribe] - answers[tribe];
    expect(gained).toBeCloseTo(((real * world.tribeSizes[tribe]) / people.n) * askRho ** 2, 6);
  }
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.survey), 0);
  const asked = Array.from({ length: 30 }, (_, s) => drawInteger(k0, k1, s, 0, people.n));
  let satisfaction = 0;
  let users = 0;
  const expected = Float64Array.from(before);
  const seen = flags.slice();
  for (const person of asked) {
    const row = person * 2 * ROW;
    expected[row + FAMILIARITY] += asking.familiarity * (1 - expected[row + FAMILIARITY]);
    expected[row + INTENT] += asking.intent;
    if ((seen[person * 2] & ASKED) !== 0) expected[row + TRUST] *= asking.ignored;
    seen[person * 2] |= ASKED;
    if (people.present[person] !== 0) continue;
    users++;
    satisfaction += before[row + SATISFACTION];
  }
  expectClose(people.rows, expected, 'rows');
  for (const person of asked) expect(people.flags[person * 2] & ASKED).toBe(ASKED);
  expect(world.tally.touchFirm[0] - tally.touchFirm[0]).toBe(30);
  expect(world.tally.surveyed[0] - tally.surveyed[0]).toBe(users);
  expect(world.tally.surveyedSatisfaction[0] - tally.surveyedSatisfaction[0]).toBeCloseTo(satisfaction, 5);
  expect(users).toBeGreaterThan(0);

  // Those who see that answers changed something feel heard: nobody loses trust, everyone asked gains a bond.
  brand.developed = 0.01;
  brand.account.purses[4] = real * askCost;
  const bonds = asked.map((person) => field(world, person, BOND));
  const trusts = asked.map((person) => field(world, person, TRUST));
  ask(campaign);
  for (const [k, person] of asked.entries()) {
    const times = asked.filter((each) => each === person).length;
    expect(field(world, person, TRUST)).toBe(trusts[k]);
    expect(field(world, person, BOND)).toBeCloseTo(1 - (1 - bonds[k]) * (1 - bond.community) ** times, 5);
  }
  expect(brand.developedWhenAsked).toBe(0.01);
});

test('the first questionnaire neither disappoints nor pleases, and less than one is none', () => {
  const campaign = campaignWith('ask', 0, {}, 0);
  const { world, brand } = campaign;
  const { askCost } = world.settings.tactics.research;
  brand.account.purses[4] = 0.9 * askCost;
  ask(campaign);
  expect([brand.knowledge.researched, brand.account.spent]).toEqual([0, 0]);
  const one = campaignWith('ask', askCost, {}, 0);
  ask(one);
  expect([one.brand.knowledge.researched, one.brand.account.spent]).toEqual([1, askCost]);
  world.people.flags.fill(ASKED);
  brand.account.purses[4] = 1e12;
  ask(campaign);
  expect(brand.knowledge.researched).toBe(world.settings.market.people);
  for (let i = 0; i < world.people.n; i++) expect([field(world, i, BOND), field(world, i, TRUST)]).toEqual([0, 0.5]);
});

test('answers go to those who talked, as many as the money reaches; complaints are heard and calm those who made them', () => {
  const campaign = campaignWith('conversation', 0);
  const { world, brand } = campaign;
  const { people, talkers, talkerSigns, settings } = world;
  const talked = Array.from({ length: 40 }, (_, k) => (k * 7) % people.n);
  talkers.set(talked);
  talkerSigns.set(talked.map((_, k) => (k % 2 === 0 ? -1 : 1)));
  world.talkerCounts[0] = 40;
  for (const person of talked) people.rows[person * 2 * ROW + SATISFACTION] = -0.4;
  brand.account.purses[8] = (10.5 / world.scale) * settings.tactics.conversation.cost;
  const heard = world.tally.voicesHeard[0];
  const complaints = world.tally.complaintsHeard[0];
  const bonds = talked.map((person) => field(world, person, BOND));
  answer(campaign);
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.conversation), 0);
  const answered = talked.map((person) => drawUniform(k0, k1, person, 0) < 10.5 / 40);
  const limit = talked.map((_, k) => answered[k] && answered.slice(0, k).filter(Boolean).length < 10);
  const count = limit.filter(Boolean).length;
  expect(count).toBeGreaterThan(4);
  expect(world.tally.voicesHeard[0] - heard).toBe(count);
  expect(world.tally.complaintsHeard[0] - complaints).toBe(limit.filter((each, k) => each && k % 2 === 0).length);
  expect(brand.account.spent).toBeCloseTo((count / world.scale) * settings.tactics.conversation.cost, 4);
  for (const [k, person] of talked.entries()) {
    expect(field(world, person, SATISFACTION)).toBeCloseTo(limit[k] && k % 2 === 0 ? 0 : -0.4, 6);
    const bond = limit[k] ? 1 - (1 - bonds[k]) * (1 - settings.consumers.bond.answer) : bonds[k];
    expect(field(world, person, BOND)).toBeCloseTo(bond, 5);
  }
  // Recovery does not spoil the satisfaction of those who are pleased.
  const pleased = campaignWith('conversation', 1e12);
  pleased.world.talkers[0] = 3;
  pleased.world.talkerSigns[0] = -1;
  pleased.world.talkerCounts[0] = 1;
  pleased.world.people.rows[3 * 2 * ROW + SATISFACTION] = 0.6;
  answer(pleased);
  expect(field(pleased.world, 3, SATISFACTION)).toBeCloseTo(0.6, 6);
  expect(pleased.brand.account.spent).toBeCloseTo((1 / pleased.world.scale) * settings.tactics.conversation.cost, 4);
});

test('introductions tie customers and bind them, until they are too many', () => {
  const campaign = campaignWith('community', 0, { consumers: { bond: { crowdLimit: 2, crowdCost: 0.07 } } });
  const { world, brand } = campaign;
  const { people, settings } = world;
  const members = Array.from(world.users.subarray(0, world.userCounts[0]));
  expect(members.length).toBeGreaterThan(5);
  const pairs = 3 * members.length;
  brand.account.purses[10] = ((pairs + 0.5) / world.scale) * settings.tactics.community.cost;
  const bonds = Array.from({ length: people.n }, (_, i) => field(world, i, BOND));
  const ties = world.ties.count;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.community), 0);
  const met = Array.from({ length: pairs }, (_, s) => [0, 1].map((end) => members[drawInteger(k0, k1, s, end, members.length)]));
  const strangers = new Set(
    met.filter(([a, b]) => a !== b && !areTied(world.ties, a, b)).map((pair) => pair.toSorted((a, b) => a - b).join(' ')),
  );
  introduce(campaign);
  const times = new Map<number, number>();
  for (const [one, other] of met) {
    if (one === other) continue;
    for (const person of [one, other]) {
      const time = (times.get(person) ?? 0) + 1;
      times.set(person, time);
      bonds[person] = time > 2 ? Math.max(0, bonds[person] - 0.07) : 1 - (1 - bonds[person]) * (1 - settings.consumers.bond.community);
    }
  }
  expectClose(
    Array.from({ length: people.n }, (_, i) => field(world, i, BOND)),
    bonds,
    'bond',
  );
  expect(Math.max(...times.values())).toBeGreaterThan(2);
  expect(strangers.size).toBeGreaterThan(3);
  expect(world.ties.count - ties).toBeLessThanOrEqual(strangers.size);
  expect(world.ties.count - ties).toBeGreaterThan(strangers.size / 2);
  expect(brand.account.spent).toBeCloseTo(((pairs + 0.5) / world.scale) * settings.tactics.community.cost, 3);
  // One customer alone cannot be introduced to anybody.
  world.userCounts[0] = 1;
  brand.account.purses[10] = 1e6;
  brand.account.spent = 0;
  introduce(campaign);
  expect(brand.account.spent).toBe(0);
});

test('posts are seen by followers, by lot', () => {
  const campaign = campaignWith('broadcast', 0, { consumers: { followers: { seePost: 0.4 } } });
  const { world, brand } = campaign;
  const { people } = world;
  for (let i = 0; i < people.n; i++) people.flags[i * 2] = i % 2 === 0 ? FOLLOWER : 0;
  const before = people.rows.slice();
  const sent = world.tally.contactsSent[0];
  brand.account.spent = 1;
  post(campaign);
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.post), 0);
  const seen = Array.from({ length: people.n }, (_, i) => i % 2 === 0 && drawUniform(k0, k1, i, 0) < 0.4);
  expect(world.tally.contactsSent[0] - sent).toBe(seen.filter(Boolean).length);
  for (const [i, sees] of seen.entries()) expect(field(world, i, FAMILIARITY) > before[i * 2 * ROW + FAMILIARITY]).toBe(sees);
});

test('those who are read teach their needs, by how much they talk; mentions are counted for their price and not for less', () => {
  const campaign = campaignWith('listen', 0);
  const { world, brand } = campaign;
  const { readCost, readRho, monitorCost } = world.settings.tactics.research;
  const voices = world.talkerCounts[0];
  const complaints = world.talkerSigns.subarray(0, voices).filter((sign) => sign < 0).length;
  expect(complaints).toBeGreaterThan(0);
  const before = structuredClone(world.tally);
  const answers = brand.knowledge.answers.reduce((sum, each) => sum + each, 0);
  const { researched } = brand.knowledge;
  brand.account.purses[5] = 100 * readCost;
  listen(campaign);
  expect(brand.account.spent).toBeCloseTo(100 * readCost, 6);
  expect(brand.knowledge.researched - researched).toBeCloseTo(100, 6);
  expect(brand.knowledge.answers.reduce((sum, each) => sum + each, 0) - answers).toBeCloseTo(100 * readRho ** 2, 4);
  expect(world.tally.voicesHeard[0] - before.voicesHeard[0]).toBe(voices);
  expect(world.tally.complaintsHeard[0] - before.complaintsHeard[0]).toBe(complaints);
  for (const [money, counted] of [
    [monitorCost - 0.01, 0],
    [monitorCost, 1],
  ]) {
    brand.account.purses[6] = money;
    monitor(campaign);
    expect(world.seen.monitored[0]).toBe(counted);
    expect(brand.account.purses[6]).toBeCloseTo(money - counted * monitorCost, 9);
  }
});

test('a tribe is read by how much its members talk, and what is read of it is the mean of their needs, weighed the same way', () => {
  const campaign = campaignWith('listen', 0);
  const { world, brand } = campaign;
  const { people } = world;
  const { readCost, readRho } = world.settings.tactics.research;
  const answers = brand.knowledge.answers.slice();
  const estimate = brand.knowledge.estimate.slice();
  brand.account.purses[5] = 60 * readCost;
  listen(campaign);
  const chances = Array.from({ length: people.n }, (_, i) => chanceToTell(world, i, 0));
  const all = chances.reduce((sum, each) => sum + each);
  let silent = 0;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    const own = chances.map((chance, i) => (people.tribe[i] === tribe ? chance : 0));
    const weight = own.reduce((sum, each) => sum + each);
    if (weight === 0) silent++;
    expect(world.voicesByTribe[tribe]).toBeCloseTo(weight, 9);
    expect(brand.knowledge.answers[tribe] - answers[tribe]).toBeCloseTo(((60 * weight) / all) * readRho ** 2, 9);
    for (let k = 0; k < 14; k++) {
      const needs = own.map((chance, i) => chance * (k < 4 ? people.drives[i * 4 + k] : people.values[i * 10 + k - 4]));
      const mean = weight > 0 ? needs.reduce((sum, each) => sum + each) / weight : 0;
      expect(world.revealed[tribe * 14 + k]).toBeCloseTo(mean, 6);
      if (weight === 0) expect(brand.knowledge.estimate[tribe * 14 + k]).toBe(estimate[tribe * 14 + k]);
    }
  }
  expect(silent).toBeLessThan(people.tribeCount);
});

test('whether a use that nobody intended is found goes by how many real people are read', () => {
  // One in a thousand uses reveals one: of 100 people read, one in ten times somebody knows.
  let built = 0;
  const world = livelyWorld({ consumers: { uses: { rate: 0.001 } } });
  livedIn(world, 4);
  const brand = world.brands[0];
  for (let week = 0; week < 400; week++) {
    world.week = week;
    world.talkerCounts[0] = 5;
    brand.builtIn = 0;
    brand.account.purses[5] = 100 * world.settings.tactics.research.readCost;
    listen({ world, b: 0, brand, keys: contactKeys(world, 0), sent: 0 });
    built += brand.builtIn;
  }
  const share = 1 - 0.999 ** 100;
  expect(Math.abs(built / 400 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 400));
});

test('content is made for its cost and ages; service covers last week’s purchases; development has its price and its pace', () => {
  const content = campaignWith('content', 7000);
  const stock = content.brand.contentStock;
  publish(content);
  const { cost, halfLife } = content.world.settings.tactics.content;
  expect(content.brand.contentStock).toBeCloseTo(stock * 0.5 ** (1 / halfLife) + 7000 / cost, 9);
  expect(content.brand.account.spent).toBeCloseTo(7000, 9);

  for (const share of [0.4, 1.5]) {
    const service = campaignWith('service', 0);
    const { world, brand } = service;
    world.lastPurchases[0] = 5;
    const expected = (5 / world.scale) * world.settings.tactics.service.cost;
    brand.account.purses[11] = share * expected;
    serve(service);
    expect(brand.served).toBeCloseTo(Math.min(1, share), 9);
    expect(brand.account.spent).toBeCloseTo(Math.min(1, share) * expected, 6);
    world.lastPurchases[0] = 0;
    serve(service);
    expect(brand.served).toBe(0);
  }

  for (const points of [0.001, 0.5]) {
    const development = campaignWith('cocreation', 0);
    const { world, brand } = development;
    const given = world.settings.tactics.cocreation;
    brand.account.purses[9] = points * given.cost;
    const before = brand.delivery.reduce((sum, each) => sum + each, 0);
    coCreate(development);
    const done = Math.min(points, given.limit);
    expect(brand.delivery.reduce((sum, each) => sum + each, 0) - before).toBeCloseTo(done - given.obsolescence, 9);
    expect(brand.account.spent).toBeCloseTo(done * given.cost, 4);
  }
});

test('the estimate for the market weighs tribes by size; understanding is what is left of not knowing', () => {
  const { world, brand } = campaignWith('broadcast', 0);
  const { people, tribeSizes } = world;
  const found = Array.from(marketEstimate(world, brand));
  for (let k = 0; k < 14; k++) {
    let expected = 0;
    for (let tribe = 0; tribe < people.tribeCount; tribe++)
      expected += (tribeSizes[tribe] / people.n) * brand.knowledge.estimate[tribe * 14 + k];
    expect(found[k]).toBeCloseTo(expected, 9);
  }
  measureUnderstanding(world);
  let total = 0;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    let squares = 0;
    for (let k = 0; k < 14; k++)
      squares += ((brand.knowledge.estimate[tribe * 14 + k] - world.needs[tribe * 14 + k]) / world.needSpread[k]) ** 2;
    const relative = Math.sqrt(squares / 14) / world.ignorance;
    expect(understandingOf(world, 0, tribe)).toBeCloseTo(Math.max(0, 1 - relative), 9);
    total += (relative * tribeSizes[tribe]) / people.n;
  }
  expect(world.knowledgeErrors[0]).toBeCloseTo(total, 9);
});

test('a policy sees its own books, scaled to the whole market, and what it paid to learn', () => {
  const views: FirmView[] = [];
  const watching = (decision: Decision) => ({
    decide: (view: FirmView) => {
      views.push(view);
      return decision;
    },
  });
  const world = livelyWorld({}, 100);
  world.brands[0].policy = watching({ shares: {} });
  world.week = 3;
  world.lastPurchases[0] = 4;
  Object.assign(world.brands[0], { contentStock: 2.5 });
  world.brands[0].account.reserve = 77;
  const { seen } = world;
  for (const [name, value] of [
    ['revenue', 900],
    ['followers', 6],
    ['mentions', 8],
    ['voices', 10],
    ['complaints', 4],
    ['surveyed', 5],
    ['surveyedSatisfaction', 2],
  ] as const)
    seen[name][0] = value;
  act(world);
  seen.voices[0] = 0;
  seen.surveyed[0] = 0;
  seen.monitored[0] = 1;
  world.brands[0].policy = watching({ shares: {}, claims: ['bond'] });
  act(world);
  const known = {
    week: 3,
    horizon: 40,
    budget: world.brands[0].grants[3],
    purchases: 4 / world.scale,
    revenue: 900,
    followers: 6 / world.scale,
  };
  const drives = Array.from({ length: 4 }, (): unknown => expect.closeTo(0.25, 9));
  expect(views[0]).toMatchObject({
    ...known,
    mentions: null,
    complaintShare: 0.4,
    surveyedSatisfaction: 0.4,
    balance: 77,
    contentStock: 2.5,
    researched: 0,
  });
  expect(views[0].estimatedDrives).toEqual(drives);
  expect(views[1]).toMatchObject({ ...known, mentions: 8 / world.scale, complaintShare: null, surveyedSatisfaction: null });
  expect(world.brands[0].claims).toEqual(['bond']);
  // A decision that names no drives leaves the messages as they are.
  for (const claims of [[], null, undefined]) {
    world.brands[0].policy = watching({ shares: {}, claims });
    act(world);
    expect(world.brands[0].claims).toEqual(['bond']);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BELIEF,
  BOND,
  CLAIM,
  EXPOSURE,
  FAMILIARITY,
  FOLLOWER,
  INTENT,
  IRRITATION,
  KNOWLEDGE,
  ONBOARDING,
  PRECISION,
  ROW,
  TRUST,
  WOKEN,
} from '../../sim/consumer/state.ts';
import { type Contact, contactKeys, deliver, isIgnoredByAll, wake } from '../../sim/market/contact.ts';
import { weekKeys } from '../../sim/market/world.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { drawNormal, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { expectClose, livelyWorld } from './steps.ts';

const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));
const part = fc.double({ min: 0, max: 1, noNaN: true });

const contacts = fc.record<Contact>({
  persuasion: fc.constantFrom(0.5, 1, 2.3),
  certain: fc.boolean(),
  ownInitiative: fc.boolean(),
  familiarityGain: part,
  relevance: part,
  relevanceInMarket: part,
  intrusiveness: part,
  valence: fc.constantFrom(-0.5, 0, 1),
  claimVariance: fc.constantFrom(Infinity, 9, 0.5),
  usefulness: fc.constantFrom(0, 0.5, 1),
  lessonVariance: fc.constantFrom(Infinity, 2.5, 0.01),
  bondGain: part,
  proactive: fc.boolean(),
  source: fc.constant(1),
});

const minds = fc.record({
  familiarity: part,
  belief: part,
  precision: fc.double({ min: 1, max: 15, noNaN: true }),
  trust: part,
  bond: part,
  irritation: fc.constantFrom(0, 0.5, 4),
  intent: part,
  exposure: fc.constantFrom(0, 3, 12, 40),
  affect: fc.double({ min: -1, max: 1, noNaN: true }),
  inMarket: fc.boolean(),
  uses: fc.boolean(),
  tenure: fc.constantFrom(0, 8, 9),
  habit: part,
  follows: fc.boolean(),
});

test('a contact that is attended does to a mind what its attributes say, one that is not does nothing', () => {
  const world = livelyWorld({ consumers: { followers: { follow: 0.4 } } }, 60);
  const { people, settings, tally } = world;
  const { attention, exposure, irritation, intent, belief, trust, followers, onboarding, waking } = settings.consumers;
  world.hazard.fill(0.1);
  const keys = contactKeys(world, 1);
  const needs = weekKeys(world, PURPOSE.need);
  let ignored = 0;
  let attended = 0;
  fc.assert(
    fc.property(contacts, minds, fc.nat(59), fc.nat(1e6), (contact, mind, person, draw) => {
      const pair = person * 2 + 1;
      const row = people.rows.subarray(pair * ROW, (pair + 1) * ROW);
      row.fill(0);
      const start: [number, number][] = [
        [FAMILIARITY, mind.familiarity],
        [BELIEF, mind.belief],
        [PRECISION, mind.precision],
        [TRUST, mind.trust],
        [BOND, mind.bond],
        [IRRITATION, mind.irritation],
        [INTENT, mind.intent],
        [EXPOSURE, mind.exposure],
        [CLAIM, -1],
      ];
      for (const [field, value] of start) row[field] = value;
      people.affect[pair] = mind.affect;
      people.flags[pair] = mind.follows ? FOLLOWER : 0;
      people.present[person] = mind.uses ? 1 : 0;
      people.tenure[person] = mind.tenure;
      people.habit[person] = mind.habit;
      people.inMarket[person] = mind.inMarket ? 1 : 0;
      people.woken[person] = 0;
      world.marketCount = 0;
      const before = structuredClone(tally);
      const expected = Float64Array.from(row);
      let x = people.affect[pair];

      const calm = Math.exp(-attention.irritationSlope * mind.irritation);
      const open = attention.base * (mind.inMarket ? attention.inMarketFactor : 1) * calm;
      const attends = contact.certain || drawUniform(keys.attention.k0, keys.attention.k1, draw, 0) < open;
      const relevance = mind.inMarket ? contact.relevanceInMarket : contact.relevance;
      let follows = mind.follows;
      let woken = false;
      if (attends) {
        attended++;
        const repetition = 1 + belief.repetition * mind.exposure;
        expected[FAMILIARITY] += contact.familiarityGain * (1 - expected[FAMILIARITY]);
        expected[EXPOSURE] += 1;
        const wear = clamp(1 - expected[EXPOSURE] / exposure.wearOutPeak, exposure.floor, 1);
        x = clamp(x + exposure.gain * wear * calm * (1 - x) * contact.valence * contact.persuasion, -1, 1);
        const fresh = irritation.gain * contact.intrusiveness * (1 - relevance);
        expected[IRRITATION] += fresh;
        x -= Math.min(1, irritation.souring * fresh) * ((1 + x) / 2);
        expected[INTENT] += intent.gain * contact.persuasion * relevance;
        const learn = (signal: number, precision: number) => {
          const sum = expected[PRECISION] + precision;
          expected[BELIEF] = (expected[PRECISION] * expected[BELIEF] + precision * signal) / sum;
          expected[PRECISION] = Math.min(belief.maximum, sum);
        };
        const noise = (variance: number) => belief.scale * Math.sqrt(variance) * drawNormal(keys.signal.k0, keys.signal.k1, person, draw);
        const trusted = (belief.weight * row[TRUST]) / repetition;
        if (contact.claimVariance !== Infinity) {
          const claim = world.claimed[pair];
          expected[CLAIM] = claim;
          learn(claim, (trusted * contact.persuasion) / contact.claimVariance);
        }
        if (drawUniform(keys.helpful.k0, keys.helpful.k1, person, draw) < contact.usefulness) {
          if (contact.lessonVariance !== Infinity) {
            learn(trueProgress(world, person, 1) + noise(contact.lessonVariance), trusted / contact.lessonVariance);
            expected[KNOWLEDGE] = 1;
            if (mind.uses && mind.tenure <= onboarding.weeks) expected[ONBOARDING] = 1;
          }
          expected[TRUST] += trust.up * (1 - expected[TRUST]);
          expected[BOND] += contact.bondGain * (1 - expected[BOND]);
        }
        if (contact.valence > 0 && drawUniform(keys.follow.k0, keys.follow.k1, person, draw) < followers.follow) follows = true;
        woken = contact.proactive && mind.uses && Math.fround(mind.habit) > waking.habitThreshold;
      } else ignored++;
      expect(deliver(world, person, 1, contact, keys, draw)).toBe(attends);

      expectClose(row, expected, 'row', 1e-4);
      expect(Math.abs(people.affect[pair] - x)).toBeLessThan(1e-5);
      expect((people.flags[pair] & FOLLOWER) !== 0).toBe(follows);
      expect((people.flags[pair] & WOKEN) !== 0).toBe(woken);
      expect(people.woken[person]).toBe(Number(woken));
      const enters = woken && !mind.inMarket && drawUniform(needs.k0, needs.k1, person, 0) < 0.1 * waking.hazard;
      expect(world.marketCount).toBe(Number(enters));
      const counted = (name: keyof typeof tally) => tally[name][1] - before[name][1];
      expect([counted('contactsSent'), counted('contactsAttended'), counted('contactsIgnored')]).toEqual([
        1,
        Number(attends),
        Number(!attends),
      ]);
      expect(counted('touchConsumer')).toBe(Number(attends && contact.ownInitiative));
      expect(counted('touchFirm')).toBe(Number(attends && !contact.ownInitiative));
    }),
    { numRuns: 3000, seed: 11 },
  );
  expect(ignored).toBeGreaterThan(500);
  expect(attended).toBeGreaterThan(500);
});

test('a customer is woken once, and only one whose habit makes them inert', () => {
  const world = livelyWorld({}, 60);
  const { people, settings } = world;
  const { k0, k1 } = weekKeys(world, PURPOSE.need);
  world.hazard.fill(1);
  const wakes = (person: number, uses: number, habit: number) => {
    people.present[person] = uses;
    people.habit[person] = habit;
    wake(world, person, 1, { k0, k1 });
    return people.woken[person];
  };
  const { habitThreshold } = settings.consumers.waking;
  expect([wakes(0, 0, 1), wakes(1, -1, 1), wakes(2, 1, habitThreshold - 0.01), wakes(3, 1, habitThreshold + 0.01)]).toEqual([0, 0, 0, 1]);
  expect(Array.from(world.market.subarray(0, world.marketCount))).toEqual([3]);
  people.woken.fill(0);
  expect(wakes(3, 1, 1)).toBe(0);
});

test('what nobody could attend to is counted as sent and ignored, with the luck of a delivery', () => {
  const world = livelyWorld({ consumers: { attention: { base: 0.2, inMarketFactor: 2 } } }, 60);
  const keys = contactKeys(world, 0);
  let passed = 0;
  for (let draw = 0; draw < 2000; draw++) {
    const possible = drawUniform(keys.attention.k0, keys.attention.k1, draw, 0) < 0.4;
    expect(isIgnoredByAll(world, 0, keys, draw)).toBe(!possible);
    if (possible) passed++;
  }
  expect([world.tally.contactsSent[0], world.tally.contactsIgnored[0]]).toEqual([2000 - passed, 2000 - passed]);
  // Where people in market attend less than others, it is the others who may attend.
  const shy = livelyWorld({ consumers: { attention: { base: 0.2, inMarketFactor: 0.5 } } }, 60);
  for (let draw = 0; draw < 200; draw++) {
    expect(isIgnoredByAll(shy, 0, keys, draw)).toBe(drawUniform(keys.attention.k0, keys.attention.k1, draw, 0) >= 0.2);
  }
});

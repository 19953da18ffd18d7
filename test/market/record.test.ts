import { expect, test } from 'vitest';
import { STAGES } from '../../sim/consumer/journey.ts';
import {
  BELIEF,
  BOND,
  FAMILIARITY,
  FOLLOWER,
  IRRITATION,
  READING,
  ROW,
  SATISFACTION,
  STAGE,
  TRIED,
  TRUST,
} from '../../sim/consumer/state.ts';
import type { ColumnName } from '../../sim/market/columns.ts';
import { openRecorder, record } from '../../sim/market/record.ts';
import { valueAt } from '../../sim/market/recording.ts';
import type { World } from '../../sim/market/world.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { expectClose, livedIn, livelyWorld } from './steps.ts';

/** The stage of a person's journey with a brand, in words. */
function stageOf(world: World, i: number, b: number): (typeof STAGES)[number] {
  const { people } = world;
  const row = people.rows.subarray((i * 2 + b) * ROW, (i * 2 + b + 1) * ROW);
  const tried = (people.flags[i * 2 + b] & TRIED) !== 0;
  const aware = row[FAMILIARITY] >= 0.05;
  if (tried && row[READING] >= 0 && row[SATISFACTION] < -0.1) return 'detractor';
  if (people.present[i] === b) return row[BOND] >= 0.25 && row[SATISFACTION] > 0 ? 'advocate' : 'customer';
  if (people.inMarket[i] === 1) return aware ? 'evaluating' : 'triggered';
  if (tried) return 'lapsed';
  return aware ? 'dormant' : 'unaware';
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

test('what is recorded of a week is what everybody knows, feels, believes and does at its end', () => {
  const world = livelyWorld({ consumers: { followers: { follow: 0.3 } } });
  const { people, brands, tally, settings } = world;
  const recorder = livedIn(world, 25);
  const half = settings.consumers.familiarity.recallHalf;
  const everybody = Array.from({ length: people.n }, (_, i) => i);
  const before = structuredClone(tally);
  const references = brands.map((brand) => brand.referencePrice);
  const last = Array.from({ length: people.n * 2 }, (_, pair) => people.rows[pair * ROW + STAGE]);
  const stages = [0, 1].map((b) => everybody.map((i) => stageOf(world, i, b)));
  const { week } = world;
  record(world, recorder);
  const { recording } = recorder;
  expect(new Set(stages.flat()).size).toBeGreaterThanOrEqual(7);
  for (let b = 0; b < 2; b++) {
    const at = (name: ColumnName) => valueAt(recording, name, week, b);
    const of = (field: number) => everybody.map((i) => people.rows[(i * 2 + b) * ROW + field]);
    const flagged = (flag: number) => everybody.filter((i) => (people.flags[i * 2 + b] & flag) !== 0);
    const affects = everybody.map((i) => people.affect[i * 2 + b]);
    const known = of(FAMILIARITY);
    const fits = everybody.map((i) => trueProgress(world, i, b));
    const users = everybody.filter((i) => people.present[i] === b);
    const expected: Partial<Record<ColumnName, number>> = {
      aware: people.n * mean(known.map((each) => each / (each + half))),
      familiar: known.filter((each) => each >= 0.5).length,
      adopters: flagged(TRIED).length,
      followers: flagged(FOLLOWER).length,
      active: users.length,
      affect: mean(affects),
      affectSpread: Math.sqrt(mean(affects.map((x) => (x - mean(affects)) ** 2))),
      belief: mean(of(BELIEF)),
      beliefError: mean(of(BELIEF).map((each, i) => Math.abs(each - fits[i]))),
      trust: mean(of(TRUST)),
      bond: mean(of(BOND)),
      irritation: mean(of(IRRITATION)),
      fit: mean(fits),
      satisfaction: before.satisfaction[b] / before.purchases[b],
      surveyedSatisfaction: before.surveyedSatisfaction[b] / before.surveyed[b],
      knowledgeError: world.knowledgeErrors[b],
      spend: brands[b].account.spent,
      budget: brands[b].account.granted,
      balance: brands[b].account.purses.reduce((sum, each) => sum + each, brands[b].account.reserve),
      purchases: before.purchases[b],
      contactsAttended: before.contactsAttended[b],
      choosers: before.choosers[b],
      price: before.purchases[b] > 0 ? before.pricePaid[b] / before.purchases[b] : brands[b].price,
    };
    for (const stage of STAGES) {
      const name = `stage${stage[0].toUpperCase()}${stage.slice(1)}` as ColumnName;
      expected[name] = stages[b].filter((each) => each === stage).length;
    }
    for (const [name, value] of Object.entries(expected)) {
      const found = at(name as ColumnName);
      if (Number.isNaN(value)) expect(found, name).toBeNaN();
      else expect(Math.abs(found - value), name).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
    }
    // Moves between stages since the last week, and rows of tribes.
    const { flows, tribes } = recording;
    const size = STAGES.length;
    const moves = new Float64Array(size * size);
    for (const i of everybody) moves[last[i * 2 + b] * size + STAGES.indexOf(stages[b][i])]++;
    const start = (week * 2 + b) * size * size;
    expectClose(flows?.subarray(start, start + size * size) ?? [], moves, 'flows');
    for (let tribe = 0; tribe < people.tribeCount; tribe++) {
      const members = everybody.filter((i) => people.tribe[i] === tribe);
      const cell = (week * people.tribeCount + tribe) * 2 + b;
      expect(tribes?.sizes[tribe]).toBe(members.length);
      expect(tribes?.adopters[cell]).toBe(members.filter((i) => (people.flags[i * 2 + b] & TRIED) !== 0).length);
      expect(tribes?.affect[cell]).toBeCloseTo(members.length * mean(members.map((i) => affects[i])), 4);
    }
    // What is remembered for the week to come.
    expect(Array.from(world.users.subarray(b * people.n, b * people.n + world.userCounts[b]))).toEqual(users);
    expect(world.lastPurchases[b]).toBe(before.purchases[b]);
    expect(world.lastShare[b]).toBeCloseTo(before.purchases[b] / before.choosers[b], 12);
    expect(world.seen.revenue[b]).toBe(before.revenue[b]);
    expect(world.seen.followers[b]).toBe(expected.followers);
    expect(world.seen.mentions[b]).toBe(before.positiveSent[b] + before.negativeSent[b] + before.knowledgeSent[b]);
    expect(world.seen.voices[b]).toBe(before.voicesHeard[b]);
    expect(world.seen.complaints[b]).toBe(before.complaintsHeard[b]);
    expect(world.seen.surveyed[b]).toBe(before.surveyed[b]);
    expect(world.seen.surveyedSatisfaction[b]).toBe(before.surveyedSatisfaction[b]);
    // People get used to the price that they met, whether they bought or not.
    const met = before.lookers[b] > 0 ? brands[b].listPrice - before.discountMet[b] / before.lookers[b] : brands[b].listPrice;
    const used = references[b] + settings.tactics.promotion.reference * (met - references[b]);
    expect(brands[b].referencePrice).toBeCloseTo(used, 9);
  }
  for (const counts of Object.values(tally) as Float64Array[]) expect(counts.every((each) => each === 0)).toBe(true);
});

test('what nobody did has no mean, and nobody bought is no share', () => {
  const world = livelyWorld({ market: { need: 0 } }, 60);
  const recorder = openRecorder(world, { tribes: false, journey: false });
  record(world, recorder);
  expect(recorder.recording.flows).toBeUndefined();
  expect(recorder.recording.tribes).toBeUndefined();
  expect(valueAt(recorder.recording, 'satisfaction', 0)).toBeNaN();
  expect(valueAt(recorder.recording, 'surveyedSatisfaction', 0)).toBeNaN();
  expect(valueAt(recorder.recording, 'price', 0)).toBe(world.brands[0].price);
  expect(world.lastShare[0]).toBe(0);
});

import { expect, test } from 'vitest';
import { BELIEF, FAMILIARITY, ROW } from '../../sim/consumer/state.ts';
import { forget } from '../../sim/market/forget.ts';
import {
  bookReasons,
  COMPONENTS,
  credit,
  creditBelief,
  FROM_AD,
  FROM_TALK,
  FROM_USE,
  fadeLedger,
  LEDGER_AFFECT,
  LEDGER_FAMILIARITY,
  openLedger,
  SOURCES,
} from '../../sim/market/ledger.ts';
import { networkFor, smallScenario, worldOf } from './settings.ts';
import { expectClose, livedIn } from './steps.ts';
import { EVERYTHING, LIVELY } from './stored-runs.ts';

const SIZE = SOURCES.length;
const BELIEFS = 2;

const scenario = smallScenario(LIVELY, 120);
const world = (ledger = true) => worldOf(scenario, EVERYTHING, { network: networkFor(scenario), ledger });

test('what anybody knows before the first week is the prior’s', () => {
  const { people } = world();
  const { built } = openLedger(people, 3);
  for (let pair = 0; pair < people.n * 2; pair++) {
    const part = built.subarray(pair * 3 * SIZE, (pair + 1) * 3 * SIZE);
    const expected = new Float64Array(3 * SIZE);
    expected[LEDGER_FAMILIARITY * SIZE] = people.rows[pair * ROW + FAMILIARITY];
    expected[BELIEFS * SIZE] = people.rows[pair * ROW + BELIEF];
    expectClose(part, expected, 'built');
  }
});

test('in a living market sources account for every belief, and for no more familiarity than there is', () => {
  const lived = world();
  livedIn(lived, 20);
  const { built } = lived.ledger as { built: Float32Array };
  const { rows } = lived.people;
  for (let pair = 0; pair < lived.people.n * 2; pair++) {
    const sum = built.subarray((pair * 3 + BELIEFS) * SIZE, (pair * 3 + BELIEFS + 1) * SIZE).reduce((total, each) => total + each, 0);
    // Signals below zero take from a belief and are credited to nobody.
    expect(sum).toBeGreaterThan(rows[pair * ROW + BELIEF] - 1e-3);
    const known = built.subarray(pair * 3 * SIZE, pair * 3 * SIZE + SIZE).reduce((total, each) => total + each, 0);
    // What lasts is not credited anew: the ledger fades on.
    expect(known).toBeLessThan(rows[pair * ROW + FAMILIARITY] + 1e-3);
    expect(built.subarray(pair * 3 * SIZE, (pair + 1) * 3 * SIZE).every((each) => each >= 0)).toBe(true);
  }
});

test('a week without events fades what familiarity and affect were built from, and keeps what beliefs were built from', () => {
  const { people, settings, ledger, ...rest } = world();
  if (ledger === null) throw new Error('no ledger');
  ledger.built.fill(1);
  forget({ people, settings, ledger, ...rest });
  const keep = [0.5 ** (1 / settings.consumers.familiarity.halfLife), 1 - settings.consumers.exposure.drift, 1];
  const expected = Array.from({ length: ledger.built.length }, (_, at) => keep[Math.floor(at / SIZE) % 3]);
  expectClose(ledger.built, expected, 'built');
});

test('credits add up by pair, stock and source; losses are credited to nobody; a belief is shared by gain', () => {
  const ledger = openLedger(world().people, 2);
  ledger.built.fill(0);
  credit(ledger, 5, LEDGER_AFFECT, FROM_AD, 0.25);
  credit(ledger, 5, LEDGER_AFFECT, FROM_AD, 0.5);
  credit(ledger, 5, LEDGER_AFFECT, FROM_AD, -3);
  expect(ledger.built[(5 * 3 + LEDGER_AFFECT) * SIZE + FROM_AD]).toBe(0.75);
  creditBelief(ledger, 5, FROM_USE, 0.5, 0.8);
  creditBelief(ledger, 5, FROM_TALK, 0.25, 0.4);
  const beliefs = ledger.built.subarray((5 * 3 + BELIEFS) * SIZE, (5 * 3 + BELIEFS + 1) * SIZE);
  expect([beliefs[FROM_USE], beliefs[FROM_TALK]]).toEqual([expect.closeTo(0.3, 6), expect.closeTo(0.1, 6)]);
  fadeLedger(ledger, 0.5, 0.1);
  expect(ledger.built[(5 * 3 + LEDGER_AFFECT) * SIZE + FROM_AD]).toBeCloseTo(0.075, 6);
  expect(ledger.built.filter((each) => each !== 0)).toHaveLength(3);
});

test('a purchase is shared out over the components that spoke for it, and over the sources that built three of them', () => {
  const ledger = openLedger(world().people, 2);
  ledger.built.fill(0);
  credit(ledger, 3, LEDGER_AFFECT, FROM_TALK, 0.3);
  credit(ledger, 3, LEDGER_AFFECT, FROM_USE, 0.1);
  credit(ledger, 3, LEDGER_FAMILIARITY, FROM_AD, 0.2);
  const row = (1 * 2 + 1) * ledger.width;
  bookReasons(ledger, 1, 2, 1, 3, Float64Array.from([0.4, 0.1, 0.3, -5, 0.2, 0, 0]));
  const booked = ledger.reasons.subarray(row, row + ledger.width);
  const expected = new Float64Array(ledger.width);
  // Affect .4, three quarters of it from talk; familiarity .1 from advertising; a belief nobody built; habit .2.
  expected[FROM_TALK] = 0.3;
  expected[FROM_USE] = 0.1;
  expected[FROM_AD] = 0.1;
  expected.set([0.4, 0.1, 0.3, 0, 0.2, 0, 0], SIZE);
  expectClose(booked, expected, 'reasons');
  expect(expected).toHaveLength(SIZE + COMPONENTS.length);
  bookReasons(ledger, 1, 2, 1, 3, Float64Array.from([-1, 0, 0, 0, 0, 0, 0]));
  expectClose(booked, expected, 'reasons');
  expect(ledger.reasons.filter((each) => each !== 0)).toHaveLength(7);
});

test('keeping a ledger changes nothing', () => {
  const [with_, without] = [world(true), world(false)];
  livedIn(with_, 12);
  livedIn(without, 12);
  expect(with_.people.rows).toEqual(without.people.rows);
  expect(without.ledger).toBeNull();
});

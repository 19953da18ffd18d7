import { test } from 'vitest';
import { learn } from '../../sim/consumer/belief.ts';
import { BELIEF, FAMILIARITY, PRECISION, ROW } from '../../sim/consumer/state.ts';
import { contactKeys, deliver } from '../../sim/market/contact.ts';
import { forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { openLaboratory, scenarioOf, watchedWeek } from './market-laboratory.ts';

printFindings();

test('L1: the posterior variance after n signals is the closed form', () => {
  const { use, friend, content, review, advertisement } = scenarioOf({}).consumers.belief;
  // The rows of the model hold 32-bit numbers; the rule itself is examined in 64.
  const rows = new Float64Array(ROW) as unknown as Float32Array;
  rows[BELIEF] = 0.45;
  rows[PRECISION] = 1;
  let precision = 1;
  let weighted = 0.45;
  const errors: number[] = [];
  for (let signal = 0; signal < 50; signal++) {
    const variance = [use, friend, content, review, advertisement][signal % 5];
    const heard = 0.3 + 0.01 * signal;
    learn(rows, 0, heard, 1 / variance, Infinity);
    precision += 1 / variance;
    weighted += heard / variance;
    errors.push(Math.abs(precision / rows[PRECISION] - 1), Math.abs(rows[BELIEF] - weighted / precision));
  }
  find('L1 variance', [Math.max(...errors)]);
});

interface Customers {
  readonly tenure: number;
  readonly habit: number;
  readonly familiarity: number;
  /** What they believe the brand gives them, from many uses; null for what anybody would expect. */
  readonly belief: number | null;
  /** What the product delivers on each drive. */
  readonly delivery: number;
  /** Worth of the alternative, in place of what each person has. */
  readonly outside: number;
}

const WEEKS = 8;

/**
 * Share of customers who left within eight weeks, when each found a piece of help of this usefulness, or was left alone (null). A piece
 * without use (0) stands for a brand that approaches its customers with nothing to give.
 */
function churn(replicate: number, customers: Customers, usefulness: number | null): number {
  const scenario = scenarioOf(
    {
      horizon: WEEKS,
      brands: [{ users: 1, familiarity: 0.5, delivery: Array<number>(4).fill(customers.delivery) }],
      market: { need: 0.12 },
    },
    800,
  );
  const laboratory = openLaboratory({ scenario, replicate });
  const { world } = laboratory;
  const { people } = world;
  people.tenure.fill(customers.tenure);
  people.habit.fill(customers.habit);
  people.outside.fill(customers.outside);
  const left = new Uint8Array(people.n);
  for (let i = 0; i < people.n; i++) {
    people.rows[i * ROW + FAMILIARITY] = customers.familiarity;
    if (customers.belief === null) continue;
    people.rows[i * ROW + BELIEF] = customers.belief;
    people.rows[i * ROW + PRECISION] = 10;
  }
  const acted = () => {
    if (world.week > 0 || usefulness === null) return;
    const keys = contactKeys(world, 0);
    for (let i = 0; i < people.n; i++) deliver(world, i, 0, { ...world.contacts.lesson, usefulness, proactive: usefulness === 0 }, keys, 0);
  };
  for (let week = 0; week < WEEKS; week++) {
    watchedWeek(laboratory, { acted });
    for (let i = 0; i < people.n; i++) if (people.present[i] !== 0) left[i] = 1;
  }
  return left.reduce((sum, gone) => sum + gone, 0) / people.n;
}

const NOVICES: Customers = { tenure: 0, habit: 0.1, familiarity: 0.5, belief: null, delivery: 0.45, outside: 0.42 };
const EXPERTS: Customers = { tenure: 104, habit: 0.7, familiarity: 0.8, belief: null, delivery: 0.45, outside: 0.42 };
const ILL_SERVED: Customers = { tenure: 104, habit: 0.9, familiarity: 0.8, belief: 0.3, delivery: 0.15, outside: 0.6 };

test('predictions: teaching protects novices, approaching inert customers who are ill served can cost them', () => {
  const ratio = (customers: Customers, usefulness: number) =>
    forSeeds(SEEDS, (seed) => churn(seed, customers, usefulness) / churn(seed, customers, null));
  find('L2 novices', ratio(NOVICES, 1));
  find('L2 experts', ratio(EXPERTS, 1));
  find('L3 waking', ratio(ILL_SERVED, 0));
});

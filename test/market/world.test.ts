import { expect, test } from 'vitest';
import { weeklyInterest } from '../../sim/brand/index.ts';
import { measureAgreement, newAgreement } from '../../sim/market/agreement.ts';
import { Memory } from '../../sim/market/memory.ts';
import type { Onlooker } from '../../sim/market/onlooker.ts';
import { series, valueAt } from '../../sim/market/recording.ts';
import { runMarket, runWeeks } from '../../sim/market/run.ts';
import { effective } from '../../sim/market/settings.ts';
import { newWorld, type RunInput, type World } from '../../sim/market/world.ts';
import { networkFor, runOf, smallScenario, worldOf } from './settings.ts';
import { EVERYTHING, LIVELY } from './stored-runs.ts';

const scenario = smallScenario({ ...LIVELY, horizon: 9 }, 90);
const input: RunInput = {
  settings: scenario,
  network: networkFor(scenario),
  strategy: EVERYTHING,
  seed: 'world',
  replicate: 0,
  tiesChange: true,
};

test('brands have their own money, claims and prices; the first one does what is compared', () => {
  const given = smallScenario({
    market: { people: 5000, budget: 0.5, interest: 0 },
    brands: [
      { budget: 2, price: 30 },
      { budget: 0.5, price: 40, strategy: 'learn-and-relate' },
    ],
    horizon: 10,
  });
  const { brands, scale, interest } = worldOf(given, 'push');
  expect(Array.from(brands[0].grants)).toEqual(Array(10).fill(5000));
  expect(Array.from(brands[1].grants)).toEqual(Array(10).fill(1250));
  expect([brands[0].price, brands[1].price, interest]).toEqual([30, 40, 0]);
  expect(scale).toBe(300 / 5000);
  expect(brands[0].claims).toEqual(['acquire']);
  expect(brands[1].claims).toHaveLength(4);
  expect(worldOf(smallScenario({ market: { interest: 0.2 } }), 'push').interest).toBe(weeklyInterest(0.2));
});

test('a rival without a strategy, and ties that are not to change, are taken at their word', () => {
  const rival = { ...scenario, brands: [scenario.brands[0], { ...scenario.brands[1], strategy: null }] };
  expect(() => newWorld({ ...input, settings: rival })).toThrow('brand 1 has no strategy');
  expect(newWorld({ ...input, tiesChange: false }).tiesChange).toBe(false);
  const still = { ...scenario, mechanisms: { ...scenario.mechanisms, ties: false } };
  expect(newWorld({ ...input, settings: still }).tiesChange).toBe(false);
  expect(newWorld(input).tiesChange).toBe(true);
  // Ties that may change have room for twice as many.
  const room = ({ ties, people }: World) => ties.start[people.n];
  expect(room(newWorld(input))).toBe(2 * room(newWorld({ ...input, tiesChange: false })));
});

test('a run hands over each week, is looked on before the first and after each, and keeps what was asked for', () => {
  const looked: number[] = [];
  const nothing = () => undefined;
  const onlooker: Onlooker = { look: ({ week }) => void looked.push(week), heard: nothing, tied: nothing, parted: nothing };
  const weeks = [...runWeeks({ ...input, onlooker }, new Memory())];
  expect(weeks).toHaveLength(9);
  expect(looked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const plain = runMarket(input);
  expect([plain.reasons, plain.flows, plain.tribes]).toEqual([undefined, undefined, undefined]);
  const full = runMarket({ ...input, ledger: true, journey: true, tribes: true });
  expect(full.values).toEqual(plain.values);
  expect(full.reasons).toHaveLength(9 * 2 * 16);
  expect(full.flows).toHaveLength(9 * 2 * 64);
  expect(full.tribes?.affect).toHaveLength(9 * 2 * (full.tribes?.count ?? 0));
  expect(full).toMatchObject({ weeks: 9, brands: 2, population: 90, people: scenario.market.people });
});

test('a policy in place of the plan decides for the first brand alone', () => {
  const policy = () => ({ decide: () => ({ shares: {} }) });
  const recording = runOf(scenario, EVERYTHING, { policy });
  expect(series(recording, 'spend').every((each) => each === 0)).toBe(true);
  expect(series(recording, 'spend', 1).some((each) => each > 0)).toBe(true);
  expect(valueAt(recording, 'spend', 5, 1)).toBe(series(recording, 'spend', 1)[5]);
});

test('a mechanism that is switched off is silent, and the answer is the same each time', () => {
  const silent = { ...scenario, mechanisms: { ...scenario.mechanisms, irritation: false, promotion: false, ties: false } };
  const made = effective(silent);
  expect(made.consumers.irritation).toMatchObject({ gain: 0, talk: 0 });
  expect(made.tactics.promotion.pull).toBe(0);
  expect(made.ties).toMatchObject({ bridgeSurvival: 1, keep: 1 });
  expect(made.consumers.talk).toEqual(silent.consumers.talk);
  expect(effective(silent)).toBe(made);
});

test('in a large market every second person is compared with others, in turn', () => {
  const large = smallScenario({ network: { kind: 'ring', people: 2100, neighboursPerSide: 1, tribes: 1 } });
  const world = worldOf(large, 'nothing');
  const { people } = world;
  for (let i = 0; i < people.n; i++) people.affect[i] = i;
  for (const week of [0, 1, 2]) {
    world.week = week;
    const moments = newAgreement(1);
    measureAgreement(world, moments);
    const looked = Array.from({ length: 2100 }, (_, i) => i).filter((i) => i % 2 === week % 2);
    const count = moments[0] + moments[6];
    expect(count).toBe(looked.length);
    expect(moments[1] + moments[7]).toBe(looked.reduce((sum, i) => sum + i, 0));
  }
});

import { expect, test } from 'vitest';
import { INTENT, ROW, SATISFACTION } from '../../sim/consumer/state.ts';
import { arise, bringForward } from '../../sim/market/needs.ts';
import { weekKeys } from '../../sim/market/world.ts';
import { drawNormal, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { besideTwin, expectClose, livelyWorld } from './steps.ts';

test('the job comes up for those whose luck is below their hazard, with the struggle that their last use left', () => {
  const world = livelyWorld();
  const { people } = world;
  const { need, intent } = world.settings.consumers;
  let entered = 0;
  let putOff = 0;
  let dissatisfied = 0;
  besideTwin(world, 30, 'arise', () => {
    const luck = weekKeys(world, PURPOSE.need);
    const hard = weekKeys(world, PURPOSE.struggle);
    const sated = Array.from(people.sated);
    const market: number[] = [];
    const struggles: number[] = [];
    const hazards = sated.map((weeks, i) => {
      const intents = [0, 1].map((b) => people.rows[(i * 2 + b) * ROW + INTENT]).map((stock) => stock / (1 + stock));
      if (weeks > 0) putOff++;
      return world.settings.market.need * (1 + intent.need * Math.max(...intents)) * (weeks > 0 ? need.purchaseFactor : 1);
    });
    for (const [i, hazard] of hazards.entries()) {
      if (drawUniform(luck.k0, luck.k1, i, 0) >= hazard) continue;
      const now = people.present[i];
      const satisfaction = now < 0 ? 0 : people.rows[(i * 2 + now) * ROW + SATISFACTION];
      if (satisfaction < 0) dissatisfied++;
      market.push(i);
      struggles.push(need.struggleSd * Math.abs(drawNormal(hard.k0, hard.k1, i, 0)) + need.dissatisfaction * Math.max(0, -satisfaction));
    }
    entered += market.length;
    return () => {
      expect(Array.from(world.market.subarray(0, world.marketCount))).toEqual(market);
      expect(Array.from(people.inMarket, (each, i) => (each === 1 ? i : -1)).filter((i) => i >= 0)).toEqual(market);
      expect(people.woken.every((each) => each === 0)).toBe(true);
      expectClose(world.hazard, hazards, 'hazard');
      expectClose(
        market.map((i) => people.struggle[i]),
        struggles,
        'struggle',
      );
      expect(Array.from(people.sated)).toEqual(sated.map((weeks) => Math.max(0, weeks - 1)));
    };
  });
  for (const seen of [entered, putOff, dissatisfied]) expect(seen).toBeGreaterThan(20);
});

test('a need is brought forward exactly for those whose luck the raised hazard exceeds, and nobody enters twice', () => {
  const world = livelyWorld({ market: { need: 0.1 } });
  arise(world);
  const { k0, k1 } = weekKeys(world, PURPOSE.need);
  const before = world.marketCount;
  for (let i = 0; i < world.people.n; i++) bringForward(world, i, 3, k0, k1);
  expect(world.marketCount).toBeGreaterThan(before);
  for (let i = 0; i < world.people.n; i++) {
    expect(world.people.inMarket[i] === 1, `person ${i}`).toBe(drawUniform(k0, k1, i, 0) < 3 * world.hazard[i]);
  }
  expect(new Set(world.market.subarray(0, world.marketCount)).size).toBe(world.marketCount);
  for (let i = 0; i < world.people.n; i++) bringForward(world, i, 1e9, k0, k1);
  expect(world.marketCount).toBe(world.people.n);
});

test('without a spread, and without disappointment, there is no struggle', () => {
  const world = livelyWorld({ consumers: { need: { struggleSd: 0 } } });
  arise(world);
  expect(world.marketCount).toBeGreaterThan(0);
  expect(world.people.struggle.every((each) => each === 0)).toBe(true);
});

import { expect, test } from 'vitest';
import { BELIEF, CLAIM, DRIVES, FAMILIARITY, OUTSIDE, PRECISION, READING, ROW, TRIED, TRUST, VALUES } from '../../sim/consumer/state.ts';
import { VALUE_MEANS } from '../../sim/consumer/values.ts';
import { deriveKeys, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { expectClose, livelyWorld } from './steps.ts';

test('before the first week some use a brand and know it, the others know what chance gave them', () => {
  const world = livelyWorld(
    {
      brands: [
        { users: 0.2, familiarity: 0.4 },
        { users: 0.3, familiarity: 0.7, strategy: 'push' },
      ],
    },
    400,
  );
  const { people, settings, keys } = world;
  const { belief, trust, habit, familiarity } = settings.consumers;
  const { k0, k1 } = deriveKeys(keys, PURPOSE.incumbent);
  const users = [0, 0];
  for (let i = 0; i < 400; i++) {
    const u = drawUniform(k0, k1, i, 0);
    const uses = u < 0.2 ? 0 : u < 0.5 ? 1 : OUTSIDE;
    expect(people.present[i]).toBe(uses);
    expect(people.habit[i]).toBeCloseTo(habit.start, 6);
    expect(people.tenure[i]).toBe(uses === OUTSIDE ? 0 : 52);
    if (uses >= 0) users[uses]++;
    for (let b = 0; b < 2; b++) {
      const row = people.rows.subarray((i * 2 + b) * ROW, (i * 2 + b + 1) * ROW);
      const chance = Math.min(1, 2 * [0.4, 0.7][b] * drawUniform(k0, k1, i, 1 + b));
      expect(row[FAMILIARITY]).toBeCloseTo(uses === b ? Math.max(chance, familiarity.userFloor) : chance, 6);
      expect(people.flags[i * 2 + b]).toBe(uses === b ? TRIED : 0);
      expectClose([row[BELIEF], row[PRECISION], row[TRUST], row[CLAIM], row[READING]], [belief.priorMean, 1, trust.start, -1, -1], 'row');
    }
  }
  for (const count of users) expect(count).toBeGreaterThan(40);
});

test('what tribes need is the mean of their members, and the spread is that between people', () => {
  const world = livelyWorld({ market: { desirableDrives: [0.4, 0.1, 0.2, 0.1] } }, 300);
  const { people } = world;
  const needs = Array.from({ length: 300 }, (_, i) => [
    ...people.drives.subarray(i * DRIVES, (i + 1) * DRIVES),
    ...people.values.subarray(i * VALUES, (i + 1) * VALUES),
  ]);
  for (let k = 0; k < 14; k++) {
    const of = (members: number[][]) => members.reduce((sum, each) => sum + each[k], 0) / members.length;
    const all = of(needs);
    expect(world.needSpread[k]).toBeCloseTo(Math.sqrt(needs.reduce((sum, each) => sum + (each[k] - all) ** 2, 0) / 300), 5);
    for (let tribe = 0; tribe < people.tribeCount; tribe++) {
      const members = needs.filter((_, i) => people.tribe[i] === tribe);
      expect(world.tribeSizes[tribe]).toBe(members.length);
      expect(world.needs[tribe * 14 + k]).toBeCloseTo(of(members), 6);
    }
  }
  const centre = VALUE_MEANS.reduce((sum, each) => sum + each) / VALUES;
  const length = Math.hypot(...VALUE_MEANS.map((each) => each - centre));
  const common = VALUE_MEANS.map((each) => (each - centre) / length);
  expectClose(world.desirableNeeds, [0.5, 0.125, 0.25, 0.125, ...common], 'desirable');
  // A brand that knows nothing holds drives to be even and values to be those of everybody.
  expectClose(world.brands[0].knowledge.estimate.subarray(14, 28), [0.25, 0.25, 0.25, 0.25, ...common], 'estimate');
  const misses = Array.from({ length: people.tribeCount }, (_, tribe) => {
    const squares = Array.from(
      { length: 14 },
      (_, k) => ((k < 4 ? 0.25 : common[k - 4]) - world.needs[tribe * 14 + k]) ** 2 / world.needSpread[k] ** 2,
    );
    return (Math.sqrt(squares.reduce((sum, each) => sum + each) / 14) * world.tribeSizes[tribe]) / 300;
  });
  expect(world.ignorance).toBeCloseTo(
    misses.reduce((sum, each) => sum + each),
    6,
  );
});

test('hubs are all people, those with most ties first, equals in their order', () => {
  const { hubs, ties, people } = livelyWorld({}, 200);
  const order = Array.from({ length: people.n }, (_, i) => i).sort((a, b) => ties.used[b] - ties.used[a] || a - b);
  expect(Array.from(hubs)).toEqual(order);
});

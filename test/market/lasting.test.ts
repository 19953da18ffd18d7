import { expect, test } from 'vitest';
import { FAMILIARITY, READING, ROW } from '../../sim/consumer/state.ts';
import { forget } from '../../sim/market/forget.ts';
import { likingOfValues } from '../../sim/market/worth.ts';
import { openLaboratory, scenarioOf } from '../verify/market-laboratory.ts';

test('years after its last message a share of what was known of a brand is left, and of an unknown brand nothing', () => {
  const scenario = scenarioOf({ brands: [{ familiarity: 0.5 }, { familiarity: 0 }] }, 50);
  const { world } = openLaboratory({ scenario, replicate: 0 });
  const { rows, n } = world.people;
  const start = rows.slice();
  for (let week = 0; week < 300; week++) forget(world);
  for (let i = 0; i < n; i++) {
    const known = start[i * 2 * ROW + FAMILIARITY];
    expect(rows[i * 2 * ROW + FAMILIARITY]).toBeCloseTo(scenario.consumers.familiarity.lasting * known, 5);
    expect(rows[(i * 2 + 1) * ROW + FAMILIARITY]).toBe(0);
  }
});

test('the values that a brand lives are liked or disliked by those who used it, and by nobody else', () => {
  const scenario = scenarioOf({ brands: [{}] }, 50);
  const { world } = openLaboratory({ scenario, replicate: 0 });
  world.worthOfValues[0] = 0.8;
  world.worthOfValues[1] = 0.3;
  world.people.rows[READING] = 0.5;
  world.people.rows[ROW + READING] = 0.5;
  const { affect } = scenario.consumers.congruence;
  expect(likingOfValues(world, 0)).toBeCloseTo(0.6 * affect, 6);
  expect(likingOfValues(world, 1)).toBeCloseTo(-0.4 * affect, 6);
  world.people.rows[READING] = -1;
  expect(likingOfValues(world, 0)).toBe(0);
});

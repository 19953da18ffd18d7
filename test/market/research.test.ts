import { expect, test } from 'vitest';
import type { Strategy } from '../../sim/brand/index.ts';
import { openRecorder } from '../../sim/market/record.ts';
import { series } from '../../sim/market/recording.ts';
import { week } from '../../sim/market/week.ts';
import { runOf, smallScenario, worldOf } from './settings.ts';

test('a brand that begins to listen learns in its first week of listening', () => {
  const scenario = smallScenario({ brands: [{ users: 0.5, familiarity: 0.5 }], horizon: 12 });
  const late: Strategy = {
    name: 'late',
    plan: [
      { week: 0, shares: {} },
      { week: 10, shares: { listen: 1 } },
    ],
    claims: ['acquire'],
  };
  const recording = runOf(scenario, late);
  const error = series(recording, 'knowledgeError');
  const spend = series(recording, 'spend');
  expect(error[9]).toBe(error[0]);
  expect(spend[9]).toBe(0);
  expect(spend[10]).toBeGreaterThan(0);
  expect(error[10]).toBeLessThan(0.9 * error[9]);
});

const listening: Strategy = { name: 'listening', plan: [{ week: 0, shares: { listen: 1 } }], claims: ['acquire'] };

test('a use that nobody intended is built in when enough real people are read, however few of them are simulated', () => {
  const build = (given: Record<string, unknown>, people: number) => {
    const scenario = smallScenario({ brands: [{ users: 0.5, familiarity: 0.5 }], ...given }, people);
    const world = worldOf(scenario, listening);
    const recorder = openRecorder(world, { tribes: false, journey: false });
    for (let w = 0; w < 6; w++) week(world, recorder);
    return world.brands[0].builtIn;
  };
  // Half of a million people use the brand, 40,000 can be read a week: one of 500 finds the use.
  for (const people of [150, 600]) expect(build({}, people)).toBe(1);
  expect(build({ mechanisms: { uses: false } }, 600)).toBe(0);
  // In a market of 600 few talk: with one find in 500,000 uses nobody who is read knows of it.
  expect(build({ market: { people: 600 }, consumers: { uses: { rate: 2e-6 } } }, 600)).toBe(0);
});

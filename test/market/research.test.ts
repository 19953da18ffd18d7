import { expect, test } from 'vitest';
import type { Strategy } from '../../sim/brand/index.ts';
import { series } from '../../sim/market/recording.ts';
import { runOf, smallScenario } from './settings.ts';

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

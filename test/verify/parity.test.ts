import { expect, test } from 'vitest';
import type { Strategy } from '../../sim/brand/index.ts';
import { tInterval } from '../../sim/experiment/intervals.ts';
import { Memory } from '../../sim/market/memory.ts';
import { series } from '../../sim/market/recording.ts';
import { runMarket } from '../../sim/market/run.ts';
import { networkFor, smallScenario } from '../market/settings.ts';

/** Parity world: two tactics with equal attributes, cost and targeting. Whatever differs between the arms is luck. */
const equal = { cost: 0.01, relevance: 0.1, intrusiveness: 1, precision: 0 };
const scenario = smallScenario(
  { tactics: { broadcast: equal, targeted: equal }, market: { need: 0.2 }, brands: [{ familiarity: 0.4 }], horizon: 10 },
  80,
);
const network = networkFor(scenario);
const memory = new Memory();

function purchases(tactic: 'broadcast' | 'targeted', seed: string, replicate: number): number {
  const strategy: Strategy = { name: tactic, plan: [{ week: 0, shares: { [tactic]: 1 } }], claims: ['acquire'] };
  const recording = runMarket({ settings: scenario, network, strategy, seed, replicate, tiesChange: true }, memory);
  return series(recording, 'purchases').reduce((sum, each) => sum + each, 0);
}

test('arms on independent streams: in 400 experiments of 30 seeds the 95 % interval covers zero in 93-97 %', () => {
  const experiments = 400;
  let covered = 0;
  for (let e = 0; e < experiments; e++) {
    const differences = Array.from({ length: 30 }, (_, r) => purchases('broadcast', `a${e}`, r) - purchases('targeted', `b${e}`, r));
    const interval = tInterval(differences) as { low: number; high: number };
    if (interval.low <= 0 && interval.high >= 0) covered++;
  }
  console.log(
    `parity world: the interval covered zero in ${covered} of ${experiments} experiments (${((100 * covered) / experiments).toFixed(1)} %)`,
  );
  expect(covered / experiments).toBeGreaterThanOrEqual(0.93);
  expect(covered / experiments).toBeLessThanOrEqual(0.97);
});

test('on common random numbers the difference is exactly zero', () => {
  for (let r = 0; r < 100; r++) expect(purchases('broadcast', 'same', r)).toBe(purchases('targeted', 'same', r));
});

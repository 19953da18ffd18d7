import { describe, expect, test } from 'vitest';
import { runDigest } from '../../sim/experiment/digest.ts';
import { Memory } from '../../sim/market/memory.ts';
import { positionOf } from '../../sim/market/recording.ts';
import { runMarket } from '../../sim/market/run.ts';
import { networkFor, runOf, smallScenario } from './settings.ts';

describe('a run is a pure function of its input', () => {
  test('repeated runs are equal, other seeds and replicates are not', () => {
    const scenario = smallScenario();
    const first = runDigest(runOf(scenario, 'hybrid'));
    expect(runDigest(runOf(scenario, 'hybrid'))).toBe(first);
    expect(runDigest(runOf(scenario, 'hybrid', { seed: 'other' }))).not.toBe(first);
    expect(runDigest(runOf(scenario, 'hybrid', { replicate: 1 }))).not.toBe(first);
  });

  test('memory that served a larger run before leaves no trace', () => {
    const memory = new Memory();
    const large = smallScenario({ brands: [{ users: 0.3 }, { users: 0.3, strategy: 'push' }] }, 500);
    const small = smallScenario({}, 200);
    const input = (scenario: typeof small) => ({
      settings: scenario,
      network: networkFor(scenario),
      strategy: scenario.strategies[1],
      seed: 'seed',
      replicate: 0,
      tiesChange: true,
    });
    runMarket(input(large), memory);
    expect(runDigest(runMarket(input(small), memory))).toBe(runDigest(runMarket(input(small))));
  });

  test('observing more does not change what is observed', () => {
    const scenario = smallScenario();
    expect(runDigest(runOf(scenario, 'hybrid', { tribes: true, ledger: true }))).toBe(runDigest(runOf(scenario, 'hybrid')));
  });

  test('strategies meet the same luck: without effect on anyone, all arms are one', () => {
    // Nobody attends, nobody reads, nobody is asked: money buys nothing, so every strategy is `nothing` with its books.
    const scenario = smallScenario({ consumers: { attention: { base: 0 } }, brands: [{ users: 0.3, familiarity: 0.3 }], horizon: 20 });
    const push = runOf(scenario, 'push');
    const nothing = runOf(scenario, 'nothing');
    for (const name of ['purchases', 'adopters', 'active', 'affect', 'belief', 'positiveSent', 'negativeSent'] as const) {
      const at = (recording: typeof push) => Array.from({ length: 20 }, (_, w) => recording.values[positionOf(name) * 20 + w]);
      expect(at(push)).toEqual(at(nothing));
    }
  });
});

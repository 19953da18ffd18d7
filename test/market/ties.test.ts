import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeTies } from '../../sim/market/change-ties.ts';
import { openRecorder } from '../../sim/market/record.ts';
import {
  addTie,
  areTied,
  HEARS,
  isMarked,
  newTies,
  partnerAt,
  SPOKEN,
  slotAtStrength,
  strengthAt,
  TELLS,
  type Ties,
  totalStrength,
} from '../../sim/market/ties.ts';
import { week } from '../../sim/market/week.ts';
import { drawUniform, keysFromSeed } from '../../sim/random/index.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import { smallScenario, worldOf } from './settings.ts';

/** Every invariant of the slots: each tie at both ends with one strength, never twice between two people. */
function check(ties: Ties, people: number): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < people; i++) {
    expect(ties.start[i] + ties.used[i]).toBeLessThanOrEqual(ties.start[i + 1]);
    for (let slot = ties.start[i]; slot < ties.start[i] + ties.used[i]; slot++) {
      const other = partnerAt(ties, slot);
      const strength = strengthAt(ties, slot);
      expect(other).not.toBe(i);
      expect(areTied(ties, i, other) && areTied(ties, other, i)).toBe(true);
      expect(strength).toBeGreaterThan(0);
      expect(strength).toBeLessThanOrEqual(1);
      expect(isMarked(ties, slot, SPOKEN)).toBe(false);
      expect(isMarked(ties, slot, HEARS) && isMarked(ties, slot, TELLS)).toBe(true);
      expect(seen.has(`${i} ${other}`)).toBe(false);
      seen.set(`${i} ${other}`, strength);
    }
  }
  expect(seen.size).toBe(2 * ties.count);
  for (const [pair, strength] of seen) expect(seen.get(pair.split(' ').reverse().join(' '))).toBe(strength);
}

test('ties stay consistent, bounded and as many as at the start while they change', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom('nothing', 'hybrid'), (seed, strategy) => {
      const scenario = smallScenario({ horizon: 30, ties: { bridgeSurvival: 0.93, embeddedSurvival: 0.98 } }, 120);
      const world = worldOf(scenario, strategy, { seed });
      const recorder = openRecorder(world, { tribes: false, journey: false });
      const before = Uint32Array.from(world.ties.used);
      check(world.ties, 120);
      for (let w = 0; w < 30; w++) week(world, recorder);
      check(world.ties, 120);
      expect(Math.abs(world.ties.count / world.ties.initial - 1)).toBeLessThan(0.05);
      for (let i = 0; i < 120; i++) expect(world.ties.used[i]).toBeLessThanOrEqual(2 * Math.max(1, before[i]));
    }),
    { numRuns: 8, seed: 5 },
  );
});

/** Share of the ties of a network that outlive one week, and their mean strength; they start with .8, and strangers replace them. */
function afterOneWeek(network: Record<string, unknown>): { survival: number; strength: number } {
  const scenario = parseScenario({ name: 'test', network: { ...network, strength: 0.8 }, ties: { closure: 0 }, horizon: 1 });
  const { ties, ...world } = worldOf(scenario, 'nothing');
  const { n } = world.people;
  const before: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    for (let slot = ties.start[i]; slot < ties.start[i] + ties.used[i]; slot++) {
      if (partnerAt(ties, slot) > i) before.push([i, partnerAt(ties, slot)]);
    }
  }
  changeTies({ ties, ...world });
  const kept = before.filter(([a, b]) => areTied(ties, a, b));
  let strength = 0;
  for (const [a, b] of kept) {
    let slot = ties.start[a];
    while (partnerAt(ties, slot) !== b) slot++;
    strength += strengthAt(ties, slot) / kept.length;
  }
  return { survival: kept.length / before.length, strength };
}

test('bridges are lost at their rate, embedded ties at theirs, and silence weakens those that stay', () => {
  // Five standard errors of a share.
  const within = (share: number, of: number) => 5 * Math.sqrt((share * (1 - share)) / of);
  const ring = afterOneWeek({ kind: 'ring', people: 10_000, neighboursPerSide: 1 });
  expect(Math.abs(ring.survival - 0.957)).toBeLessThan(within(0.957, 10_000));
  const caves = afterOneWeek({ kind: 'caveman', caves: 300, caveSize: 9 });
  expect(Math.abs(caves.survival - 0.99)).toBeLessThan(within(0.99, 300 * 36));
  expect(caves.strength / 0.8).toBeGreaterThan(0.994);
  expect(caves.strength / 0.8).toBeLessThan(0.998);
});

test('a tie is picked in proportion to its strength, among those that go the way', () => {
  const keys = keysFromSeed('pick');
  const picks = (strengths: readonly number[], ways: readonly number[], way: number): number[] => {
    const ties = newTies({ start: Uint32Array.from([0, 6, 7, 8, 9, 10, 11, 12]), used: new Uint32Array(7), slots: new Uint32Array(24) });
    for (const [k, strength] of strengths.entries()) addTie(ties, 0, k + 1, strength, ways[k]);
    const counts = new Array<number>(strengths.length).fill(0);
    for (let draw = 0; draw < 20_000; draw++) {
      const slot = slotAtStrength(ties, 0, way, drawUniform(keys.k0, keys.k1, 0, draw) * totalStrength(ties, 0, way));
      if (slot >= 0) counts[partnerAt(ties, slot) - 1]++;
    }
    return counts.map((count) => count / 20_000);
  };
  const expectShares = (shares: readonly number[], expected: readonly number[]) => {
    for (const [k, share] of expected.entries()) {
      expect(Math.abs(shares[k] - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / 20_000) + 1e-9);
    }
  };
  const both = HEARS | TELLS;
  expectShares(picks([0.8, 0.4, 0.2, 0.6], [both, both, both, both], TELLS), [0.4, 0.2, 0.1, 0.3]);
  expectShares(picks([0.01, 0.03], [both, both], HEARS), [0.25, 0.75]);
  expectShares(picks([0.9, 0.3, 0.1], [TELLS, HEARS, HEARS], HEARS), [0, 0.75, 0.25]);
  expectShares(picks([0.9], [TELLS], HEARS), [0]);
  expectShares(picks([], [], HEARS), []);
});

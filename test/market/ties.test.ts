import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRecorder } from '../../sim/market/record.ts';
import { HEARS, TELLS, type Ties } from '../../sim/market/ties.ts';
import { week } from '../../sim/market/week.ts';
import { smallScenario, worldOf } from './settings.ts';

/** Every invariant of the slots: each tie twice, linked both ways, once in the list, never twice between two people. */
function check(ties: Ties, people: number): void {
  let slots = 0;
  const listed = new Set<number>(ties.list.subarray(0, ties.count));
  expect(listed.size).toBe(ties.count);
  for (let i = 0; i < people; i++) {
    expect(ties.start[i] + ties.used[i]).toBeLessThanOrEqual(ties.start[i + 1]);
    const partners = new Set<number>();
    for (let slot = ties.start[i]; slot < ties.start[i] + ties.used[i]; slot++) {
      const other = ties.partner[slot];
      const mate = ties.mate[slot];
      expect(other).not.toBe(i);
      expect(partners.has(other)).toBe(false);
      partners.add(other);
      expect(ties.partner[mate]).toBe(i);
      expect(ties.mate[mate]).toBe(slot);
      expect(ties.strength[mate]).toBe(ties.strength[slot]);
      expect(ties.strength[slot]).toBeGreaterThan(0);
      expect(ties.strength[slot]).toBeLessThanOrEqual(1);
      expect((ties.way[slot] & HEARS) !== 0).toBe((ties.way[mate] & TELLS) !== 0);
      if (i < other) expect(listed.has(slot)).toBe(true);
      slots++;
    }
  }
  expect(slots).toBe(2 * ties.count);
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

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addTie,
  areTied,
  HEARS,
  hasRoom,
  isEmbedded,
  isMarked,
  loadTies,
  markSpoken,
  newTies,
  partnerAt,
  removeTie,
  SPOKEN,
  setStrength,
  slotAtStrength,
  slotsFor,
  strengthAt,
  TELLS,
  type Ties,
  totalStrength,
  unmarkSpoken,
} from '../../sim/market/ties.ts';
import { buildNetwork, type EdgeArrays } from '../../sim/network/csr.ts';
import type { Network } from '../../sim/network/network.ts';
import { tiesOf } from './steps.ts';

const PEOPLE = 9;

const edges = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), fc.double({ min: 0.01, max: 1, noNaN: true })), { maxLength: 40 }),
  )
  .map(
    ([directed, list]): EdgeArrays => ({
      n: PEOPLE,
      directed,
      sources: Uint32Array.from(list, ([from]) => from),
      targets: Uint32Array.from(list, ([, to]) => to),
      strengths: Float32Array.from(list, ([, , strength]) => strength),
    }),
  );

/** Strength of the arc from one to another; 0 where there is none. */
function arc({ offsets, targets, strengths }: Network, from: number, to: number): number {
  for (let at = offsets[from]; at < offsets[from + 1]; at++) if (targets[at] === to) return strengths[at];
  return 0;
}

function loaded(network: Network, slack: number): Ties {
  const { degrees, slots } = slotsFor(network, slack);
  const ties = newTies({ start: new Uint32Array(PEOPLE + 1), used: new Uint32Array(PEOPLE), slots: new Uint32Array(slots * 2) });
  loadTies(ties, network, degrees, slack);
  return ties;
}

test('every two people with an arc between them are tied once: who influences whom, by the stronger of both arcs', () => {
  fc.assert(
    fc.property(edges, fc.constantFrom(1, 2), (given, slack) => {
      const network = buildNetwork(given);
      const ties = loaded(network, slack);
      const own = tiesOf(ties, PEOPLE);
      let count = 0;
      for (let a = 0; a < PEOPLE; a++) {
        for (let b = 0; b < PEOPLE; b++) {
          const [there, back] = [arc(network, a, b), arc(network, b, a)];
          const found = own[a].filter(({ other }) => other === b);
          if (there === 0 && back === 0) {
            expect(found).toEqual([]);
            continue;
          }
          expect(found).toEqual([{ other: b, strength: Math.max(there, back), tells: there > 0, hears: back > 0 }]);
          expect(areTied(ties, a, b)).toBe(true);
          if (a < b) count++;
        }
        const room = slack * Math.max(1, own[a].length);
        expect(ties.start[a + 1] - ties.start[a]).toBe(room);
        expect(hasRoom(ties, a)).toBe(own[a].length < room);
      }
      expect([ties.count, ties.initial]).toEqual([count, count]);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('whatever is added, ended, marked and strengthened, both ends of every tie agree, and nothing else changes', () => {
  const act = fc.record({
    do: fc.constantFrom('add', 'remove', 'strength', 'mark'),
    a: fc.nat(5),
    b: fc.nat(5),
    way: fc.constantFrom(1, 2, 3),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const start = Uint32Array.from({ length: 7 }, (_, i) => i * 4);
      const ties = newTies({ start, used: new Uint32Array(6), slots: new Uint32Array(48) });
      // The same kept as plainly as can be: from whom to whom, how strong, and whether it is marked.
      const twin = new Map<string, { strength: number; way: number; marked: boolean }>();
      for (const [turn, { do: what, a, b, way }] of acts.entries()) {
        const strength = Math.fround((turn + 1) / 61);
        const slots = () => Array.from({ length: ties.used[a] }, (_, k) => start[a] + k);
        const slot = slots().find((each) => partnerAt(ties, each) === b) ?? -1;
        const turned = way === 3 ? 3 : 3 - way;
        if (what === 'add') {
          if (a === b || slot >= 0 || !hasRoom(ties, a) || !hasRoom(ties, b)) continue;
          addTie(ties, a, b, strength, way);
          twin.set(`${a} ${b}`, { strength, way, marked: false });
          twin.set(`${b} ${a}`, { strength, way: turned, marked: false });
        } else if (slot < 0) continue;
        else if (what === 'remove') {
          removeTie(ties, a, slot);
          twin.delete(`${a} ${b}`);
          twin.delete(`${b} ${a}`);
        } else if (what === 'strength') {
          setStrength(ties, a, slot, strength);
          for (const pair of [`${a} ${b}`, `${b} ${a}`]) Object.assign(twin.get(pair) ?? {}, { strength });
        } else {
          const known = twin.get(`${a} ${b}`) as { marked: boolean };
          if (known.marked) unmarkSpoken(ties, slot);
          else markSpoken(ties, slot);
          known.marked = !known.marked;
        }
      }
      const found = new Map<string, unknown>();
      for (let i = 0; i < 6; i++) {
        for (let slot = start[i]; slot < start[i] + ties.used[i]; slot++) {
          const way = (isMarked(ties, slot, HEARS) ? HEARS : 0) | (isMarked(ties, slot, TELLS) ? TELLS : 0);
          found.set(`${i} ${partnerAt(ties, slot)}`, { strength: strengthAt(ties, slot), way, marked: isMarked(ties, slot, SPOKEN) });
        }
      }
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(twin));
      expect(ties.count).toBe(twin.size / 2);
      for (let i = 0; i < 6; i++) {
        for (const way of [HEARS, TELLS]) {
          const own = [...twin].filter(([pair, tie]) => pair.startsWith(`${i} `) && (tie.way & way) !== 0);
          const total = own.reduce((sum, [, tie]) => sum + tie.strength, 0);
          expect(totalStrength(ties, i, way)).toBeCloseTo(total, 5);
          // Marks just before and just after each sum of strengths.
          let sum = 0;
          for (let slot = start[i]; slot < start[i] + ties.used[i]; slot++) {
            if (!isMarked(ties, slot, way)) continue;
            expect(slotAtStrength(ties, i, way, sum)).toBe(slot);
            sum += strengthAt(ties, slot);
            expect(slotAtStrength(ties, i, way, sum - 1e-7)).toBe(slot);
          }
          if (own.length === 0) expect(slotAtStrength(ties, i, way, 0)).toBe(-1);
          else expect(isMarked(ties, slotAtStrength(ties, i, way, total + 1), way)).toBe(true);
        }
      }
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('a tie is embedded exactly if both have an acquaintance in common', () => {
  fc.assert(
    fc.property(edges, (given) => {
      const ties = loaded(buildNetwork(given), 1);
      const own = tiesOf(ties, PEOPLE).map((list) => new Set(list.map(({ other }) => other)));
      const marks = new Uint32Array(PEOPLE);
      let stamp = 0;
      for (let a = 0; a < PEOPLE; a++) {
        for (const b of own[a]) expect(isEmbedded(ties, a, b, marks, ++stamp)).toBe([...own[a]].some((each) => own[b].has(each)));
      }
    }),
    { seed: 5, numRuns: 200 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TieSet } from '../../../sim/network/generators/tie-set.ts';

describe('TieSet', () => {
  it('behaves as a set of unordered pairs through any additions and removals', () => {
    const person = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), person, person), { maxLength: 200 }), (steps) => {
        const ties = new TieSet(10, 0);
        const model = new Set<string>();
        for (const [add, i, j] of steps) {
          const key = `${Math.min(i, j)}-${Math.max(i, j)}`;
          if (add) {
            expect(ties.add(i, j)).toBe(!model.has(key));
            model.add(key);
          } else {
            ties.delete(j, i);
            model.delete(key);
          }
        }
        for (let i = 0; i < 10; i++) for (let j = i; j < 10; j++) expect(ties.has(j, i)).toBe(model.has(`${i}-${j}`));
      }),
    );
  });

  it('keeps ties of two million people apart', () => {
    const n = 2_000_000;
    const ties = new TieSet(n, 10);
    for (let i = 0; i < 1000; i++) ties.add(n - 1 - i, n - 2 - i);
    for (let i = 0; i < 1000; i++) {
      expect(ties.has(n - 2 - i, n - 1 - i)).toBe(true);
      expect(ties.has(n - 3 - i, n - 1 - i)).toBe(false);
    }
  });
});

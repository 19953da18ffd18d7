import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadLabels } from '../../sim/chart/spread-labels.ts';

const positions = fc.array(fc.double({ min: -20, max: 220, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('labels', () => {
  test('keep their distance, their order and their frame', () => {
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 40 }), (wanted, gap) => {
        const placed = spreadLabels(wanted, gap, 0, 200);
        const step = Math.min(gap, 200 / Math.max(1, wanted.length - 1));
        const order = wanted.map((_, index) => index).sort((i, j) => placed[i] - placed[j]);
        for (const [rank, index] of order.entries()) {
          expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[index]).toBeLessThanOrEqual(200 + 1e-9);
          if (rank === 0) continue;
          expect(placed[index] - placed[order[rank - 1]]).toBeGreaterThanOrEqual(step - 1e-9);
          expect(wanted[index]).toBeGreaterThanOrEqual(wanted[order[rank - 1]]);
        }
      }),
    );
  });

  test('stay where they belong when nothing collides', () => {
    expect(spreadLabels([150, 10, 60], 15, 0, 200)).toEqual([150, 10, 60]);
  });

  test('part evenly around the place both want', () => {
    expect(spreadLabels([100, 100], 16, 0, 200)).toEqual([92, 108]);
    expect(spreadLabels([100, 104, 170], 16, 0, 200)).toEqual([94, 110, 170]);
  });

  test('move no farther than any other arrangement would have to (least squares)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 3, maxLength: 3 }), (wanted) => {
        const cost = (at: readonly number[]) => at.reduce((sum, y, index) => sum + (y - wanted[index]) ** 2, 0);
        let best = Number.POSITIVE_INFINITY;
        const order = [0, 1, 2].sort((i, j) => wanted[i] - wanted[j] || i - j);
        for (let a = 0; a <= 30; a += 0.5)
          for (let b = a + 5; b <= 30; b += 0.5)
            for (let c = b + 5; c <= 30; c += 0.5) {
              const at = [0, 0, 0];
              order.forEach((index, rank) => {
                at[index] = [a, b, c][rank];
              });
              best = Math.min(best, cost(at));
            }
        expect(cost(spreadLabels(wanted, 5, 0, 30))).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  test('share the room when there is too little', () => {
    expect(spreadLabels([5, 5, 5], 50, 0, 20)).toEqual([0, 10, 20]);
    expect(spreadLabels([], 10, 0, 20)).toEqual([]);
  });
});

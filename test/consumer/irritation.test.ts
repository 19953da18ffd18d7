import { expect, test } from 'vitest';
import { irritate } from '../../sim/consumer/irritation.ts';
import { IRRITATION, ROW } from '../../sim/consumer/state.ts';

/** Irritation and affect after contacts of this intrusiveness and relevance. */
function after(contacts: number, intrusiveness: number, relevance: number, souring: number, liked: number) {
  const rows = new Float32Array(2 * ROW);
  const affect = Float32Array.of(0, liked);
  for (let contact = 0; contact < contacts; contact++) irritate(rows, affect, 1, 0.5, souring, intrusiveness, relevance);
  return { irritation: rows[ROW + IRRITATION], affect: affect[1], others: rows[IRRITATION] + affect[0] };
}

test('only intrusion irritates, the less the more relevant it is, and only the person it reaches', () => {
  expect(after(4, 1, 0.1, 0.016, 0)).toMatchObject({ others: 0 });
  expect(after(4, 1, 0.1, 0.016, 0).irritation).toBeCloseTo(1.8, 6);
  expect(after(4, 1, 1, 0.016, 0.3)).toEqual({ irritation: 0, affect: Math.fround(0.3), others: 0 });
  expect(after(4, 0, 0, 0.016, 0.3)).toEqual({ irritation: 0, affect: Math.fround(0.3), others: 0 });
});

test('fresh irritation takes a share of the room that affect has to fall, and no more', () => {
  // From x = 0.2 the room is 1.2 / 2: each contact leaves 1 - .02 * .45 / 2 of 1 + x.
  expect(after(3, 1, 0.1, 0.02, 0.2).affect).toBeCloseTo(1.2 * (1 - 0.0045) ** 3 - 1, 6);
  expect(after(1, 1, 0, 0, 0.2).affect).toBe(Math.fround(0.2));
  expect(after(500, 1, 0, 1, 0.9).affect).toBeGreaterThanOrEqual(-1);
  expect(after(1, 1, 0, 1, 0.2).affect).toBeGreaterThan(after(1, 1, 0, 1, -0.2).affect);
});

import { expect, test } from 'vitest';
import { CLAIM, ROW, TRUST } from '../../sim/consumer/state.ts';
import { earnTrust, judgePromise } from '../../sim/consumer/trust.ts';

/** Two people's rows; all is judged on the second, so that a stray index is seen. */
function rowsWith(trust: number, claim: number): Float32Array {
  const rows = new Float32Array(2 * ROW).fill(0.125);
  rows[ROW + TRUST] = trust;
  rows[ROW + CLAIM] = claim;
  return rows;
}

test('trust rises by a share of the room that is left, and nothing else changes', () => {
  const rows = rowsWith(0.5, -1);
  const expected = rows.slice();
  expected[ROW + TRUST] = 0.5 + 0.25 * 0.5;
  earnTrust(rows, ROW, 0.25);
  expect(rows).toEqual(expected);
});

test('a promise kept leaves trust alone, one that was broken costs the factor, and without a claim there is none', () => {
  const after = (claim: number, reading: number) => {
    const rows = rowsWith(0.5, claim);
    judgePromise(rows, ROW, reading, 0.25, 0.5);
    return rows;
  };
  expect(after(0.75, 0.625)[ROW + TRUST]).toBe(0.5);
  expect(after(0.75, 0.375)[ROW + TRUST]).toBe(0.25);
  expect(after(-1, 0)[ROW + TRUST]).toBe(0.5);
  const broken = after(0.75, 0.375);
  expect(Array.from(broken.subarray(0, ROW))).toEqual(Array(ROW).fill(0.125));
});

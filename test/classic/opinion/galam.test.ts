import { expect, test } from 'vitest';
import { classicKeys, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { galam } from '../../../sim/classic/opinion/galam.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { interval } from './shares.ts';
import { networkOf } from './small-worlds.ts';

const everyone = generateNetwork({ kind: 'complete', people: 420, strength: 1 }, keysFromSeed('any'));

/** Galam's map: the share with opinion 1 after a round of groups of r, when a split group takes 0 with chance k. */
function next(p: number, r: number, k: number): number {
  let sum = 0;
  let ways = 1;
  for (let ones = 0; ones <= r; ones++) {
    const chance = ways * p ** ones * (1 - p) ** (r - ones);
    if (2 * ones > r) sum += chance;
    if (2 * ones === r) sum += (1 - k) * chance;
    ways = (ways * (r - ones)) / (ones + 1);
  }
  return sum;
}

test.each([
  [2, 0.7, 0.55],
  [3, 1, 0.4],
  [4, 1, 0.6],
  [5, 1, 0.6],
  [6, 0.25, 0.6],
])('one round among all follows the closed form: groups of %d, status quo %d, share %d', (group, statusQuo, share) => {
  const after = interval(
    Array.from({ length: 80 }, (_, replicate) => {
      const keys = classicKeys('round', replicate);
      return classicSeries(runClassic(galam, { network: everyone, values: { group, statusQuo, share }, steps: 1, keys }), 'share')[1];
    }),
  );
  const exact = next(share, group, statusQuo);
  expect(Math.abs(exact - share)).toBeGreaterThan(0.04);
  expect(Math.abs(after.mean - exact)).toBeLessThan(0.02);
  expect(after.halfWidth).toBeLessThan(0.01);
});

test('groups of four that keep to the status quo: a reform needs (1 + sqrt 13) / 6 = 77 % from the start (Galam 2002)', () => {
  const threshold = (1 + Math.sqrt(13)) / 6;
  expect(next(threshold, 4, 1)).toBeCloseTo(threshold, 12);
  const endings = (share: number) =>
    Array.from({ length: 30 }, (_, replicate) => {
      const run = { network: everyone, values: { share }, keys: classicKeys('reform', replicate) };
      return classicSeries(runClassic(galam, run), 'share')[galam.steps];
    });
  expect(new Set(endings(threshold - 0.09))).toEqual(new Set([0]));
  expect(new Set(endings(threshold + 0.09))).toEqual(new Set([1]));
});

test('guests are drawn by strength', () => {
  // Three people in pairs. Only 0 holds 1, and a split pair takes 1: person 2 changes if it sits with 0.
  // It hosts first in a third of the rounds and then asks 0 with chance 1/4; in another third 0 hosts first and asks its only tie.
  const network = networkOf(
    3,
    [
      [0, 2, 0.25],
      [1, 2, 0.75],
    ],
    false,
  );
  let changed = 0;
  const replicates = 6000;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const values = { group: 2, statusQuo: 0 };
    const { states } = runClassic(galam, { network, initial: [1, 0, 0], values, steps: 1, keys: classicKeys('pairs', replicate) });
    changed += states[2];
  }
  expect(Math.abs(changed / replicates - (1 / 3 + 1 / 12))).toBeLessThan(0.025);
});

test('on a directed network only the host learns, from those who influence it', () => {
  const network = networkOf(2, [[0, 1, 1]]);
  const values = { group: 2, statusQuo: 0 };
  for (let replicate = 0; replicate < 20; replicate++) {
    const keys = classicKeys('directed', replicate);
    const taught = runClassic(galam, { network, initial: [1, 0], values, steps: 20, keys });
    expect([...taught.states]).toEqual([1, 1]);
    const ignored = runClassic(galam, { network, initial: [0, 1], values, steps: 20, keys });
    expect([...ignored.states]).toEqual([0, 1]);
  }
});

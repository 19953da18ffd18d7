import { expect, test } from 'vitest';
import { drawUniform, roundAtRandom } from '../../sim/random/index.ts';

test('the mean of the rounded values is the value, on both sides of zero', () => {
  const n = 50_000;
  for (const x of [0.001, 2.3, -1.75, 1e6 + 0.5]) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const rounded = roundAtRandom(x, drawUniform(1, 2, i, 0));
      if (rounded !== Math.floor(x) && rounded !== Math.floor(x) + 1) expect.fail(`${x} became ${rounded}`);
      sum += rounded - Math.floor(x);
    }
    const share = x - Math.floor(x);
    expect(Math.abs(sum / n - share)).toBeLessThan(3.5 * Math.sqrt((share * (1 - share)) / n));
  }
});

test('whole numbers stay, and a larger x never rounds to less under the same luck', () => {
  for (const u of [2 ** -33, 0.5, 1 - 2 ** -33]) {
    expect([0, 3, -4].map((x) => roundAtRandom(x, u))).toEqual([0, 3, -4]);
    for (let x = -3; x < 3; x += 0.01) expect(roundAtRandom(x + 0.01, u)).toBeGreaterThanOrEqual(roundAtRandom(x, u));
  }
});

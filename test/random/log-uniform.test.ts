import ln from '@stdlib/math-base-special-ln';
import { expect, test } from 'vitest';
import { drawUniform, lnUniform } from '../../sim/random/index.ts';

test('lnUniform is the logarithm to two units in the last place, over all magnitudes', () => {
  let worst = 0;
  for (let i = 0; i < 200_000; i++) {
    const u = drawUniform(1, 2, i, 0) / 2 ** (i % 32);
    worst = Math.max(worst, Math.abs(lnUniform(u) / ln(u) - 1));
  }
  expect(worst).toBeLessThan(4.5e-16);
});

test('ends, powers of two and both sides of the square root of one half', () => {
  for (const u of [
    2 ** -33,
    2 ** -32,
    2 ** -31,
    1e-300,
    0.25,
    0.5,
    Math.SQRT1_2 - 1e-15,
    Math.SQRT1_2 + 1e-15,
    1 - 2 ** -33,
    1 - 2 ** -53,
  ]) {
    expect(Math.abs(lnUniform(u) - ln(u))).toBeLessThanOrEqual(3e-16 * Math.abs(ln(u)));
  }
  expect(lnUniform(1)).toBe(0);
  expect(lnUniform(0)).toBe(-Infinity);
});

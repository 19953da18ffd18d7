import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disconfirm, satisfactionFrom } from '../../sim/consumer/experience.ts';

const progress = fc.double({ min: -0.5, max: 1.5, noNaN: true });

test('a disappointment weighs more than a delight of the same size', () => {
  expect(disconfirm(0.6, 0.45, 0.3, 1.5)).toBeCloseTo(0.5, 12);
  expect(disconfirm(0.3, 0.45, 0.3, 1.5)).toBeCloseTo(-0.75, 12);
  expect(disconfirm(0, 1, 0.3, 1.5)).toBe(-1.5);
});

test('satisfaction stays within its scale and rises with what a use gives', () => {
  fc.assert(
    fc.property(progress, progress, progress, (lower, raise, expected) => {
      const sat = (reading: number) =>
        satisfactionFrom(Math.max(-1, Math.min(1, (reading - 0.42) / 0.2)), disconfirm(reading, expected, 0.3, 1.5), 0.34, 0.46);
      const higher = lower + Math.abs(raise);
      expect(sat(higher)).toBeGreaterThanOrEqual(sat(lower));
      expect(Math.abs(sat(lower))).toBeLessThanOrEqual(1);
    }),
  );
});

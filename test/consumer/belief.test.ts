import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beliefSd, learn } from '../../sim/consumer/belief.ts';
import { BELIEF, PRECISION, ROW } from '../../sim/consumer/state.ts';

const believer = (mean: number, precision: number) => {
  const rows = new Float32Array(ROW);
  rows[BELIEF] = mean;
  rows[PRECISION] = precision;
  return rows;
};

const signals = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 2, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});

test('learning is the precision-weighted mean, whatever the order of the signals', () => {
  fc.assert(
    fc.property(signals, (heard) => {
      const one = believer(0.45, 1);
      const other = believer(0.45, 1);
      for (const [signal, precision] of heard) learn(one, 0, signal, precision, 1000);
      for (const [signal, precision] of heard.toReversed()) learn(other, 0, signal, precision, 1000);
      const precision = heard.reduce((sum, [, each]) => sum + each, 1);
      const mean = heard.reduce((sum, [signal, each]) => sum + signal * each, 0.45) / precision;
      expect(one[BELIEF]).toBeCloseTo(mean, 5);
      expect(one[PRECISION]).toBeCloseTo(precision, 4);
      expect(other[BELIEF]).toBeCloseTo(mean, 5);
    }),
  );
});

test('precision stops at its maximum, and the mean goes on moving', () => {
  const rows = believer(0.2, 15);
  learn(rows, 0, 0.8, 1, 15);
  expect(rows[PRECISION]).toBe(15);
  expect(rows[BELIEF]).toBeCloseTo(0.2 + 0.6 / 16, 6);
});

test('four times the precision is half the standard deviation', () => {
  expect(beliefSd(4, 0.25)).toBe(0.125);
});

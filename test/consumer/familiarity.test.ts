import { expect, test } from 'vitest';
import { keepFromHalfLife } from '../../sim/consumer/decay.ts';
import { makeFamiliar, recallProbability } from '../../sim/consumer/familiarity.ts';
import { FAMILIARITY, ROW } from '../../sim/consumer/state.ts';

test('contacts close a share of the gap each', () => {
  const rows = new Float32Array(ROW);
  for (let contact = 0; contact < 10; contact++) makeFamiliar(rows, 0, 0.06);
  expect(rows[FAMILIARITY]).toBeCloseTo(1 - 0.94 ** 10, 6);
});

test('a half-life is what it says', () => {
  expect(keepFromHalfLife(10) ** 10).toBeCloseTo(0.5, 12);
});

test('recall is smooth: a little familiarity recalls a little, and never less for more', () => {
  expect(recallProbability(0.08, 0.08)).toBe(0.5);
  expect(recallProbability(0, 0.08)).toBe(0);
  expect(recallProbability(0, 0)).toBe(1);
  const steps = Array.from({ length: 100 }, (_, at) => recallProbability((at + 1) / 100, 0.08) - recallProbability(at / 100, 0.08));
  expect(Math.min(...steps)).toBeGreaterThan(0);
  // No threshold: no hundredth of familiarity adds more than the first.
  expect(Math.max(...steps)).toBe(steps[0]);
});

import { expect, test } from 'vitest';
import { keepFromHalfLife } from '../../sim/consumer/decay.ts';
import { makeFamiliar, recallProbability, stillKnown } from '../../sim/consumer/familiarity.ts';
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

test('familiarity fades by half-lives down to what lasts, and no contact is invented', () => {
  const keep = keepFromHalfLife(10);
  const after = (weeks: number, lasting: number, floor = 0) => {
    let known = 0.8;
    for (let week = 0; week < weeks; week++) known = stillKnown(known, 0.8, keep, lasting, floor);
    return known;
  };
  expect(after(10, 0)).toBeCloseTo(0.4, 12);
  expect(after(10, 0.25)).toBeCloseTo(0.4, 12);
  expect(after(200, 0.25)).toBeCloseTo(0.2, 12);
  expect(after(200, 0.25, 0.6)).toBeCloseTo(0.6, 12);
  // Whoever knows less than the floor does not rise to it, and nothing unknown becomes known.
  expect(stillKnown(0.3, 0.3, keep, 0.5, 0.6)).toBe(0.3);
  expect(stillKnown(0, 0, keep, 0.5, 0)).toBe(0);
});

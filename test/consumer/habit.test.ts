import { expect, test } from 'vitest';
import { habitAfter } from '../../sim/consumer/habit.ts';

test('habit grows towards 1 with repetition, and one miss is harmless', () => {
  let habit = 0;
  for (let repetition = 0; repetition < 29; repetition++) habit = habitAfter(habit, true, 0.1, 0.8);
  expect(habit).toBeCloseTo(1 - 0.9 ** 29, 10);
  const missed = habitAfter(habit, false, 0.1, 0.8);
  expect(missed).toBeCloseTo(0.8 * habit, 12);
  expect(missed).toBeGreaterThan(0.7);
});

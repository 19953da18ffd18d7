import exp from '@stdlib/math-base-special-exp';
import { expect, test } from 'vitest';
import { shareProbability, talkProbability } from '../../sim/consumer/talk.ts';

test('talk is a U over satisfaction whose left arm is steeper', () => {
  const chance = (satisfaction: number) => talkProbability(satisfaction, 0.1, 1, 1.5, 1);
  expect(chance(0)).toBe(0.1);
  for (const s of [0.2, 0.5, 0.8]) {
    expect(chance(s)).toBeGreaterThan(chance(0));
    expect(chance(-s)).toBeGreaterThan(chance(s));
    expect((chance(-s) - 0.1) / (chance(s) - 0.1)).toBeCloseTo(1.5, 12);
  }
  expect(talkProbability(-0.5, 0.1, 1, 1.5, 0)).toBe(0);
});

test('a standard deviation of usefulness multiplies the odds of sharing as it did for articles', () => {
  const base = 0.02;
  const odds = (p: number) => p / (1 - p);
  for (const z of [-1, 0.5, 2]) expect(odds(shareProbability(base, exp(0.26 * z))) / odds(base)).toBeCloseTo(exp(0.26 * z), 10);
});

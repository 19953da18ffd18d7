import { expect, test } from 'vitest';
import { gumbel, perceivedRisk, reflexProbability, softmaxShare } from '../../sim/consumer/choice.ts';
import { drawUniform } from '../../sim/random/index.ts';
import { scenarioOf } from '../verify/market-laboratory.ts';

test('the greatest score plus Gumbel noise is chosen with the softmax probability', () => {
  const draws = 100_000;
  for (const [a, b, temperature] of [
    [0.5, 0.4, 0.08],
    [0.2, 0.5, 0.12],
    [0.3, 0.3, 1],
  ]) {
    let chosen = 0;
    for (let i = 0; i < draws; i++) {
      if (a / temperature + gumbel(drawUniform(1, 2, i, 0)) > b / temperature + gumbel(drawUniform(1, 2, i, 1))) chosen++;
    }
    const share = softmaxShare(a, b, temperature);
    expect(Math.abs(chosen / draws - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws) + 1e-9);
  }
});

test('the familiar and the habitual are chosen by reflex, a disappointment or an unusual price reopens reflection', () => {
  const gate = scenarioOf({}, 50).consumers.dualProcess;
  const chance = (familiarity: number, habit: number, disappointment: number, priceChange = 0) =>
    reflexProbability(familiarity, habit, disappointment, priceChange, gate);
  expect(chance(0.5, 0, 0)).toBeCloseTo(0.5, 12);
  expect(chance(0.8, 0, 0)).toBeGreaterThan(chance(0.5, 0, 0));
  expect(chance(0.5, 0.6, 0)).toBeGreaterThan(chance(0.5, 0, 0));
  expect(chance(0.5, 0.6, 1)).toBeLessThan(chance(0.5, 0, 0));
  expect(chance(0.9, 0.9, 0, 0.01)).toBeLessThan(chance(0.9, 0.9, 0));
  expect(chance(0.9, 0.9, 0, 0.1)).toBeLessThan(0.5);
});

test('trust and bond lower risk, and only the stronger of the two', () => {
  expect(perceivedRisk(0.4, 1.3, 0.25, 0, 0)).toBeCloseTo(0.13, 12);
  expect(perceivedRisk(0.4, 1.3, 0.25, 1, 0)).toBeCloseTo(0.065, 12);
  expect(perceivedRisk(0.4, 1.3, 0.25, 1, 1)).toBe(perceivedRisk(0.4, 1.3, 0.25, 0.3, 1));
});

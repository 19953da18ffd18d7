import { expect, test } from 'vitest';
import { knowledgeError, learnNeeds, NEEDS, uninformed } from '../../sim/brand/index.ts';
import { drawNormal } from '../../sim/random/index.ts';

const truth = Float64Array.from({ length: NEEDS }, (_, k) => (k < 4 ? [0.5, 0.1, 0.3, 0.1][k] : 0.3 - 0.06 * (k - 4)));
const lean = Float64Array.from({ length: NEEDS }, (_, k) => (k < 4 ? 0.25 : 0.1));
const spread = new Float64Array(NEEDS).fill(0.1);
const fresh = () => uninformed(1, 20, new Float64Array(10));

test('reading behaviour converges on the truth, asking on the truth mixed with what is desirable to say', () => {
  const read = fresh();
  const asked = fresh();
  for (let round = 0; round < 400; round++) {
    learnNeeds(read, 0, 1000, truth, 0, null, spread, 0.8, 1, 2, round);
    learnNeeds(asked, 0, 1000, truth, 0, lean, spread, 0.53, 3, 4, round);
  }
  for (let k = 0; k < NEEDS; k++) {
    expect(read.estimate[k]).toBeCloseTo(truth[k], 2);
    expect(asked.estimate[k]).toBeCloseTo(0.53 * truth[k] + 0.47 * lean[k], 2);
  }
  expect(knowledgeError(read, 0, truth, spread)).toBeLessThan(knowledgeError(asked, 0, truth, spread));
});

test('nobody asked, nothing learned; answers count by the square of their worth', () => {
  const knowledge = fresh();
  const before = knowledge.estimate.slice();
  learnNeeds(knowledge, 0, 0, truth, 0, null, spread, 0.8, 1, 2, 0);
  expect(knowledge.estimate).toEqual(before);
  learnNeeds(knowledge, 0, 100, truth, 0, null, spread, 0.8, 1, 2, 0);
  expect(knowledge.answers[0]).toBeCloseTo(20 + 64, 10);
});

test('answers move the estimate of their own tribe by their weight against those before, with the noise of their number', () => {
  const knowledge = uninformed(3, 20, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(Array.from(knowledge.estimate.subarray(NEEDS, 2 * NEEDS))).toEqual([0.25, 0.25, 0.25, 0.25, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const before = knowledge.estimate.slice();
  const truths = new Float64Array(3 * NEEDS);
  truths.set(truth, 2 * NEEDS);
  const spreads = Float64Array.from({ length: NEEDS }, (_, k) => 0.1 + 0.01 * k);
  learnNeeds(knowledge, 1, 50, truths, 2 * NEEDS, lean, spreads, 0.6, 7, 8, 9);
  const gain = (50 * 0.36) / (20 + 50 * 0.36);
  for (let k = 0; k < NEEDS; k++) {
    const noise = (spreads[k] * Math.sqrt(1 / 0.36 - 1) * drawNormal(7, 8, NEEDS + k, 9)) / Math.sqrt(50);
    const said = 0.6 * truth[k] + 0.4 * lean[k] + noise;
    expect(knowledge.estimate[NEEDS + k]).toBeCloseTo(before[NEEDS + k] + gain * (said - before[NEEDS + k]), 10);
    expect(knowledge.estimate[k]).toBe(before[k]);
    expect(knowledge.estimate[2 * NEEDS + k]).toBe(before[2 * NEEDS + k]);
  }
  expect(Array.from(knowledge.answers)).toEqual([20, 38, 20]);
  learnNeeds(knowledge, 1, 50, truths, 0, lean, spreads, 0, 7, 8, 9);
  expect(knowledge.answers[1]).toBe(38);
  expect(knowledge.researched).toBe(0);
});

test('an error is the root mean square of misses, each in units of the spread', () => {
  const knowledge = uninformed(2, 20, new Float64Array(10));
  const truths = knowledge.estimate.slice();
  for (let k = 0; k < NEEDS; k++) truths[NEEDS + k] += 0.1 * (k + 1);
  const spreads = Float64Array.from({ length: NEEDS }, (_, k) => 0.05 * (k + 1));
  expect(knowledgeError(knowledge, 0, truths, spreads)).toBe(0);
  expect(knowledgeError(knowledge, 1, truths, spreads)).toBeCloseTo(2, 10);
});

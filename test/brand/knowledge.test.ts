import { expect, test } from 'vitest';
import { knowledgeError, learnNeeds, NEEDS, uninformed } from '../../sim/brand/index.ts';

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

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conform, peerPull } from '../../sim/consumer/conformity.ts';
import { lineExperiment } from '../../sim/experiment/laboratory/line-experiment.ts';
import { FACE_RATINGS, ratingExperiment } from '../../sim/experiment/laboratory/rating-experiment.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { slopes } from '../verify/statistics.ts';

const view = fc.double({ min: -1, max: 1, noNaN: true });

test('a liked peer within reach attracts, one out of reach does nothing, a disliked one repels at any distance', () => {
  expect(peerPull(0.1, 0.5, 1, 0.6)).toBeCloseTo(0.4, 12);
  expect(peerPull(0.1, 0.5, 0.5, 0.6)).toBeCloseTo(0.2, 12);
  expect(peerPull(-0.5, 0.5, 1, 0.6)).toBe(0);
  expect(peerPull(-0.5, 0.5, -0.3, 0.6)).toBeCloseTo(-0.3, 12);
  expect(peerPull(0.2, 0.9, 0, 0.6)).toBe(0);
});

test('repeated steps end where Friedkin and Johnsen say they do', () => {
  fc.assert(
    fc.property(
      view,
      view,
      view,
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (start, peer, standing, weight, stubborn) => {
        let x = start;
        for (let step = 0; step < 600; step++) x += conform(x, standing, peerPull(x, peer, 1, 2), weight, stubborn);
        expect(x).toBeCloseTo((1 - stubborn) * peer + stubborn * standing, 6);
      },
    ),
  );
});

test('the rating laboratory finds no influence where there is none, and the weight where there is', () => {
  const people = (weight: number) => ({
    weight: Array<number>(40).fill(weight),
    stubbornness: Array<number>(40).fill(0),
    regard: Array<number>(40).fill(1),
  });
  const trials = (weight: number) =>
    ratingExperiment(people(weight), { faces: 150, confidence: 2, ...FACE_RATINGS }, keysFromSeed('fixed'));
  const controlled = (weight: number) => {
    const { first, feedback, second } = trials(weight);
    return slopes(second, feedback, first)[0];
  };
  const { first, feedback, second } = trials(0);
  const naive = slopes(
    second.map((rating, at) => rating - first[at]),
    feedback,
  )[0];
  expect(Math.abs(controlled(0))).toBeLessThan(0.02);
  expect(Math.abs(controlled(0.2) - 0.2)).toBeLessThan(0.03);
  // Regression to the mean alone looks like influence.
  expect(naive).toBeGreaterThan(0.08);
});

test('the line laboratory: nobody errs alone, a dissenter frees some', () => {
  const errors = (group: number, dissenters: number) =>
    lineExperiment({ participants: 400, trials: 12, group, dissenters, compliance: 0.35 }, keysFromSeed('fixed'));
  expect(errors(0, 0)).toBe(0);
  expect(errors(7, 0)).toBeCloseTo(0.35, 1);
  expect(errors(7, 1)).toBeLessThan(errors(7, 0));
  expect(errors(7, 7)).toBe(0);
});

import { conform, peerPull } from '../../consumer/conformity.ts';
import { clamp } from '../../consumer/decay.ts';
import { deriveKeys, drawInteger, drawNormal, type Keys } from '../../random/index.ts';

/** Ratings run from 1 to 8; the middle is an affect of 0, the ends are -1 and 1. */
const LOWEST = 1;
const HIGHEST = 8;
const MIDDLE = 4.5;
const POINTS = 3.5;

/** How far the group's rating lies from one's own first one, where the scale has room for it. */
const FEEDBACK = [-3, -2, 0, 2, 3];

/** Who takes part, one entry a participant. */
export interface RatingParticipants {
  /** Share of the gap closed per exposure and kept. */
  readonly weight: ArrayLike<number>;
  readonly stubbornness: ArrayLike<number>;
  /** Regard for the group whose ratings are shown. */
  readonly regard: ArrayLike<number>;
}

export interface RatingSettings {
  readonly faces: number;
  /** Affect beyond which a regarded group's view is ignored. */
  readonly confidence: number;
  /** Mean and standard deviation of true views, and standard deviation of the noise of one rating, in scale points. */
  readonly mean: number;
  readonly spread: number;
  readonly noise: number;
}

/**
 * True views and rating noise of the face-rating experiments: test-retest correlation .61-.69 and a standard deviation of the change of
 * 1.39-1.60 without any feedback (Simonsen et al. 2019 and two student samples).
 */
export const FACE_RATINGS = { mean: 5, spread: 1.65, noise: 1.08 } as const;

/** One row a trial, in scale points. */
export interface RatingTrials {
  readonly first: Float64Array;
  readonly feedback: Float64Array;
  readonly second: Float64Array;
}

/**
 * Laboratory of Klucharev et al. 2009 (10.1016/j.neuron.2008.11.027): rate a face from 1 to 8, see the group's rating, rate again later.
 * Both ratings are noisy readings of the private view, so that regression to the mean is there to be controlled; between them the view
 * moves by the model's own conformity step, once, with the standing view as it was before the experiment.
 */
export function ratingExperiment(people: RatingParticipants, settings: RatingSettings, keys: Keys): RatingTrials {
  const { faces, confidence, mean, spread, noise } = settings;
  const trials = people.weight.length * faces;
  const first = new Float64Array(trials);
  const feedback = new Float64Array(trials);
  const second = new Float64Array(trials);
  const view = deriveKeys(keys, 1);
  const slip = deriveKeys(keys, 2);
  const shown = deriveKeys(keys, 3);
  for (let i = 0; i < people.weight.length; i++) {
    for (let face = 0; face < faces; face++) {
      const at = i * faces + face;
      const x = clamp((mean + spread * drawNormal(view.k0, view.k1, i, face) - MIDDLE) / POINTS, -1, 1);
      first[at] = rate(x, noise * drawNormal(slip.k0, slip.k1, i, 2 * face));
      const possible = FEEDBACK.filter((gap) => first[at] + gap >= LOWEST && first[at] + gap <= HIGHEST);
      feedback[at] = possible[drawInteger(shown.k0, shown.k1, i, face, possible.length)];
      const group = (first[at] + feedback[at] - MIDDLE) / POINTS;
      const pull = peerPull(x, group, people.regard[i], confidence);
      const after = clamp(x + conform(x, x, pull, people.weight[i], people.stubbornness[i]), -1, 1);
      second[at] = rate(after, noise * drawNormal(slip.k0, slip.k1, i, 2 * face + 1));
    }
  }
  return { first, feedback, second };
}

function rate(view: number, slip: number): number {
  return clamp(Math.round(MIDDLE + POINTS * view + slip), LOWEST, HIGHEST);
}

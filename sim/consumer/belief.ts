import { mechanism, real } from '../parameter/index.ts';
import { BELIEF, PRECISION } from './state.ts';

const ERDEM = 'form: Erdem & Keane 1996, 10.1287/mksc.15.1.1; size assumed [x.5, x2]';

export const belief = mechanism(
  'People learn what a brand would do for them from signals, each weighed by its precision (Bayes).',
  {
    weight: real(1, [0.5, 1.5], 'factor', 'weight of every signal', 'assumption', [0, 5]),
    priorMean: real(0.45, [0.35, 0.5], 'progress', 'progress expected of an unknown brand', 'assumption', [0, 1]),
    scale: real(0.25, [0.15, 0.35], 'progress', 'standard deviation of the prior belief', 'assumption', [0.01, 1]),
    fade: real(0.02, [0.005, 0.05], 'share a week', "how fast precision fades towards the prior's", 'assumption', [0, 1]),
    maximum: real(
      15,
      [8, 30],
      'prior precisions',
      'greatest precision a belief can reach, so that beliefs never freeze',
      'assumption',
      [1, 1000],
    ),
    use: real(1, [0.5, 2], 'prior variances', "variance of one's own use", ERDEM, [0.01, 1000]),
    friend: real(1, [1, 4], 'prior variances', "variance of a friend's experience", ERDEM, [0.01, 1000]),
    content: real(2.5, [1.2, 5], 'prior variances', 'variance of helpful content', ERDEM, [0.01, 1000]),
    review: real(4, [2, 8], 'prior variances', "variance of a stranger's review", ERDEM, [0.01, 1000]),
    advertisement: real(9, [4.5, 18], 'prior variances', 'variance of an advertisement', ERDEM, [0.01, 1000]),
    repetition: real(0.1, [0, 0.5], 'per exposure', 'how fast a repeated claim of one source loses weight', 'assumption', [0, 10]),
  },
  { weight: 0 },
);

/**
 * Bayes for one signal y of precision weight / variance: 1/s2' = 1/s2 + w/v, m' = (m/s2 + y w/v) s2'
 * (Erdem & Keane 1996). Precision stops at `maximum`, the mean still moves by the same share, which
 * is returned.
 */
export function learn(rows: Float32Array, row: number, signal: number, precision: number, maximum: number): number {
  const before = rows[row + PRECISION];
  const after = before + precision;
  const gain = precision / after;
  rows[row + BELIEF] += gain * (signal - rows[row + BELIEF]);
  rows[row + PRECISION] = after > maximum ? maximum : after;
  return gain;
}

/** Standard deviation of a belief in units of progress. */
export function beliefSd(precision: number, scale: number): number {
  return scale / Math.sqrt(precision);
}

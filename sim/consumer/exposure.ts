import { mechanism, real } from '../parameter/index.ts';
import { clamp } from './decay.ts';
import { EXPOSURE, ROW } from './state.ts';

/** Liking by exposure and its wear-out; the heart also drifts towards what the head believes. */
export const exposure = mechanism(
  'Attended contacts are liked a little, less and less with repetition, and in the end disliked (inverted U).',
  {
    gain: real(
      0.02,
      [0.005, 0.05],
      'affect',
      'affect from a first attended contact',
      'Montoya et al. 2017, 10.1037/bul0000085; size assumed',
      [0, 1],
    ),
    wearOutPeak: real(
      10,
      [3, 15],
      'exposures',
      'exposure stock at which a further contact adds nothing',
      'Schmidt & Eisend 2015, 10.1080/00913367.2015.1018460',
      [0.5, 1000],
    ),
    floor: real(-0.5, [-1, 0], 'share of gain', 'worst effect of a worn-out contact', 'assumption', [-1, 1]),
    keep: real(
      0.9,
      [0.8, 0.94],
      'share a week',
      'exposure stock kept from week to week',
      'Shapiro et al. 2021, 10.3982/ECTA17674 (carry-over .9)',
      [0, 0.999],
    ),
    drift: real(
      0.1,
      [0.005, 0.1],
      'share a week',
      'drift of affect towards what is believed',
      'fit with the elasticities of advertising: effects carry over at about .9 a week (Shapiro et al. 2021, 10.3982/ECTA17674)',
      [0, 1],
    ),
    driftScale: real(0.5, [0.25, 1], 'progress', 'advantage in believed progress that is liked fully', 'assumption', [0.01, 10]),
  },
  { gain: 0 },
);

/**
 * One more attended contact: exposure stock +1, affect by
 * gain * clamp(1 - n / peak, floor, 1) * calm * (1 - x) * strength.
 */
export function expose(
  rows: Float32Array,
  affect: Float32Array,
  pair: number,
  gain: number,
  wearOutPeak: number,
  floor: number,
  calmShare: number,
  strength: number,
): void {
  const stock = rows[pair * ROW + EXPOSURE] + 1;
  rows[pair * ROW + EXPOSURE] = stock;
  const x = affect[pair];
  const change = gain * clamp(1 - stock / wearOutPeak, floor, 1) * calmShare * (1 - x) * strength;
  affect[pair] = clamp(x + change, -1, 1);
}

/** Where affect drifts to: the believed advantage over the standard, in units of `scale`, and what is liked of the brand's values. */
export function restingAffect(belief: number, standard: number, scale: number, likedValues: number): number {
  return clamp((belief - standard) / scale + likedValues, -1, 1);
}

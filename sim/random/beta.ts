import exp from '@stdlib/math-base-special-exp';
import { drawLnGamma, GAMMA_INDICES } from './gamma.ts';

/** Indices that one beta variate may consume: variate `index` reads [128 index, 128 index + 128) of its (keys, consumer). */
export const BETA_INDICES = 2 * GAMMA_INDICES;

/**
 * Beta variate with parameters a, b > 0: mean a / (a + b). The ratio of two gamma variates, taken in logarithms so that tiny parameters give
 * values near 0 or 1 and not 0 / 0. Index in [0, 2^25).
 */
export function drawBeta(k0: number, k1: number, consumer: number, index: number, a: number, b: number): number {
  const lnX = drawLnGamma(k0, k1, consumer, 2 * index, a);
  const lnY = drawLnGamma(k0, k1, consumer, 2 * index + 1, b);
  return 1 / (1 + exp(lnY - lnX));
}

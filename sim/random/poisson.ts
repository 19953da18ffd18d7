import exp from '@stdlib/math-base-special-exp';
import { deviance, stirlingError } from './saddle-point.ts';
import { drawUniform } from './uniform.ts';

const TWO_PI = 6.283185307179586;

/** From this mean on the search starts at the mode. */
const LARGE_MEAN = 24;

/**
 * Smallest k with P(X <= k) >= u for X Poisson with the given mean >= 0; u in (0, 1). Exact inversion of one uniform at every mean, so it is
 * monotone in u and in the mean. The search starts at 0 for small means and at the mode for large ones: about 9 sqrt(mean) steps.
 */
export function poissonQuantile(u: number, mean: number): number {
  return mean < LARGE_MEAN ? fromZero(u, mean) : fromMode(u, mean);
}

function fromZero(u: number, mean: number): number {
  let k = 0;
  let probability = exp(-mean);
  let cumulated = probability;
  // The last condition ends the search if rounding keeps the sum just below u.
  while (cumulated < u && probability > 1e-30) {
    k++;
    probability *= mean / k;
    cumulated += probability;
  }
  return k;
}

function fromMode(u: number, mean: number): number {
  let k = Math.floor(mean);
  let probability = exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(TWO_PI * k);
  let cumulated = 0;
  let term = probability;
  for (let j = k; term > 1e-18; j--) {
    cumulated += term;
    term *= j / mean;
  }
  if (cumulated < u) {
    while (cumulated < u && probability > 1e-30) {
      k++;
      probability *= mean / k;
      cumulated += probability;
    }
    return k;
  }
  while (k > 0 && cumulated - probability >= u) {
    cumulated -= probability;
    probability *= k / mean;
    k--;
  }
  return k;
}

/** Poisson count with the given mean >= 0. One draw. */
export function drawPoisson(k0: number, k1: number, consumer: number, index: number, mean: number): number {
  return poissonQuantile(drawUniform(k0, k1, consumer, index), mean);
}

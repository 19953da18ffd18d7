import exp from '@stdlib/math-base-special-exp';
import { drawNormal } from './normal.ts';

/** Lognormal with the given mean (> 0, of the variable itself) and sigma (>= 0, standard deviation of its logarithm). One draw. */
export function drawLognormal(k0: number, k1: number, consumer: number, index: number, mean: number, sigma: number): number {
  return mean * exp(sigma * (drawNormal(k0, k1, consumer, index) - 0.5 * sigma));
}

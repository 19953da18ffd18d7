import exp from '@stdlib/math-base-special-exp';
import { lnComplement } from './log-complement.ts';
import { deviance, stirlingError } from './saddle-point.ts';
import { drawUniform } from './uniform.ts';

const TWO_PI = 6.283185307179586;

/** From this mean on the search starts at the mode. */
const LARGE_MEAN = 24;

/**
 * Smallest k with P(X <= k) >= u for X binomial: n >= 0 trials (an integer) of probability p in [0, 1]; u in (0, 1). Exact inversion of one
 * uniform, monotone in u, n and p. About 9 sqrt(n p (1 - p)) steps when the mean is large.
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (p > 0.5) return n - smallSide(1 - u, n, 1 - p);
  return smallSide(u, n, p);
}

/** p <= 1/2. */
function smallSide(u: number, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  return n * p < LARGE_MEAN ? fromZero(u, n, p) : fromMode(u, n, p);
}

function fromZero(u: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let k = 0;
  let probability = exp(n * lnComplement(p));
  let cumulated = probability;
  // The last condition ends the search if rounding keeps the sum just below u.
  while (cumulated < u && k < n && probability > 1e-30) {
    probability *= (odds * (n - k)) / (k + 1);
    k++;
    cumulated += probability;
  }
  return k;
}

function fromMode(u: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let k = Math.floor(n * p);
  const rest = n - k;
  const exponent = stirlingError(n) - stirlingError(k) - stirlingError(rest) - deviance(k, n * p) - deviance(rest, n * (1 - p));
  let probability = exp(exponent) * Math.sqrt(n / (TWO_PI * k * rest));
  let cumulated = 0;
  let term = probability;
  for (let j = k; term > 1e-18; j--) {
    cumulated += term;
    term *= j / (odds * (n - j + 1));
  }
  if (cumulated < u) {
    while (cumulated < u && k < n && probability > 1e-30) {
      probability *= (odds * (n - k)) / (k + 1);
      k++;
      cumulated += probability;
    }
    return k;
  }
  while (k > 0 && cumulated - probability >= u) {
    cumulated -= probability;
    probability *= k / (odds * (n - k + 1));
    k--;
  }
  return k;
}

/** Number of successes in n >= 0 independent trials of probability p in [0, 1]. One draw. */
export function drawBinomial(k0: number, k1: number, consumer: number, index: number, n: number, p: number): number {
  return binomialQuantile(drawUniform(k0, k1, consumer, index), n, p);
}

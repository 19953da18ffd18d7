import ln from '@stdlib/math-base-special-ln';

/**
 * The parts of Loader's saddle-point expansion, which gives Poisson and binomial probabilities to full precision where a quotient of
 * factorials would overflow or cancel: C. Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */

/** ln n! minus Stirling's approximation to it; n >= 16, where the series is good to 1e-16. */
export function stirlingError(n: number): number {
  const s = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - s / 1188) * s) * s) * s) / n;
}

/** Deviance part x ln(x / m) + m - x, for x and m both positive; by series where x is near m and the sum would cancel. */
export function deviance(x: number, m: number): number {
  const gap = x - m;
  const v = gap / (x + m);
  if (Math.abs(v) >= 0.1) return x * ln(x / m) + m - x;
  let sum = gap * v;
  let term = 2 * x * v;
  const square = v * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

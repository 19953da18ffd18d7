import ln from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';
import type { Stream } from '../../random/index.ts';

/** Density proportional to x^-exponent on [low, high], 0 < low <= high. */
export interface PowerLaw {
  readonly exponent: number;
  readonly low: number;
  readonly high: number;
}

/** Integral of x^power from low to high. */
function integral(power: number, low: number, high: number): number {
  const p = power + 1;
  return p > -1e-9 && p < 1e-9 ? ln(high / low) : (pow(high, p) - pow(low, p)) / p;
}

export function powerLawMean({ exponent, low, high }: PowerLaw): number {
  if (low === high) return low;
  // Clamped, because the quotient loses digits where the ends nearly meet.
  return Math.min(high, Math.max(low, integral(1 - exponent, low, high) / integral(-exponent, low, high)));
}

/** Quantile function, u in [0, 1]. */
export function powerLawQuantile({ exponent, low, high }: PowerLaw, u: number): number {
  const p = 1 - exponent;
  const x = p > -1e-9 && p < 1e-9 ? low * pow(high / low, u) : pow((1 - u) * pow(low, p) + u * pow(high, p), 1 / p);
  return Math.min(high, Math.max(low, x));
}

/** The power law with this exponent and upper end whose mean is `mean`, at most `high`: by bisection on its lower end. */
export function powerLawWithMean(exponent: number, mean: number, high: number): PowerLaw {
  let below = 1e-9;
  let above = high;
  for (let step = 0; step < 80; step++) {
    const low = (below + above) / 2;
    if (powerLawMean({ exponent, low, high }) < mean) below = low;
    else above = low;
  }
  return { exponent, low: above, high };
}

/**
 * Whole numbers from a power law, one from each of n equally probable slices, in random order: the tail of every draw has the
 * law's own weight, so that small networks do not depend on one lucky giant. Rounded at random, which keeps the mean.
 */
export function drawPowerLaw(law: PowerLaw, n: number, stream: Stream): Uint32Array {
  const values = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const x = powerLawQuantile(law, (i + stream.uniform()) / n);
    values[i] = Math.min(Math.floor(law.high), Math.floor(x + stream.uniform()));
  }
  return stream.shuffle(values);
}

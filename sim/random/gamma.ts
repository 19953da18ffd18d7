import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { lnUniform } from './log-uniform.ts';
import { drawNormal } from './normal.ts';
import { drawUniform } from './uniform.ts';

/**
 * Indices that one gamma variate may consume: variate `index` reads [64 index, 64 index + 64) of its (keys, consumer) and nothing else, so
 * variates never overlap for index in [0, 2^26). Do not mix them with other draws of the same keys and consumer.
 */
export const GAMMA_INDICES = 64;

/** The last of the indices, kept for the power that carries shape + 1 to a shape below 1; two are for each attempt. */
const POWER_INDEX = GAMMA_INDICES - 1;

/**
 * Natural logarithm of a gamma variate of unit scale, shape > 0: Marsaglia & Tsang (2000), ACM TOMS 26(3):363-372,
 * doi:10.1145/358407.358414. An attempt succeeds with probability above 0.95, so thirty-one all fail once in 10^40; then the value is the
 * mode. The logarithm does not underflow for tiny shapes, where the variate itself does.
 */
export function drawLnGamma(k0: number, k1: number, consumer: number, index: number, shape: number): number {
  const first = index * GAMMA_INDICES;
  if (shape >= 1) return ln(atLeastOne(k0, k1, consumer, first, shape));
  return ln(atLeastOne(k0, k1, consumer, first, shape + 1)) + lnUniform(drawUniform(k0, k1, consumer, first + POWER_INDEX)) / shape;
}

/** Gamma variate with shape > 0 and scale > 0: mean shape x scale, variance shape x scale^2. Consumes GAMMA_INDICES indices. */
export function drawGamma(k0: number, k1: number, consumer: number, index: number, shape: number, scale: number): number {
  if (shape >= 1) return scale * atLeastOne(k0, k1, consumer, index * GAMMA_INDICES, shape);
  return scale * exp(drawLnGamma(k0, k1, consumer, index, shape));
}

function atLeastOne(k0: number, k1: number, consumer: number, first: number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let at = first; at < first + POWER_INDEX - 1; at += 2) {
    const x = drawNormal(k0, k1, consumer, at);
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = drawUniform(k0, k1, consumer, at + 1);
    const square = x * x;
    if (u < 1 - 0.0331 * square * square || lnUniform(u) < 0.5 * square + d * (1 - v + ln(v))) return d * v;
  }
  return d;
}

import exp from '@stdlib/math-base-special-exp';
import { drawLnGamma } from './gamma.ts';

/**
 * Dirichlet variate: writes alpha.length shares that add up to 1 into `out` from `offset` on. Every alpha > 0; the mean of share i is
 * alpha[i] / sum(alpha). Gamma variates divided by their sum, in logarithms so that tiny alphas do not underflow to 0 / 0.
 * With m = alpha.length it reads the indices [64 m index, 64 m (index + 1)) of (keys, consumer).
 */
export function drawDirichletInto(
  k0: number,
  k1: number,
  consumer: number,
  index: number,
  alpha: ArrayLike<number>,
  out: Float64Array | Float32Array | number[],
  offset = 0,
): void {
  const m = alpha.length;
  let highest = -Infinity;
  for (let i = 0; i < m; i++) {
    const value = drawLnGamma(k0, k1, consumer, index * m + i, alpha[i]);
    out[offset + i] = value;
    if (value > highest) highest = value;
  }
  let total = 0;
  for (let i = 0; i < m; i++) {
    // A Float32Array may have rounded the highest value up a little: no matter, all are divided by the same total.
    const share = exp(out[offset + i] - highest);
    out[offset + i] = share;
    total += share;
  }
  for (let i = 0; i < m; i++) out[offset + i] /= total;
}

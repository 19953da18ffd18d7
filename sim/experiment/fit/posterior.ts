import { deriveKeys, drawNormal, drawUniform, type Keys, lnUniform } from '../../random/index.ts';
import { cholesky, moments } from './matrix.ts';

const FIRST_STEP = 0.05;

/** Draws from a distribution over the unit box, of equal weight. */
export type Draws = readonly Float64Array[];

/**
 * Draws from a density on the unit box by random-walk Metropolis whose steps learn the covariance of what was seen (Haario, Saksman &
 * Tamminen 2001, 10.2307/3318737). The first half, in which the steps are learned, is left out; the rest is thinned to `draws`.
 *
 * @param logDensity up to a constant; -Infinity where there is nothing
 */
export function sampleDensity(
  logDensity: (place: Float64Array) => number,
  start: Float64Array,
  { draws = 400, thin = 10, keys }: { draws?: number; thin?: number; keys: Keys },
): Draws {
  const n = start.length;
  const { k0, k1 } = deriveKeys(keys, 1);
  const learning = draws * thin;
  const seen: Float64Array[] = [];
  const kept: Float64Array[] = [];
  let now = start.slice();
  let density = logDensity(now);
  let lower: Float64Array[] = Array.from(start, (_, d) => new Float64Array(n).fill(FIRST_STEP, d, d + 1));
  for (let step = 0; step < 2 * learning; step++) {
    const normals = now.map((_, d) => drawNormal(k0, k1, step, d));
    const proposed = now.map((x, d) => lower[d].reduce((sum, l, k) => sum + l * normals[k], x));
    if (proposed.every((x) => x >= 0 && x <= 1)) {
      const other = logDensity(proposed);
      if (lnUniform(drawUniform(k0, k1, step, n)) < other - density) {
        now = proposed;
        density = other;
      }
    }
    if (step >= learning) {
      if ((step - learning + 1) % thin === 0) kept.push(now);
      continue;
    }
    seen.push(now);
    if (step % 100 === 99) {
      const recent = seen.slice(Math.floor(seen.length / 2));
      const { covariance } = moments(recent, new Float64Array(recent.length).fill(1 / recent.length));
      const scaled = covariance.map((row, i) => row.map((value, j) => (value * 5.66) / n + (i === j ? 1e-6 : 0)));
      lower = cholesky(scaled) ?? lower;
    }
  }
  return kept;
}

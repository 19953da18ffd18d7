import type { Keys } from '../../random/index.ts';
import { SOBOL_DIMENSIONS, SobolSequence } from './sobol-sequence.ts';

/** A Saltelli sample takes two Sobol dimensions a factor. */
export const SALTELLI_FACTORS = Math.floor(SOBOL_DIMENSIONS / 2);

/**
 * The sample of Saltelli et al. (2010, doi:10.1016/j.cpc.2009.09.018) from a scrambled Sobol sequence: for each base point the row A, then for
 * every factor i the row A with column i of B, then the row B. points x (factors + 2) rows.
 */
export function saltelliSample(points: number, factors: number, keys: Keys): Float64Array[] {
  const sequence = new SobolSequence(2 * factors, keys);
  const rows: Float64Array[] = [];
  for (let point = 0; point < points; point++) {
    const both = sequence.next();
    const a = both.slice(0, factors);
    const b = both.slice(factors);
    rows.push(a);
    for (let factor = 0; factor < factors; factor++) {
      const mixed = a.slice();
      mixed[factor] = b[factor];
      rows.push(mixed);
    }
    rows.push(b);
  }
  return rows;
}

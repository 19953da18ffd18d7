import { deriveKeys, drawBits, type Keys } from '../../random/index.ts';
import { DIRECTION_SEEDS } from './joe-kuo.ts';

/** The most dimensions that the direction numbers serve. */
export const SOBOL_DIMENSIONS = DIRECTION_SEEDS.length + 1;

const BITS = 32;
const SCALE = 1 / 4294967296;

/**
 * Sobol's low-discrepancy sequence (1967, doi:10.1016/0041-5553(67)90144-9) in Gray code order, direction numbers of Joe & Kuo (2008).
 * `next()` gives one point after another, at most 2^32.
 *
 * With keys it is scrambled as Owen (1995, doi:10.1007/978-1-4612-2552-2_19) described: bit by bit, each flip decided by all bits before it.
 * A scrambled point is uniform in (0, 1)^d by itself, and every block of 2^m points keeps its balance. Without keys the first point is 0.
 */
export class SobolSequence {
  readonly dimensions: number;
  readonly #directions: readonly Uint32Array[];
  readonly #scrambles: readonly Keys[] | null;
  readonly #state: Uint32Array;
  #index = 0;

  /** @throws RangeError outside 1 to SOBOL_DIMENSIONS dimensions */
  constructor(dimensions: number, keys: Keys | null) {
    if (!(dimensions >= 1 && dimensions <= SOBOL_DIMENSIONS)) throw new RangeError(`Sobol points have 1 to ${SOBOL_DIMENSIONS} dimensions`);
    this.dimensions = dimensions;
    this.#directions = Array.from({ length: dimensions }, (_, d) => directionNumbers(d));
    this.#scrambles = keys && Array.from({ length: dimensions }, (_, d) => deriveKeys(keys, d));
    this.#state = new Uint32Array(dimensions);
  }

  next(): Float64Array {
    if (this.#index > 0) {
      const bit = trailingZeros(this.#index);
      for (let d = 0; d < this.dimensions; d++) this.#state[d] ^= this.#directions[d][bit];
    }
    this.#index++;
    return Float64Array.from(this.#state, (x, d) =>
      this.#scrambles === null ? x * SCALE : (scrambled(x, this.#scrambles[d]) + 0.5) * SCALE,
    );
  }
}

function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}

function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, bit) => 1 << (BITS - 1 - bit));
  const { degree, coefficients, initial } = DIRECTION_SEEDS[dimension - 1];
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      v[bit] = initial[bit] << (BITS - 1 - bit);
      continue;
    }
    let number = v[bit - degree] ^ (v[bit - degree] >>> degree);
    for (let k = 1; k < degree; k++) if ((coefficients >>> (degree - 1 - k)) & 1) number ^= v[bit - k];
    v[bit] = number;
  }
  return v;
}

function scrambled(x: number, { k0, k1 }: Keys): number {
  let result = x;
  for (let bit = 0; bit < BITS; bit++) {
    const before = bit === 0 ? 0 : x >>> (BITS - bit);
    if (drawBits(k0, k1, before, bit) & 1) result ^= 1 << (BITS - 1 - bit);
  }
  return result >>> 0;
}

import { drawBits } from './bits.ts';
import type { Keys } from './keys.ts';
import { normalQuantile } from './normal.ts';

const SCALE = 1 / 4294967296;

/** Arrays that `Stream.shuffle` can reorder. */
export type Shuffled = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float32Array | Float64Array | number[];

/**
 * A sequence of draws, for set-up code that runs in one fixed order, such as graph generation. Draw i of a stream is a pure function of
 * (keys, i). Mechanisms that run in the week draw by consumer and index instead, so that their luck does not depend on the order of events.
 * Give every stream keys of its own; the period is 2^64.
 */
export class Stream {
  // Numbers from the start, never undefined, so that engines keep them unboxed.
  private readonly k0: number = 0;
  private readonly k1: number = 0;
  private low = 0;
  private high = 0;

  constructor(keys: Keys) {
    this.k0 = keys.k0;
    this.k1 = keys.k1;
  }

  /** 32 random bits, in [0, 2^32). */
  bits(): number {
    const low = this.low;
    this.low = (low + 1) | 0;
    if (low === -1) this.high = (this.high + 1) | 0;
    return drawBits(this.k0, this.k1, low, this.high);
  }

  /** Uniform on the open interval (0, 1). */
  uniform(): number {
    return (this.bits() + 0.5) * SCALE;
  }

  /** Uniform integer in [0, n), n in [1, 2^32], without bias: Lemire (2019), ACM TOMACS 29(1):3, doi:10.1145/3230636. */
  integer(n: number): number {
    const bits = this.bits();
    const low = Math.imul(bits, n) >>> 0;
    return low < n ? this.unbiased(n, bits) : highWord(bits, low, n);
  }

  /** The rare case, kept apart so that the common one is inlined: low words below 2^32 mod n would favour some values, and are redrawn. */
  private unbiased(n: number, first: number): number {
    const biased = 4294967296 % n;
    let bits = first;
    let low = Math.imul(bits, n) >>> 0;
    while (low < biased) {
      bits = this.bits();
      low = Math.imul(bits, n) >>> 0;
    }
    return highWord(bits, low, n);
  }

  /** Standard normal. */
  normal(): number {
    return normalQuantile(this.uniform());
  }

  /** Puts the elements into a uniformly random order, in place (Fisher and Yates); returns the array. */
  shuffle<T extends Shuffled>(array: T): T {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const value = array[i];
      array[i] = array[j];
      array[j] = value;
    }
    return array;
  }
}

/** High word of the 64-bit product bits x n. The product of doubles is off by less than 2^12, the quotient thus by less than 2^-20. */
function highWord(bits: number, low: number, n: number): number {
  return ((bits * n - low) * SCALE + 0.5) >>> 0;
}

import seedrandom from 'seedrandom';

/** Two signed 32-bit words that select one stream of draws. */
export interface Keys {
  readonly k0: number;
  readonly k1: number;
}

/** Turns any seed text into keys. Equal texts give equal keys on every engine. */
export function keysFromSeed(seed: string): Keys {
  const generator = seedrandom(seed);
  return { k0: generator.int32(), k1: generator.int32() };
}

/** Keys of a sub-stream, for example (purpose, week) or (replicate, purpose). */
export function deriveKeys(keys: Keys, a: number, b = 0): Keys {
  return { k0: drawBits(keys.k0, keys.k1, a, b) | 0, k1: drawBits(keys.k1 ^ 0x5bd1e995, keys.k0, b, a) | 0 };
}

/**
 * 32 random bits for (consumer, index) under keys: the permutation pcg3d of Jarzynski & Olano (2020, JCGT 9(3):20-38)
 * over (consumer, index xor k0, k1), whose last word has the best quality.
 */
export function drawBits(k0: number, k1: number, consumer: number, index: number): number {
  let x = (Math.imul(consumer, 1664525) + 1013904223) | 0;
  let y = (Math.imul(index ^ k0, 1664525) + 1013904223) | 0;
  let z = (Math.imul(k1, 1664525) + 1013904223) | 0;
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  return z >>> 0;
}

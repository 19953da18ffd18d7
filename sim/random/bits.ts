/**
 * 32 random bits for (consumer, index) under keys, a pure function: no state, so any draw can be asked for in any order by any worker.
 *
 * The permutation pcg3d of Jarzynski & Olano (2020), "Hash functions for GPU rendering", JCGT 9(3):20-38, over the words
 * (consumer, index xor k0, k1), and the multiply-xorshift end of a 32-bit hash. pcg3d alone lets a word's high bits reach only the high bits
 * of the result: its lowest bit is the same for consumers 0 and 131072. The end carries the high half, which depends on everything, down.
 * `docs/random.md` shows the tests. Words are taken modulo 2^32; the result is in [0, 2^32).
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
  z = Math.imul(z ^ (z >>> 16), 0x7feb352d);
  return (z ^ (z >>> 15)) >>> 0;
}

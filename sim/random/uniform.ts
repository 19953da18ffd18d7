import { drawBits } from './bits.ts';

const SCALE = 1 / 4294967296;

/** Uniform on the open interval (0, 1): the middle of one of 2^32 equal cells, so that neither 0 nor 1 comes out and 1 - u is exact. */
export function drawUniform(k0: number, k1: number, consumer: number, index: number): number {
  return (drawBits(k0, k1, consumer, index) + 0.5) * SCALE;
}

/**
 * Uniform integer in [0, n), n in [1, 2^31], from one draw. The probabilities of two values differ by at most 2^-32; where that matters
 * (n in the millions and billions of draws) use `Stream.integer`, which redraws.
 */
export function drawInteger(k0: number, k1: number, consumer: number, index: number, n: number): number {
  return Math.floor(drawUniform(k0, k1, consumer, index) * n);
}

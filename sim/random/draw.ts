import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { drawBits } from './bits.ts';

const SCALE = 1 / 4294967296;

/** Uniform on the open interval (0, 1), 32 bits of resolution. */
export function drawUniform(k0: number, k1: number, consumer: number, index: number): number {
  return (drawBits(k0, k1, consumer, index) + 0.5) * SCALE;
}

/** Standard normal by inversion: one draw, monotone in the uniform, so that common random numbers stay common. */
export function drawNormal(k0: number, k1: number, consumer: number, index: number): number {
  return normalQuantile(drawUniform(k0, k1, consumer, index), 0, 1);
}

import { lnComplement } from './log-complement.ts';
import { lnUniform } from './log-uniform.ts';
import { drawUniform } from './uniform.ts';

/**
 * Failures before the next success, from a uniform u in (0, 1) and `lnComplement(p)`, which a loop computes once. Falls as u grows.
 * Infinity when p is 0.
 *
 * Skips through Bernoulli trials: start at `i = skip`, then `i += skip + 1` until past the end, with a fresh uniform each time. p must be the
 * same in all arms of a comparison (a bound), the hits thinned by the consumer's own draw, or the arms lose their common luck.
 */
export function geometricSkip(u: number, lnFailure: number): number {
  return lnFailure === 0 ? Infinity : Math.floor(lnUniform(u) / lnFailure);
}

/**
 * Failures before the next success, each trial succeeding with probability p in [0, 1]. One draw. As the uniform has 32 bits, probabilities
 * are exact to about 2^-32 / p relative: good for p down to 1e-7.
 */
export function drawSkip(k0: number, k1: number, consumer: number, index: number, p: number): number {
  return geometricSkip(drawUniform(k0, k1, consumer, index), lnComplement(p));
}

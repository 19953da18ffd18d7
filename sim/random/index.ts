/**
 * Randomness as a pure function: a draw depends on (seed, purpose, week, consumer, index) and on nothing that happened before.
 *
 *   const run = keysFromSeed('any text');
 *   const { k0, k1 } = deriveKeys(run, PURPOSE.attention, week);
 *   drawUniform(k0, k1, consumer, index);
 *
 * Draws take one index each, except gamma, beta and Dirichlet, which say how many. Functions named quantile or taking `u` invert a uniform
 * that the caller already has. Arguments are trusted. `docs/random.md` has the design, the tests and the limits.
 */
export { BETA_INDICES, drawBeta } from './beta.ts';
export { binomialQuantile, drawBinomial } from './binomial.ts';
export { drawBits } from './bits.ts';
export { drawDirichletInto } from './dirichlet.ts';
export { drawGamma, drawLnGamma, GAMMA_INDICES } from './gamma.ts';
export { drawSkip, geometricSkip } from './geometric.ts';
export { deriveKeys, type Keys, keysFromSeed } from './keys.ts';
export { lnComplement } from './log-complement.ts';
export { lnUniform } from './log-uniform.ts';
export { drawLognormal } from './lognormal.ts';
export { drawNormal, normalQuantile } from './normal.ts';
export { drawPoisson, poissonQuantile } from './poisson.ts';
export { PURPOSE, type Purpose } from './purpose.ts';
export { roundAtRandom } from './rounding.ts';
export { type Shuffled, Stream } from './stream.ts';
export { drawInteger, drawUniform } from './uniform.ts';

import { type Keys, keysFromSeed } from '../../random/index.ts';

/** Keys of the luck with which a sensitivity analysis resamples; the same runs then have the same intervals everywhere. */
export function bootstrapKeys(seed: string): Keys {
  return keysFromSeed(`${seed} bootstrap`);
}

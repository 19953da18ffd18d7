export { drawBits } from './bits.ts';
export { drawNormal, drawUniform } from './draw.ts';
export { deriveKeys, type Keys, keysFromSeed } from './keys.ts';
export { PURPOSE, type Purpose } from './purpose.ts';

export { drawNormal, drawUniform } from './draw.ts';
export { deriveKeys, drawBits, type Keys, keysFromSeed } from './keys.ts';
export { PURPOSE, type Purpose } from './purpose.ts';

import type { Keys } from '../../random/index.ts';
import { shuffled } from './random.ts';

/** From so many people the paths to all others are computed; everyone, in a network that is not larger. */
const MOST = 500;

/** People whose paths stand for everyone's. */
export function pivots(n: number, keys: Keys): Uint32Array {
  return shuffled(n, keys).slice(0, MOST);
}

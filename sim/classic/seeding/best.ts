import type { Keys } from '../../random/index.ts';
import { shuffled } from './random.ts';

/** The people of the highest scores, highest first; equals in an order drawn by lot. */
export function best(scores: ArrayLike<number>, count: number, keys: Keys): Uint32Array {
  // The sort is stable, so that equals keep the order of the lot.
  return shuffled(scores.length, keys)
    .sort((a, b) => scores[b] - scores[a])
    .slice(0, count);
}

import type { Network } from '../../network/index.ts';
import { type Keys, Stream } from '../../random/index.ts';

/** Different people, all equally likely. */
export function atRandom({ n }: Network, count: number, keys: Keys): Uint32Array {
  return shuffled(n, keys).slice(0, count);
}

/** Everyone in a uniformly random order. */
export function shuffled(n: number, keys: Keys): Uint32Array {
  return new Stream(keys).shuffle(Uint32Array.from({ length: n }, (_, person) => person));
}

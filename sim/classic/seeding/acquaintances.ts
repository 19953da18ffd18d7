import { type Network, reverse } from '../../network/index.ts';
import { type Keys, Stream } from '../../random/index.ts';
import { drawByStrength } from './draw-by-strength.ts';
import { shuffled } from './random.ts';

/** So many people in vain, for each one wanted, and the rest is drawn at random. */
const TRIES = 100;

/**
 * Friends of random people: of a person drawn by lot one who influences them, likelier the stronger the tie. They have more ties than people
 * drawn by lot, and nobody needs to know the network to find them (Cohen et al. 2003, 10.1103/PhysRevLett.91.247901).
 */
export function friendsOfRandom(network: Network, count: number, keys: Keys): Uint32Array {
  const { n } = network;
  const incoming = reverse(network);
  const stream = new Stream(keys);
  const seeds = new Set<number>();
  for (let attempt = 0; seeds.size < count && attempt < TRIES * count; attempt++) {
    const friend = drawByStrength(incoming, stream.integer(n), stream.uniform());
    if (friend !== null) seeds.add(friend);
  }
  for (const person of shuffled(n, keys)) if (seeds.size < count) seeds.add(person);
  return Uint32Array.from(seeds);
}

import type { Network } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { shuffled } from './random.ts';

/** A random person, then the people around: whom they influence, whom these influence, and so on; then those around another, if need be. */
export function neighbourhood({ n, offsets, targets }: Network, count: number, keys: Keys): Uint32Array {
  const seeds = new Set<number>();
  for (const centre of shuffled(n, keys)) {
    if (seeds.size >= count) break;
    if (seeds.has(centre)) continue;
    const circle = [centre];
    seeds.add(centre);
    for (let head = 0; head < circle.length && seeds.size < count; head++) {
      for (let arc = offsets[circle[head]]; arc < offsets[circle[head] + 1] && seeds.size < count; arc++) {
        if (seeds.has(targets[arc])) continue;
        seeds.add(targets[arc]);
        circle.push(targets[arc]);
      }
    }
  }
  return Uint32Array.from(seeds);
}

import type { Network } from '../../network/network.ts';

/** Bytes of one state of everybody over all weeks: what a replay keeps at most of each. */
const MOST_CELLS = 2_000_000;
const MOST_PEOPLE = 5_000;
/** People of one tribe shown at once when the market is too large to show everybody. */
const MOST_OF_A_TRIBE = 2_000;

/** How many people a replay of so many weeks can show. */
function mostShown(weeks: number): number {
  return Math.min(MOST_PEOPLE, Math.floor(MOST_CELLS / (weeks + 1)));
}

/**
 * Whom a replay shows: everybody where there are few enough, else the members of one tribe, else nobody. Of a large tribe, those nearest to
 * its best connected member, so that ties stay together (a snowball sample).
 *
 * @returns people, ascending
 */
export function shownPeople(network: Network, weeks: number, tribe: number | null): Uint32Array {
  const most = mostShown(weeks);
  if (network.n <= most) return Uint32Array.from({ length: network.n }, (_, i) => i);
  if (tribe === null) return new Uint32Array(0);
  const members = Uint32Array.from({ length: network.n }, (_, i) => i).filter((i) => network.tribes[i] === tribe);
  return snowball(network, members, Math.min(most, MOST_OF_A_TRIBE));
}

function snowball(network: Network, members: Uint32Array, size: number): Uint32Array {
  if (members.length <= size) return members;
  const { offsets, targets, tribes } = network;
  const tribe = tribes[members[0]];
  const byTies = [...members].sort((a, b) => offsets[b + 1] - offsets[b] - (offsets[a + 1] - offsets[a]) || a - b);
  const taken = new Set<number>();
  for (const seed of byTies) {
    const queue = [seed];
    for (let at = 0; at < queue.length && taken.size < size; at++) {
      const person = queue[at];
      if (taken.has(person)) continue;
      taken.add(person);
      for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
        if (tribes[targets[arc]] === tribe && !taken.has(targets[arc])) queue.push(targets[arc]);
      }
    }
    if (taken.size >= size) break;
  }
  return Uint32Array.from(taken).sort();
}

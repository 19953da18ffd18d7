import { type Keys, Stream } from '../random/index.ts';
import { symmetrise } from './csr.ts';
import type { Network } from './network.ts';
import { samplePeople } from './sample-people.ts';

export interface Clustering {
  /** Average local clustering; people with fewer than two friends count 0 (Watts and Strogatz 1998, 10.1038/30918). NaN without people. */
  readonly clustering: number;
  /** Share of pairs of ties of one person that are closed to a triangle. NaN where nobody has two ties. */
  readonly transitivity: number;
}

/** Both kinds of clustering, directions ignored. Exact up to `sample` people, else over so many people drawn at random. */
export function measureClustering(network: Network, keys: Keys, sample = 20_000): Clustering {
  const ties = symmetrise(network);
  const { n, offsets } = ties;
  const people = samplePeople(n, sample, new Stream(keys));
  const friendOf = new Int32Array(n).fill(-1);
  let local = 0;
  let closed = 0;
  let pairs = 0;
  for (const i of people) {
    const degree = offsets[i + 1] - offsets[i];
    if (degree < 2) continue;
    const among = tiesAmongFriends(ties, i, friendOf);
    const possible = (degree * (degree - 1)) / 2;
    local += among / possible;
    closed += among;
    pairs += possible;
  }
  return { clustering: local / people.length, transitivity: closed / pairs };
}

/** Number of ties among the friends of i. `friendOf[j]` is i for every friend j afterwards. */
function tiesAmongFriends({ offsets, targets }: Network, i: number, friendOf: Int32Array): number {
  for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) friendOf[targets[arc]] = i;
  let arcs = 0;
  for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
    const friend = targets[arc];
    for (let next = offsets[friend]; next < offsets[friend + 1]; next++) if (friendOf[targets[next]] === i) arcs++;
  }
  return arcs / 2;
}

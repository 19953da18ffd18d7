import { type Keys, Stream } from '../random/index.ts';
import { symmetrise } from './csr.ts';
import type { Network } from './network.ts';
import { samplePeople } from './sample-people.ts';

/**
 * Mean number of steps between two different people, over all ordered pairs in which the second can be reached from the first along arcs.
 * Exact when `sources` covers everyone, else from so many people drawn at random. NaN where nobody reaches anybody.
 */
export function meanPath(network: Network, keys: Keys, sources = 200): number {
  const { n } = network;
  const distance = new Int32Array(n);
  const queue = new Uint32Array(n);
  let steps = 0;
  let pairs = 0;
  for (const source of samplePeople(n, sources, new Stream(keys))) {
    const reached = breadthFirst(network, source, distance.fill(-1), queue, 0);
    for (let r = 1; r < reached; r++) steps += distance[queue[r]];
    pairs += reached - 1;
  }
  return steps / pairs;
}

/** Share of people in the largest component, directions ignored. NaN without people. */
export function giantComponent(network: Network): number {
  const ties = symmetrise(network);
  const { n } = ties;
  const distance = new Int32Array(n).fill(-1);
  const queue = new Uint32Array(n);
  let largest = 0;
  let seen = 0;
  for (let i = 0; i < n; i++) {
    if (distance[i] >= 0) continue;
    const end = breadthFirst(ties, i, distance, queue, seen);
    largest = Math.max(largest, end - seen);
    seen = end;
  }
  return largest / n;
}

/** Writes everyone reached from `source` into `queue` from `begin` on, nearest first, and their distances; returns the queue's new end. */
function breadthFirst({ offsets, targets }: Network, source: number, distance: Int32Array, queue: Uint32Array, begin: number): number {
  let end = begin;
  queue[end++] = source;
  distance[source] = 0;
  for (let head = begin; head < end; head++) {
    const person = queue[head];
    const next = distance[person] + 1;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const friend = targets[arc];
      if (distance[friend] >= 0) continue;
      distance[friend] = next;
      queue[end++] = friend;
    }
  }
  return end;
}

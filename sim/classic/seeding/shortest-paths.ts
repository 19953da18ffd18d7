import type { Network } from '../../network/index.ts';
import { byStrength } from '../contagion/arc-chances.ts';

/** Two ways are equally long if they differ by rounding alone. */
export const EQUAL_LENGTH = 1e-12;

/** Lengths of ties: 1/strength relative to the strongest tie, so that strong ties are short, and all are 1 where all are equal. */
export function tieLengths(network: Network): Float64Array {
  let most = 0;
  for (const strength of network.strengths) most = Math.max(most, strength);
  return byStrength(network, (strength) => most / strength);
}

/**
 * Shortest paths from one person along arcs (Dijkstra 1959, 10.1007/BF01386390). `distance` gets the length of the shortest path to everyone,
 * Infinity where there is none; `order` the people reached, nearest first. Returns their number.
 */
export function shortestPaths(
  { offsets, targets }: Network,
  lengths: Float64Array,
  source: number,
  distance: Float64Array,
  order: Uint32Array,
): number {
  distance.fill(Infinity);
  distance[source] = 0;
  const queue = new Nearest();
  queue.push(0, source);
  let reached = 0;
  for (let person = queue.pop(); person >= 0; person = queue.pop()) {
    // An entry that was overtaken by a shorter way.
    if (queue.popped > distance[person]) continue;
    order[reached++] = person;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const way = distance[person] + lengths[arc];
      if (way >= distance[targets[arc]] * (1 - EQUAL_LENGTH)) continue;
      distance[targets[arc]] = way;
      queue.push(way, targets[arc]);
    }
  }
  return reached;
}

/** A binary heap of people by distance. */
class Nearest {
  readonly #distances: number[] = [];
  readonly #people: number[] = [];
  /** Distance of the person popped last. */
  popped = 0;

  push(distance: number, person: number): void {
    const distances = this.#distances;
    const people = this.#people;
    let at = distances.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (distances[parent] <= distance) break;
      distances[at] = distances[parent];
      people[at] = people[parent];
      at = parent;
    }
    distances[at] = distance;
    people[at] = person;
  }

  /** The nearest person, who leaves the heap; -1 when it is empty. */
  pop(): number {
    const distances = this.#distances;
    const people = this.#people;
    if (distances.length === 0) return -1;
    const nearest = people[0];
    this.popped = distances[0];
    const distance = distances.pop() as number;
    const person = people.pop() as number;
    const size = distances.length;
    if (size === 0) return nearest;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && distances[child + 1] < distances[child]) child++;
      if (distances[child] >= distance) break;
      distances[at] = distances[child];
      people[at] = people[child];
      at = child;
    }
    distances[at] = distance;
    people[at] = person;
    return nearest;
  }
}

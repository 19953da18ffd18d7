import { type Network, reverse } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { pivots } from './pivots.ts';
import { EQUAL_LENGTH, shortestPaths, tieLengths } from './shortest-paths.ts';

/**
 * Betweenness: the number of ordered pairs whose shortest paths lead through a person, shares counted (Freeman 1977, 10.2307/3033543; by the
 * algorithm of Brandes 2001, 10.1080/0022250X.2001.9990249, over lengths 1/strength). In larger networks it is estimated from the paths out
 * of some people drawn by lot (Brandes and Pich 2007, 10.1142/S0218127407018403).
 */
export function betweenness(network: Network, keys: Keys): Float64Array {
  const { n } = network;
  const lengths = tieLengths(network);
  const incoming = reverse(network);
  const incomingLengths = tieLengths(incoming);
  const scores = new Float64Array(n);
  const distance = new Float64Array(n);
  const order = new Uint32Array(n);
  const paths = new Float64Array(n);
  const dependency = new Float64Array(n);
  const sources = pivots(n, keys);
  // Arcs that end a shortest path to a person, from whoever is next to last on it.
  const eachLast = (person: number, visit: (from: number) => void): void => {
    for (let arc = incoming.offsets[person]; arc < incoming.offsets[person + 1]; arc++) {
      const from = incoming.targets[arc];
      const way = distance[from] + incomingLengths[arc];
      if (way < Infinity && Math.abs(way - distance[person]) <= EQUAL_LENGTH * way) visit(from);
    }
  };
  for (const source of sources) {
    const reached = shortestPaths(network, lengths, source, distance, order);
    paths.fill(0);
    dependency.fill(0);
    paths[source] = 1;
    for (let r = 1; r < reached; r++) {
      const person = order[r];
      eachLast(person, (from) => {
        paths[person] += paths[from];
      });
    }
    for (let r = reached - 1; r > 0; r--) {
      const person = order[r];
      const each = (1 + dependency[person]) / paths[person];
      eachLast(person, (from) => {
        dependency[from] += paths[from] * each;
      });
      scores[person] += dependency[person];
    }
  }
  return scores.map((score) => (score * n) / sources.length);
}

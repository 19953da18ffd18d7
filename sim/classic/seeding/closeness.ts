import { type Network, reverse } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { pivots } from './pivots.ts';
import { shortestPaths, tieLengths } from './shortest-paths.ts';

/**
 * Closeness: the sum of 1/distance to everyone whom a person can reach, over lengths 1/strength (harmonic, so that networks may be in pieces;
 * Marchiori and Latora 2000, 10.1016/S0378-4371(00)00311-3). In larger networks it is estimated from the paths to some people drawn by lot
 * (Eppstein and Wang 2004, 10.7155/jgaa.00081).
 */
export function closeness(network: Network, keys: Keys): Float64Array {
  const { n } = network;
  const incoming = reverse(network);
  const lengths = tieLengths(incoming);
  const distance = new Float64Array(n);
  const order = new Uint32Array(n);
  const scores = new Float64Array(n);
  const goals = pivots(n, keys);
  for (const goal of goals) {
    const reached = shortestPaths(incoming, lengths, goal, distance, order);
    for (let r = 1; r < reached; r++) scores[order[r]] += 1 / distance[order[r]];
  }
  return scores.map((score) => (score * n) / goals.length);
}

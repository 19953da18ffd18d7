import { type Network, reverse } from '../../network/index.ts';
import { outStrength } from './degree.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-12;
const MOST_ROUNDS = 1000;

/**
 * PageRank of influence (Page et al. 1999): the share of time that a walker spends with each person who goes, by strength, to somebody who
 * influences the last one, and with probability .15 to anyone. Whom nobody influences is left for anyone. Sums to 1.
 */
export function pageRank(network: Network): Float64Array {
  const { n } = network;
  const incoming = reverse(network);
  const total = outStrength(incoming);
  let scores = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(n);
    let stranded = 0;
    for (let person = 0; person < n; person++) {
      if (total[person] === 0) stranded += scores[person];
      const flow = scores[person] / total[person];
      for (let arc = incoming.offsets[person]; arc < incoming.offsets[person + 1]; arc++) {
        next[incoming.targets[arc]] += incoming.strengths[arc] * flow;
      }
    }
    let change = 0;
    for (let person = 0; person < n; person++) {
      next[person] = (1 - DAMPING) / n + DAMPING * (next[person] + stranded / n);
      change += Math.abs(next[person] - scores[person]);
    }
    scores = next;
    if (change < TOLERANCE) break;
  }
  return scores;
}

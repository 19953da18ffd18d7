import type { Network } from '../../network/index.ts';

const TOLERANCE = 1e-12;
const MOST_ROUNDS = 2000;

/**
 * Eigenvector centrality: who influences influential people (Bonacich 1972, 10.1080/0022250X.1972.9989806). The Perron vector of the
 * strengths, of length 1, by power iteration with the matrix shifted by its own diagonal, so that bipartite networks settle too.
 */
export function eigenvectorCentrality({ n, offsets, targets, strengths }: Network): Float64Array {
  let scores = new Float64Array(n).fill(1 / Math.sqrt(n));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(n);
    let square = 0;
    for (let person = 0; person < n; person++) {
      let sum = scores[person];
      for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) sum += strengths[arc] * scores[targets[arc]];
      next[person] = sum;
      square += sum * sum;
    }
    const length = Math.sqrt(square);
    let change = 0;
    for (let person = 0; person < n; person++) {
      next[person] /= length;
      change += Math.abs(next[person] - scores[person]);
    }
    scores = next;
    if (change < TOLERANCE * n) break;
  }
  return scores;
}

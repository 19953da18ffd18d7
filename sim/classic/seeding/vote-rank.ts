import { type Network, reverse } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { best } from './best.ts';
import { outStrength } from './degree.ts';

/** Votes so few are rounding. */
const EMPTY = 1e-9;

/**
 * VoteRank (Zhang et al. 2016, 10.1038/srep27823): people vote, by strength, for those who influence them; whoever gets most is elected,
 * votes no more, and takes 1 / mean degree of the vote of everyone whom they influence. When nobody gets a vote any more, the rest is by
 * strength of influence.
 */
export function voteRank(network: Network, count: number, keys: Keys): Uint32Array {
  const { n, offsets, targets } = network;
  const voters = reverse(network);
  const weakening = n / Math.max(1, targets.length);
  const ability = new Float64Array(n).fill(1);
  const votes = outStrength(network);
  // The lot decides between equals.
  const order = best(votes, n, keys);
  const elected: number[] = [];
  const isElected = new Uint8Array(n);
  const lose = (voter: number, loss: number): void => {
    const left = Math.max(0, ability[voter] - loss);
    for (let arc = voters.offsets[voter]; arc < voters.offsets[voter + 1]; arc++) {
      votes[voters.targets[arc]] -= (ability[voter] - left) * voters.strengths[arc];
    }
    ability[voter] = left;
  };
  while (elected.length < count) {
    let winner = -1;
    for (const person of order) if (isElected[person] === 0 && (winner < 0 || votes[person] > votes[winner])) winner = person;
    if (votes[winner] <= EMPTY) break;
    elected.push(winner);
    isElected[winner] = 1;
    lose(winner, 1);
    for (let arc = offsets[winner]; arc < offsets[winner + 1]; arc++) lose(targets[arc], weakening);
  }
  for (const person of order) if (elected.length < count && isElected[person] === 0) elected.push(person);
  return Uint32Array.from(elected);
}

import { degreeOf, type Network, symmetrise } from '../../network/index.ts';
import { outStrength } from './degree.ts';

/**
 * Shell of each person (Kitsak et al. 2010, 10.1038/nphys1746; with strengths Garas et al. 2012, 10.1088/1367-2630/14/8/083030): people are
 * peeled off in the order of their weighted degree sqrt(k s), strengths relative to their mean, rounded; where all ties are equally strong it
 * is the degree. Directions are ignored.
 */
export function shells(network: Network): Uint32Array {
  const ties = symmetrise(network);
  const { n, offsets, targets, strengths } = ties;
  const strengthLeft = outStrength(ties);
  let mean = 0;
  for (const strength of strengths) mean += strength;
  mean /= Math.max(1, strengths.length);
  const degreeLeft = Uint32Array.from({ length: n }, (_, person) => degreeOf(ties, person));
  const rank = (person: number): number => Math.round(Math.sqrt((degreeLeft[person] * Math.max(0, strengthLeft[person])) / (mean || 1)));
  const ranks = Uint32Array.from({ length: n }, (_, person) => rank(person));
  const shell = new Uint32Array(n);
  const removed = new Uint8Array(n);
  // People wait in the bucket of their rank; an entry whose rank has fallen since is left behind.
  const buckets: number[][] = [];
  const wait = (person: number): void => {
    buckets[ranks[person]] ??= [];
    buckets[ranks[person]].push(person);
  };
  for (let person = 0; person < n; person++) wait(person);
  for (let level = 0; level < buckets.length; level++) {
    const bucket = buckets[level] ?? [];
    for (let person = bucket.pop(); person !== undefined; person = bucket.pop()) {
      if (removed[person] === 1 || ranks[person] !== level) continue;
      removed[person] = 1;
      shell[person] = level;
      for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
        const friend = targets[arc];
        if (removed[friend] === 1) continue;
        degreeLeft[friend]--;
        strengthLeft[friend] -= strengths[arc];
        // Nobody falls below the shell that is being peeled.
        const fallen = Math.max(level, rank(friend));
        if (fallen === ranks[friend]) continue;
        ranks[friend] = fallen;
        wait(friend);
      }
    }
  }
  return shell;
}

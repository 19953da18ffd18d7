import type { Values } from '../../parameter/index.ts';
import { geometricSkip, type Keys, lnComplement, Stream } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { expectedTies, meanDegree, people, strength } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const parameters = { people, meanDegree, strength };

/**
 * Random graph G(n, p): every pair is tied with the same probability p = mean degree / (n - 1), independently
 * (Gilbert 1959, 10.1214/aoms/1177706098), by geometric skips over the pairs in order (Batagelj and Brandes 2005,
 * 10.1103/PhysRevE.71.036113).
 */
export function erdosRenyi(values: Values<typeof parameters>, keys: Keys): Network {
  const n = values.people;
  const expected = expectedTies(n, values.meanDegree);
  const ties = new TieList(expected + 5 * Math.sqrt(expected));
  const stream = new Stream(keys);
  const lnFailure = lnComplement(values.meanDegree / (n - 1));
  // Pairs (i, j), j < i, in ascending order of i, then j.
  let i = 1;
  let j = -1;
  while (i < n) {
    j += 1 + geometricSkip(stream.uniform(), lnFailure);
    while (i < n && j >= i) {
      j -= i;
      i++;
    }
    if (i < n) ties.add(i, j, values.strength);
  }
  return ties.build(n);
}

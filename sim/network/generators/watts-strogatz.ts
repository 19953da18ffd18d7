import { real, type Values } from '../../parameter/index.ts';
import { type Keys, Stream } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { neighboursPerSide } from './ring.ts';
import { contiguousTribes, expectedTies, people, strength, tribes } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';
import { TieSet } from './tie-set.ts';

export const parameters = {
  people,
  neighboursPerSide,
  rewiring: real(
    0.1,
    [0, 1],
    'probability',
    'Chance that a tie of the ring leads to a random person instead: 0 is a ring, 1 is nearly random.',
    'Watts and Strogatz 1998, 10.1038/30918 (small worlds between .01 and .1)',
  ),
  tribes,
  strength,
};

/** Where a person knows nearly everyone, a tie may find nobody new in so many tries; it then stays. */
const TRIES = 100;

/**
 * Small world (Watts and Strogatz 1998, 10.1038/30918): a ring in which everyone is tied to the nearest people on both sides; then the far
 * end of each tie moves, with the given probability, to a random person, without self-loops and duplicates.
 */
export function wattsStrogatz(values: Values<typeof parameters>, keys: Keys): Network {
  const { people: n, neighboursPerSide: sides, rewiring } = values;
  const total = expectedTies(n, 2 * sides);
  const stream = new Stream(keys);
  const ties = new TieList(total);
  const known = new TieSet(n, rewiring > 0 ? total : 0);
  // Lap by lap, as in the paper: all ties to the next person first.
  for (let step = 1; step <= sides; step++) {
    for (let i = 0; i < n; i++) {
      ties.add(i, (i + step) % n, values.strength);
      if (rewiring > 0) known.add(i, (i + step) % n);
    }
  }
  for (let t = 0; t < ties.count && rewiring > 0; t++) {
    if (stream.uniform() >= rewiring) continue;
    const i = ties.sources[t];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const j = stream.integer(n);
      if (j === i || !known.add(i, j)) continue;
      known.delete(i, ties.targets[t]);
      ties.targets[t] = j;
      break;
    }
  }
  return ties.build(n, contiguousTribes(n, values.tribes), values.tribes);
}

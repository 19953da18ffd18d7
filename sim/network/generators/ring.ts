import { count, type Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { contiguousTribes, expectedTies, people, strength, tribes } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const neighboursPerSide = count(
  10,
  [5, 25],
  'people',
  'Nearest people on each side of the ring to whom everyone is tied; the mean degree is twice this.',
  'Evidence 2.22 (mean degree 20)',
  [1, 500],
);

export const parameters = { people, neighboursPerSide, tribes, strength };

/** A ring on which everyone is tied to the nearest people on both sides. Nothing in it is random. */
export function ring(values: Values<typeof parameters>, _keys: Keys): Network {
  const { people: n, neighboursPerSide: sides } = values;
  const ties = new TieList(expectedTies(n, 2 * sides));
  for (let i = 0; i < n; i++) {
    for (let step = 1; step <= sides; step++) ties.add(i, (i + step) % n, values.strength);
  }
  return ties.build(n, contiguousTribes(n, values.tribes), values.tribes);
}

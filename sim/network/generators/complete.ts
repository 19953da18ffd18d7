import type { Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { expectedTies, people, strength } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const parameters = { people: { ...people, default: 100, range: [10, 5000] as const }, strength };

/** Everyone is tied to everyone: the well-mixed limit. The limit on ties allows 10,000 people. */
export function complete(values: Values<typeof parameters>, _keys: Keys): Network {
  const n = values.people;
  const ties = new TieList(expectedTies(n, n - 1));
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) ties.add(i, j, values.strength);
  return ties.build(n);
}

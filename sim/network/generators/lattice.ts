import { choice, type Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { contiguousTribes, expectedTies, people, strength, tribes } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const parameters = {
  people: { ...people, allowed: [9, people.allowed[1]] as const },
  neighbours: choice(
    '8',
    ['4', '8'],
    'Neighbours of everyone: 4 (von Neumann) or 8 (Moore).',
    'Standard neighbourhoods of cellular automata',
  ),
  tribes,
  strength,
};

/**
 * A square grid without borders: a torus with helical boundaries, in which the end of a row is followed by the next row (Newman and Barkema
 * 1999, Monte Carlo Methods in Statistical Physics, 13.1), so that any number of people from 9 up fits. Person = row x width + column.
 * Nothing in it is random.
 */
export function lattice(values: Values<typeof parameters>, _keys: Keys): Network {
  const n = values.people;
  const ties = new TieList(expectedTies(n, Number(values.neighbours)));
  const width = Math.round(Math.sqrt(n));
  const steps = values.neighbours === '4' ? [1, width] : [1, width - 1, width, width + 1];
  for (let i = 0; i < n; i++) {
    for (const step of steps) ties.add(i, (i + step) % n, values.strength);
  }
  return ties.build(n, contiguousTribes(n, values.tribes), values.tribes);
}

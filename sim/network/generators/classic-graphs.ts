import { UndirectedGraph } from 'graphology';
import { ladder as ladderGraph, path as pathGraph } from 'graphology-generators/classic/index.js';
import { count, type Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { checkGraphologyLimits, fromGraphology, GRAPHOLOGY_LIMITS } from './from-graphology.ts';
import { people, strength } from './shared-parameters.ts';

const few = { ...people, default: 100, range: [10, 1000] as const };

export const pathParameters = { people: few, strength };
export const ladderParameters = {
  rungs: count(50, [5, 500], 'rungs', 'Rungs of the ladder, each of two people.', 'Standard graph', [2, GRAPHOLOGY_LIMITS.nodes]),
  strength,
};

/** A chain of people. */
export function path(values: Values<typeof pathParameters>, _keys: Keys): Network {
  const n = values.people;
  checkGraphologyLimits('path', n, n - 1);
  return fromGraphology(pathGraph(UndirectedGraph, n), values.strength);
}

/** Two chains of people, tied rung by rung. */
export function ladder(values: Values<typeof ladderParameters>, _keys: Keys): Network {
  const { rungs } = values;
  checkGraphologyLimits('ladder', 2 * rungs, 3 * rungs - 2);
  return fromGraphology(ladderGraph(UndirectedGraph, rungs), values.strength);
}

import { UndirectedGraph } from 'graphology';
import { ladder as ladderGraph, path as pathGraph } from 'graphology-generators/classic/index.js';
import type { Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import type { ladderParameters, pathParameters } from './example-parameters.ts';
import { checkGraphologyLimits, fromGraphology } from './from-graphology.ts';

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

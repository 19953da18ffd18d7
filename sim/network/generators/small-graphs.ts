import { UndirectedGraph } from 'graphology';
import { krackhardtKite as kiteGraph } from 'graphology-generators/small/index.js';
import { florentineFamilies as florentineGraph, karateClub as karateGraph } from 'graphology-generators/social/index.js';
import type { Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import type { observedParameters } from './example-parameters.ts';
import { fromGraphology } from './from-graphology.ts';

/**
 * Zachary's karate club (1977, 10.1086/jar.33.4.3629752): 34 members, 78 ties, and as tribes the clubs of Mr. Hi (0) and of the officers (1)
 * after the split. People keep their published order.
 */
export function karateClub(values: Values<typeof observedParameters>, _keys: Keys): Network {
  const graph = karateGraph(UndirectedGraph);
  const tribes = Uint32Array.from(graph.mapNodes((_node, { club }) => (club === 'Mr. Hi' ? 0 : 1)));
  return { ...fromGraphology(graph, values.strength), tribes, tribeCount: 2 };
}

/** Marriages among 15 Florentine families (Breiger and Pattison 1986, 10.1016/0378-8733(86)90006-7): 20 ties. */
export function florentineFamilies(values: Values<typeof observedParameters>, _keys: Keys): Network {
  return fromGraphology(florentineGraph(UndirectedGraph), values.strength);
}

/** Krackhardt's kite (1990, 10.2307/2393394): ten people among whom degree, closeness and betweenness name three different centres. */
export function krackhardtKite(values: Values<typeof observedParameters>, _keys: Keys): Network {
  return fromGraphology(kiteGraph(UndirectedGraph), values.strength);
}

/** The names of the families, person by person. */
export function florentineNames(): string[] {
  return florentineGraph(UndirectedGraph).nodes();
}

/** The names in Krackhardt's kite, person by person. */
export function kiteNames(): string[] {
  return kiteGraph(UndirectedGraph).nodes();
}

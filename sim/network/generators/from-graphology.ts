import { InputError } from '../../parameter/index.ts';
import { checkNetworkLimits } from '../limits.ts';
import type { Network } from '../network.ts';
import { GRAPHOLOGY_LIMITS } from './example-parameters.ts';
import { TieList } from './tie-list.ts';

/** Refuses, before anything is built, a graph that is too large for graphology-generators. */
export function checkGraphologyLimits(kind: string, nodes: number, ties: number): void {
  checkNetworkLimits({ nodes, ties });
  const { nodes: mostNodes, ties: mostTies } = GRAPHOLOGY_LIMITS;
  if (nodes <= mostNodes && ties <= mostTies) return;
  throw new InputError(
    `The ${kind} network is for small examples: ${nodes} people and ${ties} ties were asked for, at most ${mostNodes} and ${mostTies} are allowed.`,
    { path: 'network', found: `${nodes} people, ${ties} ties`, allowed: `at most ${mostNodes} people and ${mostTies} ties` },
  );
}

/** What is read of a graph of graphology. */
interface SmallGraph {
  readonly order: number;
  readonly size: number;
  nodes(): string[];
  forEachEdge(visit: (edge: string, attributes: object, source: string, target: string) => void): void;
}

/** Turns a small undirected graph of graphology-generators into a network; people stand in the order of its nodes, all in tribe 0. */
export function fromGraphology(graph: SmallGraph, strength: number): Network {
  const positions = new Map(graph.nodes().map((node, i) => [node, i]));
  const ties = new TieList(graph.size);
  graph.forEachEdge((_edge, _attributes, source, target) => {
    ties.add(positions.get(source) as number, positions.get(target) as number, strength);
  });
  return ties.build(graph.order);
}

import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { InputError } from '../parameter/index.ts';
import { drawUniform, keysFromSeed } from '../random/index.ts';
import { type Network, tieCount } from './network.ts';

/** The module is the function itself; its types, read as those of an ES module, say otherwise. */
const louvain = louvainModule as unknown as (
  graph: DirectedGraph | UndirectedGraph,
  options: { getEdgeWeight: string; rng: () => number },
) => Readonly<Record<number, number>>;

/** Beyond this many ties, objects of graphology no longer fit into memory. */
const LOUVAIN_TIES = 2_000_000;

/**
 * Communities by the Louvain method (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008; of directed networks with the directed modularity of
 * Dugué & Perez 2015), over tie strengths: a number 0, 1, … per person, numbered by first appearance. The same seed text
 * gives the same communities. Throws an InputError above 2,000,000 ties.
 */
export function louvainCommunities(network: Network, seed: string): Uint32Array {
  const found = tieCount(network);
  if (found > LOUVAIN_TIES) {
    const allowed = `at most ${LOUVAIN_TIES} ties`;
    throw new InputError(`Louvain takes ${allowed}; this network has ${found}. Take tribes from a column of the node table instead.`, {
      path: 'tribes',
      found: `${found} ties`,
      allowed,
    });
  }
  const communities = new Uint32Array(network.n);
  if (found === 0) return communities.map((_, person) => person);
  const keys = keysFromSeed(`louvain ${seed}`);
  let draws = 0;
  const mapping = louvain(graphOf(network), {
    getEdgeWeight: 'weight',
    rng: () => drawUniform(keys.k0, keys.k1, 0, draws++),
  });
  const numbers = new Map<number, number>();
  for (let person = 0; person < network.n; person++) {
    const community = mapping[person];
    if (!numbers.has(community)) numbers.set(community, numbers.size);
    communities[person] = numbers.get(community) ?? 0;
  }
  return communities;
}

function graphOf(network: Network): DirectedGraph | UndirectedGraph {
  const { n, directed, offsets, targets, strengths } = network;
  const graph = directed ? new DirectedGraph() : new UndirectedGraph();
  for (let person = 0; person < n; person++) graph.addNode(person);
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      if (directed || i < targets[arc]) graph.addEdge(i, targets[arc], { weight: strengths[arc] });
    }
  }
  return graph;
}

import { DirectedGraph, UndirectedGraph } from 'graphology';
import { InputError } from '../../parameter/index.ts';
import { type ImportOptions, layerName } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { isObject } from './json-values.ts';
import { NetworkDraft } from './network-draft.ts';
import { readSerializedGraph } from './serialized-graph.ts';
import { freeNames, ties, type WriteOptions } from './writing.ts';

/** A graphology graph, or what its `export()` gives. */
export type GraphologySource = { export(): unknown } | { readonly nodes: readonly unknown[]; readonly edges: readonly unknown[] };

/** The network of any graphology graph; node keys are the ids, node attributes the attributes. Everyone is in one tribe: see `assignTribes`. */
export function fromGraphology(graph: GraphologySource, options: ImportOptions = {}): ImportedNetwork {
  const root: unknown = 'export' in graph ? graph.export() : graph;
  const draft = new NetworkDraft('graph', options);
  if (!isObject(root) || !Array.isArray(root.nodes) || !Array.isArray(root.edges)) {
    throw new InputError('Expected a graphology graph: nodes and edges.', { file: 'graph', allowed: 'a graphology graph' });
  }
  return draft.finish(readSerializedGraph(draft, root, options));
}

/** The network as a graphology graph; weight and layer are attributes of every edge, the attributes those of the nodes.
 * Throws an InputError for ids that graphology cannot hold, such as "constructor". */
export function toGraphology(imported: ImportedNetwork, options: WriteOptions = {}): DirectedGraph | UndirectedGraph {
  const { network, ids, attributes } = imported;
  const graph = network.directed ? new DirectedGraph() : new UndirectedGraph();
  const names = freeNames(attributes, []);
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] in Object.prototype) throw unheldId(ids[i]);
    graph.addNode(ids[i], Object.fromEntries(names.map((name, column) => [name, attributes[column].values[i]])));
  }
  for (const [first, second, arc] of ties(network, options.influence)) {
    graph.addEdge(ids[first], ids[second], { weight: network.strengths[arc], layer: layerName(network.layers[arc]) });
  }
  return graph;
}

/** graphology keeps neighbours as properties of plain objects. */
function unheldId(id: string): InputError {
  return new InputError(`graphology cannot hold the id "${id}", a word of JavaScript's own objects.`, { path: 'ids', found: id });
}

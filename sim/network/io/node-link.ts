import { SOCIAL } from '../network.ts';
import { type ImportOptions, layerName, listed } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { edgeValues, idOf, isObject, kindOf, parseJson, textOf } from './json-values.ts';
import type { NetworkDraft } from './network-draft.ts';
import { isSerializedGraph, readSerializedGraph } from './serialized-graph.ts';
import { freeNames, inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';

/**
 * Reads node-link JSON: {nodes: […], links or edges: [{source, target, …}]} as networkx and d3 have it, and graphs that graphology serialized. Where nodes have
 * no id, links name them by position and names serve as ids.
 */
export function readNodeLink(draft: NetworkDraft, text: string, options: ImportOptions): boolean | undefined {
  const root = parseJson(draft, text);
  if (!isObject(root)) throw draft.error('file', kindOf(root), 'an object with nodes and links');
  if (isSerializedGraph(root)) return readSerializedGraph(draft, root, options);
  const nodes = root.nodes;
  if (!Array.isArray(nodes)) throw draft.error('nodes', kindOf(nodes), 'a list of nodes');
  const linksName = 'links' in root ? 'links' : 'edges';
  const links = root[linksName];
  if (!Array.isArray(links)) throw draft.error(linksName, kindOf(links), 'a list of links');
  const idName = declareNodes(draft, nodes as unknown[], options);
  const byPosition = idName === null || (options.id === undefined && idName !== 'id');
  const directed = root.directed;
  if (directed !== undefined && typeof directed !== 'boolean') throw draft.error('directed', kindOf(directed), 'true or false');
  const kind = directed === undefined ? 'unsaid' : directed ? 'arc' : 'tie';
  for (const [i, link] of (links as unknown[]).entries()) {
    const at = `${linksName}.${i}`;
    if (!isObject(link)) throw draft.error(at, kindOf(link), 'an object with source and target');
    const end = (name: 'source' | 'target'): number => endOf(draft, link[name], byPosition, idName, `${at}.${name}`);
    const { weight, layer } = edgeValues(draft, link, at, options);
    draft.tie(end('source'), end('target'), weight, layer, kind);
  }
  return directed;
}

/** Declares the nodes; returns the property that holds their ids, null where their positions do. */
function declareNodes(draft: NetworkDraft, nodes: readonly unknown[], options: ImportOptions): string | null {
  const objects = nodes.map((node, i) => {
    if (isObject(node)) return node;
    if (typeof node === 'string' || typeof node === 'number') return { id: node };
    throw draft.error(`nodes.${i}`, kindOf(node), 'an object with an id');
  });
  const unique = (name: string): boolean => new Set(objects.map((node) => textOf(node[name]))).size === objects.length;
  const names = options.id === undefined ? ['id', 'key', 'name', 'label'] : [options.id];
  const idName = names.find((name) => objects.every((node) => textOf(node[name]) !== null) && (name === 'id' || unique(name))) ?? null;
  if (options.id !== undefined && idName === null && objects.length > 0) {
    throw draft.error('nodes', `nodes without "${options.id}"`, `a property of every node, such as ${listed(Object.keys(objects[0]))}`);
  }
  for (const [i, node] of objects.entries()) {
    const person = draft.declare(idName === null ? String(i) : idOf(draft, node[idName], `nodes.${i}.${idName}`), `nodes.${i}`);
    for (const [name, value] of Object.entries(node)) if (name !== idName) draft.attribute(person, name, textOf(value));
  }
  draft.close();
  return idName;
}

function endOf(draft: NetworkDraft, value: unknown, byPosition: boolean, idName: string | null, path: string): number {
  // d3 replaces the ends of a link by the node objects.
  if (isObject(value) && idName !== null) return draft.person(idOf(draft, value[idName], path), path);
  if (byPosition && typeof value === 'number') {
    if (Number.isInteger(value) && value >= 0 && value < draft.size) return value;
    throw draft.error(path, `node ${value}`, `the position of a node, 0 to ${draft.size - 1}`);
  }
  return draft.person(idOf(draft, value, path), path);
}

/** Node-link JSON in pieces, one node or link a line. */
export function writeNodeLink(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids, attributes } = imported;
  const weighted = network.strengths.some((strength) => strength !== 1);
  const layered = network.layers.some((layer) => layer !== SOCIAL);
  const names = freeNames(attributes, ['id']).map((name) => JSON.stringify(name));
  const texts = ids.map((id) => JSON.stringify(id));
  function* lines(): Generator<string> {
    yield `{"directed":${network.directed},"multigraph":false,"graph":{},"nodes":[\n`;
    for (let i = 0; i < ids.length; i++) {
      const values = attributes.map((column, c) => `,${names[c]}:${JSON.stringify(column.values[i])}`).join('');
      yield `${i === 0 ? '' : ',\n'}{"id":${texts[i]}${values}}`;
    }
    yield '\n],"links":[\n';
    let between = '';
    for (const [first, second, arc] of ties(network, options.influence)) {
      const weight = weighted ? `,"weight":${shortWeight(network.strengths[arc])}` : '';
      const layer = layered ? `,"layer":"${layerName(network.layers[arc])}"` : '';
      yield `${between}{"source":${texts[first]},"target":${texts[second]}${weight}${layer}}`;
      between = ',\n';
    }
    yield '\n]}\n';
  }
  return inChunks(lines());
}

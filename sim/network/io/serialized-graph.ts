import type { ImportOptions } from './import-options.ts';
import { edgeValues, idOf, isObject, type JsonObject, kindOf, textOf } from './json-values.ts';
import type { NetworkDraft } from './network-draft.ts';

/** Whether a JSON document is a graph as graphology serializes it: {options, nodes: [{key, attributes}], edges: [{source, target, attributes, undirected}]}. */
export function isSerializedGraph(root: JsonObject): boolean {
  if (!Array.isArray(root.nodes) || !Array.isArray(root.edges)) return false;
  const first: unknown = root.nodes[0];
  return first === undefined ? isObject(root.options) : isObject(first) && 'key' in first && !('id' in first);
}

/** Reads a graph that graphology serialized; mixed graphs become directed ones. */
export function readSerializedGraph(draft: NetworkDraft, root: JsonObject, options: ImportOptions): boolean | undefined {
  for (const [i, node] of (root.nodes as unknown[]).entries()) {
    const path = `nodes.${i}`;
    if (!isObject(node)) throw draft.error(path, kindOf(node), 'an object with a key');
    const person = draft.declare(idOf(draft, node.key, `${path}.key`), path);
    for (const [name, value] of Object.entries(attributesOf(node))) draft.attribute(person, name, textOf(value));
  }
  draft.close();
  const type = isObject(root.options) ? root.options.type : undefined;
  for (const [i, edge] of (root.edges as unknown[]).entries()) {
    const path = `edges.${i}`;
    if (!isObject(edge)) throw draft.error(path, kindOf(edge), 'an object with source and target');
    const first = draft.person(idOf(draft, edge.source, `${path}.source`), path);
    const second = draft.person(idOf(draft, edge.target, `${path}.target`), path);
    const { weight, layer } = edgeValues(draft, attributesOf(edge), `${path}.attributes`, options);
    draft.tie(first, second, weight, layer, edge.undirected === true || type === 'undirected' ? 'tie' : 'arc');
  }
  return type === 'directed' ? true : type === 'undirected' ? false : undefined;
}

function attributesOf(entry: JsonObject): JsonObject {
  return isObject(entry.attributes) ? entry.attributes : {};
}

import { SOCIAL } from '../network.ts';
import { type ImportOptions, isLayerName, isWeightName, layerName, layerOf } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import type { NetworkDraft } from './network-draft.ts';
import { freeNames, inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';
import { parseXml, type XmlElement, xmlText } from './xml.ts';

interface Key {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  readonly default: string | null;
}

/** Reads GraphML (Brandes et al. 2002, doi:10.1007/3-540-45848-4_59): one graph without hyperedges or nesting; data of nodes become attributes. */
export function readGraphml(draft: NetworkDraft, text: string, options: ImportOptions): boolean | undefined {
  const root = parseXml(text, draft.file);
  if (root.name !== 'graphml') throw draft.error(root, `<${root.name}>`, '<graphml>');
  const keys = root.all('key').map(keyOf);
  const graphs = root.all('graph');
  const graph = graphs[0];
  if (graph === undefined) throw draft.error(root, 'no <graph>', 'one <graph>');
  if (graphs.length > 1) draft.warnings.push(`The first of ${graphs.length} graphs read.`);
  const nodeKeys = new Map(keys.filter((key) => key.domain !== 'edge').map((key) => [key.id, key]));
  const edgeKeys = keys.filter((key) => key.domain === 'edge' || key.domain === 'all');
  const children = graph.children;
  for (const key of keys) if (key.domain === 'node' || key.domain === 'all') draft.column(key.name);
  for (const node of children) if (node.name === 'node') readNode(draft, node, nodeKeys);
  draft.close();
  const weight = edgeKeys.find((key) => isWeightName(key.name, options.weight));
  const layer = edgeKeys.find((key) => isLayerName(key.name, options.layer));
  const directed = graph.attribute('edgedefault') === 'directed';
  for (const edge of children) {
    if (edge.name === 'hyperedge') throw draft.error(edge, '<hyperedge>', 'edges between two nodes');
    if (edge.name !== 'edge') continue;
    const data = weight === undefined && layer === undefined ? [] : edge.all('data');
    const textFor = (key: Key | undefined) =>
      key === undefined ? null : (data.find((value) => value.attribute('key') === key.id)?.text ?? key.default);
    const strength = textFor(weight);
    const level = layerOf(textFor(layer)?.trim() ?? '');
    if (level === null && options.layer !== undefined) throw draft.error(edge, 'another layer', 'social or interest');
    const oneWay = edge.attribute('directed');
    draft.tie(
      draft.person(edge.attribute('source') ?? '', edge),
      draft.person(edge.attribute('target') ?? '', edge),
      strength === null ? null : draft.weight(strength, edge),
      level ?? SOCIAL,
      (oneWay === null ? directed : oneWay === 'true') ? 'arc' : 'tie',
    );
  }
  return directed ? true : undefined;
}

function keyOf(key: XmlElement): Key {
  const id = key.attribute('id') ?? '';
  const fallback = key.all('default')[0]?.text ?? null;
  return { id, domain: key.attribute('for') ?? 'all', name: key.attribute('attr.name') ?? id, default: fallback };
}

function readNode(draft: NetworkDraft, node: XmlElement, keys: ReadonlyMap<string, Key>): void {
  const person = draft.declare(node.attribute('id') ?? '', node);
  for (const key of keys.values()) if (key.default !== null && key.domain !== 'graph') draft.attribute(person, key.name, key.default);
  for (const child of node.children) {
    if (child.name === 'graph') throw draft.error(child, 'a graph within a node', 'a flat graph');
    if (child.name !== 'data') continue;
    const id = child.attribute('key') ?? '';
    draft.attribute(person, keys.get(id)?.name ?? id, child.text);
  }
}

/** GraphML in pieces: attributes as texts of nodes, weight and layer of edges where not all are 1 and social. */
export function writeGraphml(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids, attributes } = imported;
  const weighted = network.strengths.some((strength) => strength !== 1);
  const layered = network.layers.some((layer) => layer !== SOCIAL);
  const names = freeNames(attributes, []);
  function* lines(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    for (const [i, name] of names.entries()) yield `<key id="a${i}" for="node" attr.name="${xmlText(name)}" attr.type="string"/>\n`;
    if (weighted) yield '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n';
    if (layered) yield '<key id="layer" for="edge" attr.name="layer" attr.type="string"/>\n';
    yield `<graph edgedefault="${network.directed ? 'directed' : 'undirected'}">\n`;
    for (let i = 0; i < ids.length; i++) {
      let data = '';
      for (const [column, { values }] of attributes.entries()) {
        const value = values[i];
        if (value !== null) data += `<data key="a${column}">${xmlText(value)}</data>`;
      }
      yield `<node id="${xmlText(ids[i])}">${data}</node>\n`;
    }
    for (const [first, second, arc] of ties(network, options.influence)) {
      const weight = weighted ? `<data key="weight">${shortWeight(network.strengths[arc])}</data>` : '';
      const layer = layered ? `<data key="layer">${layerName(network.layers[arc])}</data>` : '';
      yield `<edge source="${xmlText(ids[first])}" target="${xmlText(ids[second])}">${weight}${layer}</edge>\n`;
    }
    yield '</graph>\n</graphml>\n';
  }
  return inChunks(lines());
}

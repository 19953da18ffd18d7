import { SOCIAL } from '../network.ts';
import { type ImportOptions, isLayerName, isWeightName, layerName, layerOf } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import type { NetworkDraft, TieKind } from './network-draft.ts';
import { freeNames, inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';
import { parseXml, type XmlElement, xmlText } from './xml.ts';

/** Reads GEXF (1.1 to 1.3, as Gephi writes it). Labels and attributes of nodes become attributes; times and looks are ignored. */
export function readGexf(draft: NetworkDraft, text: string, options: ImportOptions): boolean | undefined {
  const root = parseXml(text, draft.file);
  if (root.name !== 'gexf') throw draft.error(root, `<${root.name}>`, '<gexf>');
  const graph = root.all('graph')[0];
  if (graph === undefined) throw draft.error(root, 'no <graph>', 'one <graph>');
  const nodeTitles = titlesOf(graph, 'node');
  const edgeTitles = titlesOf(graph, 'edge');
  for (const { title } of nodeTitles.values()) draft.column(title);
  for (const nodes of graph.all('nodes')) for (const node of nodes.all('node')) readNode(draft, node, nodeTitles);
  draft.close();
  const directed = graph.attribute('defaultedgetype') === 'directed';
  for (const edges of graph.all('edges')) {
    for (const edge of edges.all('edge')) readEdge(draft, edge, edgeTitles, directed, options);
  }
  return directed ? true : undefined;
}

interface Title {
  readonly title: string;
  readonly default: string | null;
}

function titlesOf(graph: XmlElement, domain: string): Map<string, Title> {
  const titles = new Map<string, Title>();
  for (const group of graph.all('attributes')) {
    if (group.attribute('class') !== domain) continue;
    for (const attribute of group.all('attribute')) {
      const id = attribute.attribute('id') ?? '';
      titles.set(id, { title: attribute.attribute('title') ?? id, default: attribute.all('default')[0]?.text ?? null });
    }
  }
  return titles;
}

/** Attribute values by title, with the defaults of those that the element leaves out. */
function valuesOf(element: XmlElement, titles: ReadonlyMap<string, Title>): Map<string, string> {
  const values = new Map<string, string>();
  for (const { title, default: fallback } of titles.values()) if (fallback !== null) values.set(title, fallback);
  for (const group of element.all('attvalues')) {
    for (const value of group.all('attvalue')) {
      const id = value.attribute('for') ?? value.attribute('id') ?? '';
      values.set(titles.get(id)?.title ?? id, value.attribute('value') ?? '');
    }
  }
  return values;
}

function readNode(draft: NetworkDraft, node: XmlElement, titles: ReadonlyMap<string, Title>): void {
  const id = node.attribute('id') ?? '';
  const person = draft.declare(id, node);
  if (node.all('nodes').length > 0) throw draft.error(node, 'nodes within a node', 'a flat graph');
  const label = node.attribute('label');
  if (label !== null && label !== id) draft.attribute(person, 'label', label);
  for (const [title, value] of valuesOf(node, titles)) draft.attribute(person, title, value);
}

function readEdge(
  draft: NetworkDraft,
  edge: XmlElement,
  titles: ReadonlyMap<string, Title>,
  directed: boolean,
  options: ImportOptions,
): void {
  const values = titles.size === 0 ? new Map<string, string>() : valuesOf(edge, titles);
  const textFor = (test: (name: string) => boolean): string | null => {
    for (const [title, value] of values) if (test(title)) return value;
    return null;
  };
  const plain = options.weight === undefined || options.weight === 'weight' ? edge.attribute('weight') : null;
  const weight = plain ?? textFor((name) => isWeightName(name, options.weight));
  const layer = layerOf(textFor((name) => isLayerName(name, options.layer)) ?? '');
  if (layer === null && options.layer !== undefined) throw draft.error(edge, 'another layer', 'social or interest');
  const type = edge.attribute('type');
  const kind: TieKind = (type === null ? directed : type === 'directed') ? 'arc' : 'tie';
  const first = draft.person(edge.attribute('source') ?? '', edge);
  const second = draft.person(edge.attribute('target') ?? '', edge);
  draft.tie(first, second, weight === null ? null : draft.weight(weight, edge), layer ?? SOCIAL, kind);
}

/** GEXF 1.3 in pieces; weight and layer of edges where not all are 1 and social. */
export function writeGexf(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids, attributes } = imported;
  const weighted = network.strengths.some((strength) => strength !== 1);
  const layered = network.layers.some((layer) => layer !== SOCIAL);
  const names = freeNames(attributes, []);
  function* lines(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `<graph defaultedgetype="${network.directed ? 'directed' : 'undirected'}">\n<attributes class="node">\n`;
    for (const [i, name] of names.entries()) yield `<attribute id="${i}" title="${xmlText(name)}" type="string"/>\n`;
    yield '</attributes>\n';
    if (layered) yield '<attributes class="edge">\n<attribute id="layer" title="layer" type="string"/>\n</attributes>\n';
    yield '<nodes>\n';
    for (let i = 0; i < ids.length; i++) {
      let values = '';
      for (const [column, attribute] of attributes.entries()) {
        const value = attribute.values[i];
        if (value !== null) values += `<attvalue for="${column}" value="${xmlText(value)}"/>`;
      }
      const id = xmlText(ids[i]);
      yield `<node id="${id}" label="${id}"><attvalues>${values}</attvalues></node>\n`;
    }
    yield '</nodes>\n<edges>\n';
    let number = 0;
    for (const [first, second, arc] of ties(network, options.influence)) {
      const weight = weighted ? ` weight="${shortWeight(network.strengths[arc])}"` : '';
      const layer = layered ? `<attvalues><attvalue for="layer" value="${layerName(network.layers[arc])}"/></attvalues>` : '';
      yield `<edge id="${number++}" source="${xmlText(ids[first])}" target="${xmlText(ids[second])}"${weight}>${layer}</edge>\n`;
    }
    yield '</edges>\n</graph>\n</gexf>\n';
  }
  return inChunks(lines());
}

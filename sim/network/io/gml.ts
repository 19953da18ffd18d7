import { SOCIAL } from '../network.ts';
import { clipped, type ImportOptions, isLayerName, isWeightName, layerName, layerOf } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { declareLabelled } from './labelled-people.ts';
import type { NetworkDraft } from './network-draft.ts';
import { freeNames, inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';

/** A list of keys and values; a value is a text (numbers too) or another list. */
interface GmlList {
  readonly entries: readonly GmlEntry[];
  readonly line: number;
}
interface GmlEntry {
  readonly key: string;
  readonly value: string | GmlList;
  readonly line: number;
}

const DEEPEST = 64;
/** A blank or a comment line, a bracket, a quoted text, or a bare word; sticky, so that a scan is linear. */
const TOKEN = /[ \t\n\r]+|#[^\n\r]*|([[\]])|"([^"]*)"|([^\s[\]"#]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads GML (Himsolt 1997; as networkx, igraph and Gephi write it). */
export function readGml(draft: NetworkDraft, text: string, options: ImportOptions): boolean | undefined {
  const graphs = parseGml(draft, text).entries.filter((entry) => entry.key === 'graph' && typeof entry.value !== 'string');
  const graph = graphs[0]?.value;
  if (graph === undefined || typeof graph === 'string') throw draft.error('file', 'no graph', 'GML: graph [ … ]');
  if (graphs.length > 1) draft.warnings.push(`The first of ${graphs.length} graphs read.`);
  const lists = (key: string) =>
    graph.entries.flatMap((entry) => (entry.key === key && typeof entry.value !== 'string' ? [entry.value] : []));
  const nodes = lists('node');
  const persons = declareLabelled(
    draft,
    nodes.map((node) => ({ key: required(draft, node, 'id'), label: textOf(node, 'label'), place: node.line })),
  );
  for (const [person, node] of nodes.entries()) {
    for (const { key, value } of node.entries) {
      if (key !== 'id' && key !== 'label' && typeof value === 'string') draft.attribute(person, key, value);
    }
  }
  const directed = textOf(graph, 'directed') === '1';
  for (const edge of lists('edge')) {
    const end = (key: string): number => {
      const id = required(draft, edge, key);
      const person = persons.get(id);
      if (person === undefined) throw draft.error(edge.line, `an edge to node ${clipped(id)}`, 'ids of nodes of the file');
      return person;
    };
    const weight = textWhere(edge, (name) => isWeightName(name, options.weight));
    const layer = layerOf(textWhere(edge, (name) => isLayerName(name, options.layer)) ?? '');
    if (layer === null && options.layer !== undefined) throw draft.error(edge.line, 'another layer', 'social or interest');
    const strength = weight === null ? null : draft.weight(weight, edge.line);
    draft.tie(end('source'), end('target'), strength, layer ?? SOCIAL, directed ? 'arc' : 'tie');
  }
  return directed ? true : undefined;
}

function parseGml(draft: NetworkDraft, text: string): GmlList {
  const root: GmlEntry[] = [];
  const open: { entries: GmlEntry[]; line: number }[] = [{ entries: root, line: 1 }];
  let key: string | null = null;
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) throw draft.error(line, 'a quote that is never closed', 'a closing quote');
    const [whole, bracket, quoted, word] = token;
    const list = open[open.length - 1];
    if (bracket === '[') {
      if (key === null) throw draft.error(line, '[ without a key', 'a key before it');
      if (open.length > DEEPEST) throw draft.error(line, `lists within lists, deeper than ${DEEPEST}`, `at most ${DEEPEST} levels`);
      const inner = { entries: [], line };
      list.entries.push({ key, value: inner, line });
      open.push(inner);
      key = null;
    } else if (bracket === ']') {
      if (key !== null || open.length === 1) throw draft.error(line, ']', key === null ? 'a [ before it' : `a value for ${clipped(key)}`);
      open.pop();
    } else if (quoted !== undefined || (word !== undefined && key !== null)) {
      if (key === null) throw draft.error(line, `the text ${clipped(quoted ?? '')} without a key`, 'keys and values by turns');
      list.entries.push({ key, value: quoted === undefined ? word : unescaped(quoted), line });
      key = null;
    } else if (word !== undefined) {
      if (!/^[A-Za-z_][\w.-]*$/.test(word)) throw draft.error(line, `the key ${clipped(word)}`, 'a key of letters, digits and _');
      key = word;
    }
    if (word === undefined) for (let i = at; i < at + whole.length; i++) if (text.charCodeAt(i) === 10) line++;
  }
  if (open.length > 1) throw draft.error(line, `the end of the file within the list opened in line ${open[open.length - 1].line}`, ']');
  if (key !== null) throw draft.error(line, `the end of the file after ${clipped(key)}`, 'a value');
  return { entries: root, line: 1 };
}

function textWhere(list: GmlList, test: (key: string) => boolean): string | null {
  for (const { key, value } of list.entries) if (typeof value === 'string' && test(key)) return value;
  return null;
}

function textOf(list: GmlList, key: string): string | null {
  return textWhere(list, (name) => name === key);
}

function required(draft: NetworkDraft, list: GmlList, key: string): string {
  const text = textOf(list, key);
  if (text === null) throw draft.error(list.line, `no ${key}`, `an ${key === 'id' ? 'id' : 'edge with source and target'}`);
  return text;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name];
    return Number(decimal) > 0 && Number(decimal) <= 0x10ffff ? String.fromCodePoint(Number(decimal)) : whole;
  });
}

/** A GML text: seven-bit, everything else as a numeric character reference. */
function gmlText(text: string): string {
  return `"${text.replace(/[^ !#-%'-~]/gu, (mark) => `&#${mark.codePointAt(0)};`)}"`;
}

/** Keys of GML are letters and digits. */
function gmlKey(name: string): string {
  const spelled = name.replace(/\W/g, '_');
  return /^[A-Za-z]/.test(spelled) ? spelled : `a_${spelled}`;
}

/** GML in pieces: ids stand as labels. Attribute names are spelled with letters, digits and _ alone. */
export function writeGml(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids, attributes } = imported;
  const weighted = network.strengths.some((strength) => strength !== 1);
  const layered = network.layers.some((layer) => layer !== SOCIAL);
  const names = freeNames(attributes, ['id', 'label'], gmlKey);
  function* lines(): Generator<string> {
    yield `graph [\n  directed ${network.directed ? 1 : 0}\n`;
    for (let i = 0; i < ids.length; i++) {
      const values = attributes.map((column, c) => ` ${names[c]} ${gmlText(column.values[i] ?? '')}`).join('');
      yield `  node [ id ${i} label ${gmlText(ids[i])}${values} ]\n`;
    }
    for (const [first, second, arc] of ties(network, options.influence)) {
      const weight = weighted ? ` weight ${shortWeight(network.strengths[arc])}` : '';
      const layer = layered ? ` layer "${layerName(network.layers[arc])}"` : '';
      yield `  edge [ source ${first} target ${second}${weight}${layer} ]\n`;
    }
    yield ']\n';
  }
  return inChunks(lines());
}

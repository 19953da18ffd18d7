import { InputError } from '../../parameter/index.ts';
import { SOCIAL } from '../network.ts';
import { DelimitedReader, delimitedField } from './delimited.ts';
import {
  type EdgeColumns,
  type ImportOptions,
  isLayerName,
  isWeightName,
  layerName,
  layerOf,
  listed,
  plainName,
} from './import-options.ts';
import { counted, type ImportedNetwork } from './imported-network.ts';
import type { NetworkDraft, TieKind } from './network-draft.ts';
import { inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';

/** Usual names of the two ends of an edge, as `plainName` gives them. */
const ENDS: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['ego', 'alter'],
  ['src', 'dst'],
  ['sender', 'receiver'],
  ['namer', 'named'],
  ['follower', 'followed'],
  ['fromid', 'toid'],
  ['fromnodeid', 'tonodeid'],
  ['sourceid', 'targetid'],
  ['node1', 'node2'],
  ['id1', 'id2'],
  ['user1', 'user2'],
  ['person1', 'person2'],
  ['i', 'j'],
];

interface Columns {
  source: number;
  target: number;
  /** -1: none. */
  weight: number;
  layer: number;
  /** The layer column was found by its name, so that foreign values are no error. */
  layerGuessed: boolean;
  /** Whether an edge runs one way, as Gephi writes it; a column of this name that says other things is none. */
  type: number;
}

const KINDS: ReadonlyMap<string, TieKind> = new Map([
  ['directed', 'arc'],
  ['undirected', 'tie'],
]);

/**
 * Reads an edge list: one edge a line, two ids and perhaps weight, layer and type (directed, undirected), in comma-, tab-, semicolon-, bar- or blank-separated text.
 * Streamed: memory goes into people and ties, not into the text.
 */
export async function readEdgeList(draft: NetworkDraft, pieces: AsyncIterable<string>, options: ImportOptions): Promise<void> {
  let columns: Columns | null = null;
  let held: { fields: string[]; line: number } | null = null;
  let foreignLayers = 0;
  // Most edge lists are sorted: the first end is often that of the line before.
  let previous: string | null = null;
  let previousPerson = 0;

  const edge = (fields: string[], line: number, at: Columns): void => {
    const widest = Math.max(at.source, at.target, at.weight);
    if (fields.length <= widest) throw draft.error(line, counted(fields.length, 'field'), `at least ${widest + 1} fields`);
    if (fields[at.source] !== previous) {
      previous = fields[at.source];
      previousPerson = draft.person(previous, line);
    }
    const first = previousPerson;
    const second = draft.person(fields[at.target], line);
    const weight = at.weight === -1 ? null : draft.weight(fields[at.weight], line);
    let layer: number | null = SOCIAL;
    if (at.layer !== -1) {
      layer = layerOf(fields[at.layer] ?? '');
      if (layer === null && !at.layerGuessed) throw draft.error(line, `layer ${fields[at.layer]}`, 'social or interest (or 0 or 1)');
      if (layer === null) foreignLayers++;
    }
    const kind = at.type === -1 ? undefined : KINDS.get(plainName(fields[at.type] ?? ''));
    draft.tie(first, second, weight, layer ?? SOCIAL, kind ?? 'unsaid');
  };

  // The first record may be a header; whether it is may take a look at the second.
  const begin = (fields: string[], second: string[] | null, line: number): void => {
    const names = isHeader(fields, second, options) ? fields : null;
    columns = chooseColumns(names, fields.length, options, draft, line);
    if (names === null) edge(fields, line, columns);
  };

  const reader = new DelimitedReader(draft.file, options, (fields, line) => {
    if (columns !== null) edge(fields, line, columns);
    else if (held === null) held = { fields, line };
    else {
      begin(held.fields, fields, held.line);
      if (columns !== null) edge(fields, line, columns);
    }
  });
  for await (const piece of pieces) reader.push(piece);
  reader.end();
  const only = held as { fields: string[]; line: number } | null;
  if (columns === null && only !== null) begin(only.fields, null, only.line);
  if (foreignLayers > 0)
    draft.warnings.push(`${counted(foreignLayers, 'value')} of the column "layer" other than social and interest taken as social.`);
  if (reader.lateComments > 0) {
    draft.warnings.push(`${counted(reader.lateComments, 'line')} that start with # or % among the edges skipped as comments.`);
  }
}

function isHeader(fields: string[], second: string[] | null, options: EdgeColumns): boolean {
  if (options.header !== undefined) return options.header;
  for (const wanted of [options.source, options.target, options.weight, options.layer]) {
    if (wanted !== undefined && !isNumber(wanted) && fields.includes(wanted)) return true;
  }
  const names = fields.map(plainName);
  if (ENDS.some(([source, target]) => names.includes(source) && names.includes(target))) return true;
  // Words over numbers.
  if (second === null || fields.length < 2 || second.length < 2) return false;
  return [0, 1].every((i) => !isNumber(fields[i]) && isNumber(second[i]));
}

function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text));
}

function chooseColumns(names: string[] | null, width: number, options: EdgeColumns, draft: NetworkDraft, line: number): Columns {
  if (width < 2) throw draft.error(line, counted(width, 'field'), 'two ids a line, separated by a comma, semicolon, tab or blank');
  const wantedColumn = (option: string, wanted: string | undefined): number | null =>
    wanted === undefined ? null : columnOf(wanted, names, width, option, draft.file, line);
  const plain = names?.map(plainName) ?? [];
  const ends = ENDS.find(([source, target]) => plain.includes(source) && plain.includes(target));
  let source = wantedColumn('source', options.source);
  let target = wantedColumn('target', options.target);
  if (source === null && target === null && ends !== undefined) {
    source = plain.indexOf(ends[0]);
    target = plain.indexOf(ends[1]);
  }
  source ??= target === 0 ? 1 : 0;
  target ??= source === 1 ? 0 : 1;
  if (source === target) throw draft.error(line, 'one column for both ends of an edge', 'two columns');
  const others = (test: (name: string) => boolean) => (names ?? []).findIndex((name, i) => i !== source && i !== target && test(name));
  const weight = wantedColumn('weight', options.weight) ?? others((name) => isWeightName(name, undefined));
  const layer = wantedColumn('layer', options.layer) ?? others((name) => isLayerName(name, undefined));
  const type = others((name) => plainName(name) === 'type');
  if (names === null && weight === -1 && width > 2) {
    draft.warnings.push(`Columns after the second ignored; if the third holds weights, name it: weight 3.`);
  }
  return { source, target, weight, layer, layerGuessed: options.layer === undefined, type };
}

/** A column by its name, or by its number from 1. Throws an InputError that lists the columns. */
export function columnOf(
  wanted: string,
  names: readonly string[] | null,
  width: number,
  option: string,
  file: string,
  line: number,
): number {
  const named = names?.indexOf(wanted) ?? -1;
  if (named !== -1) return named;
  const number = Number(wanted);
  if (Number.isInteger(number) && number >= 1 && number <= width) return number - 1;
  const allowed = names === null ? `a column number from 1 to ${width}` : `one of the columns ${listed(names)}`;
  throw new InputError(`${file}, line ${line}: there is no column "${wanted}" for ${option}; expected ${allowed}.`, {
    file,
    path: `line ${line}`,
    found: wanted,
    allowed,
  });
}

/** An edge list with a header, in pieces; weight and layer stand there where not all are 1 and social, the type where edges run one way. */
export function writeEdgeList(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids } = imported;
  const weighted = network.strengths.some((strength) => strength !== 1);
  const layered = network.layers.some((layer) => layer !== SOCIAL);
  const delimiter = options.delimiter ?? ',';
  const field = (text: string) => delimitedField(text, delimiter);
  function* lines(): Generator<string> {
    const { directed } = network;
    const names = ['source', 'target', ...(weighted ? ['weight'] : []), ...(layered ? ['layer'] : []), ...(directed ? ['type'] : [])];
    yield `${names.join(delimiter)}\n`;
    for (const [first, second, arc] of ties(network, options.influence)) {
      let line = field(ids[first]) + delimiter + field(ids[second]);
      if (weighted) line += delimiter + shortWeight(network.strengths[arc]);
      if (layered) line += delimiter + layerName(network.layers[arc]);
      if (directed) line += `${delimiter}directed`;
      yield `${line}\n`;
    }
  }
  return inChunks(lines());
}

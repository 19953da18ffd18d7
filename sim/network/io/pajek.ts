import { checkNetworkLimits } from '../limits.ts';
import { SOCIAL } from '../network.ts';
import { clipped, layerName, layerOf } from './import-options.ts';
import { counted, type ImportedNetwork } from './imported-network.ts';
import { declareLabelled, type NumberedPerson } from './labelled-people.ts';
import { textLines } from './lines.ts';
import type { NetworkDraft, TieKind } from './network-draft.ts';
import { inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';

type Section = 'none' | 'vertices' | 'pairs' | 'lists' | 'matrix';

/**
 * Reads a Pajek network (.net; the first of a project .paj), line by line: vertices, arcs, edges, their list forms, or a matrix. Relations named social and interest are
 * layers; labels may hold numeric character references. Other sections are skipped.
 */
export async function readPajek(draft: NetworkDraft, pieces: AsyncIterable<string>): Promise<void> {
  let section: Section = 'none';
  let kind: TieKind = 'arc';
  let layer = SOCIAL;
  let count = -1;
  let row = 0;
  let settled = false;
  const people: NumberedPerson[] = [];
  const labelled = new Map<number, NumberedPerson>();

  const vertexNumber = (text: string | undefined, line: number): number => {
    const number = Number(text);
    if (text !== undefined && Number.isInteger(number) && number >= 1 && number <= count) return number;
    throw draft.error(line, text === undefined ? 'no vertex' : `vertex ${clipped(text)}`, `a whole number from 1 to ${count}`);
  };
  // Vertices without a line of their own exist too, so people are declared when the first other section begins.
  const settle = (): void => {
    if (settled || count === -1) return;
    settled = true;
    for (let i = 1; i <= count; i++) people.push(labelled.get(i) ?? { key: String(i), label: null, place: 'vertices' });
    declareLabelled(draft, people);
  };
  const begin = (text: string, line: number): boolean => {
    const word = text.split(/\s/, 1)[0].toLowerCase();
    const rest = text.slice(word.length).trim();
    if (word === '*vertices' && count !== -1) return false;
    if (word !== '*vertices' && section === 'vertices') settle();
    section = SECTIONS[word] ?? 'none';
    if (word === '*vertices') count = vertexCount(draft, rest, line);
    else if (section !== 'none' && count === -1) throw draft.error(line, word, '*Vertices before it');
    if (section === 'pairs' || section === 'lists') {
      kind = word.startsWith('*arc') ? 'arc' : 'tie';
      const relation = /"([^"]*)"/.exec(rest)?.[1] ?? '';
      layer = layerOf(relation) ?? SOCIAL;
    }
    row = 0;
    return true;
  };
  const content = (text: string, line: number): void => {
    if (section === 'vertices') {
      const [, number, quoted, bare] = /^(\S+)(?:\s+(?:"([^"]*)"|(\S+)))?/.exec(text) ?? [];
      const vertex = vertexNumber(number, line);
      if (labelled.has(vertex)) throw draft.error(line, `vertex ${vertex} a second time`, 'one line a vertex');
      labelled.set(vertex, { key: String(vertex), label: unescaped(quoted ?? bare ?? ''), place: line });
      return;
    }
    // Times of a tie stand in brackets behind it.
    const bracket = text.indexOf('[');
    const fields = (bracket === -1 ? text : text.slice(0, bracket)).trim().split(/\s+/);
    if (section === 'pairs') {
      const first = vertexNumber(fields[0], line) - 1;
      const second = vertexNumber(fields[1], line) - 1;
      const weighted = fields.length > 2 && isNumeric(fields[2]);
      draft.tie(first, second, weighted ? draft.weight(fields[2], line) : null, layer, kind);
    } else if (section === 'lists') {
      const first = vertexNumber(fields[0], line) - 1;
      for (let i = 1; i < fields.length; i++) draft.tie(first, vertexNumber(fields[i], line) - 1, null, layer, kind);
    } else if (section === 'matrix') {
      if (fields.length !== count || row === count)
        throw draft.error(line, `row ${row + 1} of ${counted(fields.length, 'value')}`, `${count} rows of ${count}`);
      for (const [j, value] of fields.entries()) if (Number(value) !== 0) draft.tie(row, j, draft.weight(value, line), SOCIAL, 'arc');
      row++;
    }
  };
  let line = 0;
  for await (const lines of textLines(pieces, draft.file)) {
    for (const raw of lines) {
      line++;
      const text = raw.trim();
      if (text === '' || text.startsWith('%')) continue;
      if (!text.startsWith('*')) content(text, line);
      else if (!begin(text, line)) return;
    }
  }
  settle();
  if (count === -1) throw draft.error('file', 'no *Vertices', 'a Pajek network');
  if ((section as Section) === 'matrix' && row < count)
    throw draft.error(line, counted(row, 'row'), `a matrix of ${counted(count, 'row')}`);
}

const SECTIONS: Readonly<Record<string, Section | undefined>> = {
  '*vertices': 'vertices',
  '*arcs': 'pairs',
  '*edges': 'pairs',
  '*arcslist': 'lists',
  '*edgeslist': 'lists',
  '*matrix': 'matrix',
};

function vertexCount(draft: NetworkDraft, rest: string, line: number): number {
  const [first, second] = rest.split(/\s+/);
  const count = Number(first);
  if (first === '' || !Number.isInteger(count) || count < 0)
    throw draft.error(line, `*Vertices ${clipped(rest)}`, 'a whole number of vertices');
  checkNetworkLimits({ nodes: count }, `line ${line}`, draft.file);
  if (second !== undefined) draft.warnings.push('A two-mode network: both modes read as people.');
  return count;
}

function isNumeric(text: string): boolean {
  return /^[-+.\d]|^(nan|inf)/i.test(text);
}

/** Reads a Pajek partition (.clu) into the attribute "partition": one whole number a vertex. */
export async function readPartition(draft: NetworkDraft, pieces: AsyncIterable<string>, file: string): Promise<void> {
  let line = 0;
  let person = 0;
  for await (const lines of textLines(pieces, file)) {
    for (const raw of lines) {
      line++;
      const text = raw.trim();
      if (text === '' || text.startsWith('%') || text.startsWith('*')) continue;
      if (!/^-?\d{1,9}$/.test(text)) throw draft.error(line, clipped(text), 'a whole number', file);
      if (person === draft.size) throw draft.error(line, 'more values than vertices', `${draft.size} values`, file);
      draft.attribute(person++, PARTITION, text);
    }
  }
  if (person < draft.size) throw draft.error('file', counted(person, 'value'), `${draft.size} values, one per vertex`, file);
}

export const PARTITION = 'partition';

function unescaped(text: string): string {
  return text.replace(/&#(\d{1,7});/g, (whole, decimal: string) => {
    return Number(decimal) > 0 && Number(decimal) <= 0x10ffff ? String.fromCodePoint(Number(decimal)) : whole;
  });
}

/** Pajek has no escape for a quote; it knows numeric character references. Blanks at the ends stay. */
function pajekLabel(text: string): string {
  return `"${text.replace(/["&\p{Cc}\u2028\u2029\ufeff]/gu, (mark) => `&#${mark.codePointAt(0)};`)}"`;
}

/** A Pajek network in pieces; attributes other than the tribe (see `writePartition`) have no place in it. */
export function writePajek(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { network, ids } = imported;
  function* lines(): Generator<string> {
    yield `*Vertices ${network.n}\n`;
    for (let i = 0; i < ids.length; i++) yield `${i + 1} ${pajekLabel(ids[i])}\n`;
    const layered = network.layers.some((layer) => layer !== SOCIAL);
    const word = network.directed ? '*Arcs' : '*Edges';
    for (const layer of layered ? [0, 1] : [SOCIAL]) {
      yield layered ? `${word} :${layer + 1} "${layerName(layer)}"\n` : `${word}\n`;
      for (const [first, second, arc] of ties(network, options.influence)) {
        if (network.layers[arc] === layer) yield `${first + 1} ${second + 1} ${shortWeight(network.strengths[arc])}\n`;
      }
    }
  }
  return inChunks(lines());
}

/** The tribes as a Pajek partition: numbers from 1, without names. */
export function writePartition(imported: ImportedNetwork): Iterable<string> {
  const { network } = imported;
  function* lines(): Generator<string> {
    yield `*Vertices ${network.n}\n`;
    for (const tribe of network.tribes) yield `${tribe + 1}\n`;
  }
  return inChunks(lines());
}

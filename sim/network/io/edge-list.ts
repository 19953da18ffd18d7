import { SOCIAL } from '../network.ts';
import { DelimitedReader, delimitedField } from './delimited.ts';
import { type ChosenColumns, chooseColumns, type EdgeRecord } from './edge-columns.ts';
import { clipped, type ImportOptions, layerName, layerOf, plainName } from './import-options.ts';
import { counted, type ImportedNetwork } from './imported-network.ts';
import type { NetworkDraft, TieKind } from './network-draft.ts';
import { inChunks, shortWeight, ties, type WriteOptions } from './writing.ts';

/** Records that are read before the first is judged to be a header. */
const SAMPLE = 64;

const KINDS: ReadonlyMap<string, TieKind> = new Map([
  ['directed', 'arc'],
  ['undirected', 'tie'],
]);

/**
 * Reads an edge list: one edge a line, two ids and perhaps weight, layer and type (directed, undirected), in comma-, tab-, semicolon-, bar- or blank-separated text.
 * Streamed: memory goes into people and ties, not into the text.
 */
export async function readEdgeList(draft: NetworkDraft, pieces: AsyncIterable<string>, options: ImportOptions): Promise<void> {
  const edges = new EdgeReader(draft, options);
  const reader = new DelimitedReader(draft.file, options, (fields, line) => edges.record(fields, line, reader.delimiter));
  for await (const piece of pieces) reader.push(piece);
  reader.end();
  edges.end(reader.delimiter);
  if (reader.lateComments > 0) {
    draft.warnings.push(`${counted(reader.lateComments, 'line')} that start with # or % among the edges skipped as comments.`);
  }
}

/** Takes record after record; the first ones wait until they show whether there is a header. */
class EdgeReader {
  readonly #draft: NetworkDraft;
  readonly #options: ImportOptions;
  readonly #sample: EdgeRecord[] = [];
  #columns: ChosenColumns | null = null;
  // Most edge lists are sorted: the first end is often that of the line before.
  #previous: string | null = null;
  #previousPerson = 0;
  #edges = 0;
  /** The ends of the first edge, until another names one of them. */
  #alone: readonly [number, number] | null = null;
  #foreignLayers = 0;
  #decimalCommas = 0;

  constructor(draft: NetworkDraft, options: ImportOptions) {
    this.#draft = draft;
    this.#options = options;
  }

  record(fields: string[], line: number, delimiter: string): void {
    if (this.#columns !== null) this.#edge(fields, line, delimiter, this.#columns);
    else if (this.#sample.push({ fields, line }) === SAMPLE) this.#begin(delimiter);
  }

  end(delimiter: string): void {
    if (this.#sample.length === 0) return;
    this.#columns ??= this.#begin(delimiter);
    const { warnings } = this.#draft;
    if (this.#columns.names === null) this.#doubtFirstLine(this.#columns);
    if (this.#decimalCommas > 0) warnings.push(`${counted(this.#decimalCommas, 'decimal comma')} read as decimal points.`);
    if (this.#foreignLayers > 0) {
      warnings.push(`${counted(this.#foreignLayers, 'value')} of the column "layer" other than social and interest taken as social.`);
    }
  }

  #begin(delimiter: string): ChosenColumns {
    const columns = chooseColumns(this.#sample, this.#options, this.#draft);
    this.#columns = columns;
    const edges = columns.names === null ? this.#sample : this.#sample.slice(1);
    for (const { fields, line } of edges) this.#edge(fields, line, delimiter, columns);
    return columns;
  }

  #edge(fields: readonly string[], line: number, delimiter: string, at: ChosenColumns): void {
    const draft = this.#draft;
    const widest = Math.max(at.source, at.target, at.weight);
    if (fields.length <= widest) throw draft.error(line, counted(fields.length, 'field'), `at least ${widest + 1} fields`);
    if (fields[at.source] !== this.#previous) {
      this.#previous = fields[at.source];
      this.#previousPerson = draft.person(this.#previous, line);
    }
    const first = this.#previousPerson;
    const second = draft.person(fields[at.target], line);
    if (this.#edges++ === 0) this.#alone = [first, second];
    else if (this.#alone !== null && (this.#alone.includes(first) || this.#alone.includes(second))) this.#alone = null;
    const weight = at.weight === -1 ? null : draft.weight(this.#point(fields[at.weight], delimiter), line);
    let layer: number | null = SOCIAL;
    if (at.layer !== -1) {
      layer = layerOf(fields[at.layer] ?? '');
      if (layer === null && this.#options.layer !== undefined) {
        throw draft.error(line, `layer ${fields[at.layer]}`, 'social or interest (or 0 or 1)');
      }
      if (layer === null) this.#foreignLayers++;
    }
    const kind = at.type === -1 ? undefined : KINDS.get(plainName(fields[at.type] ?? ''));
    draft.tie(first, second, weight, layer ?? SOCIAL, kind ?? 'unsaid');
  }

  /** A decimal comma becomes a point. "1,234" may be a thousand; where semicolons separate, commas are not needed for that. */
  #point(text: string, delimiter: string): string {
    if (!/^[-+]?\d*,\d+$/.test(text) || (delimiter !== ';' && /^[1-9]\d{0,2},\d{3}$/.test(text))) return text;
    this.#decimalCommas++;
    return text.replace(',', '.');
  }

  /** Two words that no other line names may be a header in a language that we do not know. */
  #doubtFirstLine({ source, target }: ChosenColumns): void {
    const { fields } = this.#sample[0];
    const [first, second] = [fields[source], fields[target]];
    if (this.#options.header !== undefined || this.#alone === null || this.#edges < 2 || /\d/.test(first + second)) return;
    this.#draft.warnings.push(
      `The first line read as a tie of ${clipped(first)} with ${clipped(second)}, whom no other line names. If it names the columns, say so: source ${clipped(first)}.`,
    );
  }
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

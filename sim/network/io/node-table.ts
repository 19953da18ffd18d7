import { DelimitedReader, delimitedField } from './delimited.ts';
import { columnOf } from './edge-columns.ts';
import { clipped, type ImportOptions, plainName } from './import-options.ts';
import { counted, type ImportedNetwork } from './imported-network.ts';
import type { NetworkDraft } from './network-draft.ts';
import { freeNames, inChunks, type WriteOptions } from './writing.ts';

const ID_NAMES = ['id', 'node', 'nodeid', 'name', 'label', 'key', 'person'];

/**
 * Reads a node table: a header, then one person a line; the column of ids joins it with the edges, the others become attributes.
 * Everyone in it is in the network, tied or not, in its order; after it, edges may name nobody else.
 * `file` is the table's own name; the draft is that of the edges.
 */
export async function readNodeTable(
  draft: NetworkDraft,
  pieces: AsyncIterable<string>,
  file: string,
  options: ImportOptions,
): Promise<void> {
  let names: string[] | null = null;
  let idColumn = 0;
  let idName = '';
  const begin = (fields: string[], line: number): string[] => {
    const seen = new Set<string>();
    for (const name of fields) {
      if (seen.has(name)) throw draft.error(line, `two columns "${name}"`, 'column names that differ', file);
      seen.add(name);
    }
    if (options.id !== undefined) idColumn = columnOf(options.id, fields, fields.length, 'id', file, line);
    else {
      const plain = fields.map(plainName);
      const usual = ID_NAMES.find((name) => plain.includes(name));
      idColumn = usual === undefined ? 0 : plain.indexOf(usual);
    }
    idName = fields[idColumn];
    return fields;
  };
  const reader = new DelimitedReader(file, {}, (fields, line) => {
    if (names === null) {
      names = begin(fields, line);
      return;
    }
    if (fields.length > names.length || fields.length <= idColumn) {
      throw draft.error(line, counted(fields.length, 'field'), `${names.length} fields, as in the header`, file);
    }
    const person = draft.declare(fields[idColumn], line, file);
    for (let i = 0; i < names.length; i++) if (i !== idColumn) draft.attribute(person, names[i], fields[i] ?? null);
  });
  for await (const piece of pieces) reader.push(piece);
  reader.end();
  if (draft.size === 0) throw draft.error('file', 'a node table without people', 'a header and a line per person', file);
  if (reader.lateComments > 0) {
    draft.warnings.push(`${counted(reader.lateComments, 'line')} of ${file} that start with # or % skipped as comments.`);
  }
  draft.close(`the column ${clipped(idName)} of ${file}, whose first line names the columns`);
}

/** The node table: ids in node order, then the attributes. */
export function writeNodeTable(imported: ImportedNetwork, options: WriteOptions = {}): Iterable<string> {
  const { ids, attributes } = imported;
  const delimiter = options.delimiter ?? ',';
  const row = (fields: readonly (string | null)[]) =>
    `${fields.map((field) => (field === null ? '' : delimitedField(field, delimiter))).join(delimiter)}\n`;
  function* lines(): Generator<string> {
    yield row(['id', ...freeNames(attributes, ['id'])]);
    for (let i = 0; i < ids.length; i++) yield row([ids[i], ...attributes.map((column) => column.values[i])]);
  }
  return inChunks(lines());
}

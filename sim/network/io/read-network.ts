import { InputError } from '../../parameter/index.ts';
import { readEdgeList } from './edge-list.ts';
import { formatOf, type NetworkFormat } from './format.ts';
import { readGexf } from './gexf.ts';
import { readGml } from './gml.ts';
import { readGraphml } from './graphml.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { NetworkDraft } from './network-draft.ts';
import { type NetworkFile, textPieces, wholeText } from './network-file.ts';
import { readNodeLink } from './node-link.ts';
import { readNodeTable } from './node-table.ts';
import { PARTITION, readPajek, readPartition } from './pajek.ts';
import { assignTribes, type TribeSource } from './tribes.ts';

export interface ReadOptions extends ImportOptions {
  /** Found from name and content by default. */
  readonly format?: NetworkFormat;
  /** Node table of an edge list. */
  readonly nodes?: NetworkFile;
  /** Partition (.clu) of a Pajek network; its classes are the tribes unless `tribes` says otherwise. */
  readonly partition?: NetworkFile;
  /** Everyone is in one tribe by default. */
  readonly tribes?: TribeSource;
}

const DOCUMENTS = { graphml: readGraphml, gexf: readGexf, gml: readGml, 'node-link': readNodeLink };

/**
 * Reads a network from a file in any of the formats, streamed where the format allows (edge lists, node tables, Pajek).
 * What a person may want to know is in `warnings`; what cannot be taken is an InputError that names file, place, what was found and what is allowed.
 */
export async function readNetwork(file: NetworkFile, options: ReadOptions = {}): Promise<ImportedNetwork> {
  try {
    const imported = await readDraft(file, options);
    const tribes = options.tribes ?? (options.partition === undefined ? undefined : { column: PARTITION });
    return tribes === undefined ? imported : assignTribes(imported, tribes, (options.nodes ?? file).name);
  } catch (error) {
    // An engine's own bounds: nesting deeper than its stack, a text longer than its strings, memory that it does not get.
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${file.name}: nested too deeply or too large for this machine (${error.message}).`, {
      file: file.name,
      path: 'file',
    });
  }
}

async function readDraft(file: NetworkFile, options: ReadOptions): Promise<ImportedNetwork> {
  const draft = new NetworkDraft(file.name, options);
  const pieces = textPieces(file, draft.warnings);
  const first = await pieces.next();
  const beginning = first.done === true ? '' : first.value;
  const format = options.format ?? formatOf(file.name, beginning.slice(0, 4096));
  refuseMisplaced(file.name, format, options);
  const all = resumed(beginning, pieces);
  let directed: boolean | undefined;
  if (format === 'edge-list') {
    if (options.nodes !== undefined) await readNodeTable(draft, textPieces(options.nodes, draft.warnings), options.nodes.name, options);
    await readEdgeList(draft, all, options);
  } else if (format === 'pajek') {
    await readPajek(draft, all);
    if (options.partition !== undefined) await readPartition(draft, textPieces(options.partition, draft.warnings), options.partition.name);
  } else {
    directed = DOCUMENTS[format](draft, await wholeText(all, file), options);
  }
  return draft.finish(directed);
}

async function* resumed(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first !== '') yield first;
  yield* rest;
}

function refuseMisplaced(file: string, format: NetworkFormat, options: ReadOptions): void {
  const misplaced =
    options.nodes !== undefined && format !== 'edge-list'
      ? 'A node table'
      : options.partition !== undefined && format !== 'pajek'
        ? 'A partition'
        : null;
  if (misplaced === null) return;
  const allowed = misplaced === 'A node table' ? 'an edge list' : 'a Pajek network';
  throw new InputError(`${misplaced} goes with ${allowed}; ${file} is ${format}.`, { file, path: 'file', found: format, allowed });
}

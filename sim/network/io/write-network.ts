import { writeEdgeList } from './edge-list.ts';
import type { NetworkFormat } from './format.ts';
import { writeGexf } from './gexf.ts';
import { writeGml } from './gml.ts';
import { writeGraphml } from './graphml.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { writeNodeLink } from './node-link.ts';
import { writeNodeTable } from './node-table.ts';
import { writePajek, writePartition } from './pajek.ts';
import type { WriteOptions } from './writing.ts';

/** A file to be written: pieces of text, made as they are taken, so that a large network never stands in memory as text. */
export interface WrittenFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/**
 * The files that hold a network in a format, named after `name`: an edge list comes with its node table, a Pajek network with its tribes as a partition.
 * Read back (with `tribes` from `tribeColumn`), they give the same network: same hash. Pajek alone keeps neither attributes nor names of tribes.
 */
export function writeNetwork(imported: ImportedNetwork, format: NetworkFormat, name: string, options: WriteOptions = {}): WrittenFile[] {
  switch (format) {
    case 'edge-list': {
      const extension = options.delimiter === '\t' ? 'tsv' : 'csv';
      return [
        { name: `${name}.edges.${extension}`, pieces: writeEdgeList(imported, options) },
        { name: `${name}.nodes.${extension}`, pieces: writeNodeTable(imported, options) },
      ];
    }
    case 'graphml':
      return [{ name: `${name}.graphml`, pieces: writeGraphml(imported, options) }];
    case 'gexf':
      return [{ name: `${name}.gexf`, pieces: writeGexf(imported, options) }];
    case 'gml':
      return [{ name: `${name}.gml`, pieces: writeGml(imported, options) }];
    case 'pajek':
      return [
        { name: `${name}.net`, pieces: writePajek(imported, options) },
        { name: `${name}.clu`, pieces: writePartition(imported) },
      ];
    case 'node-link':
      return [{ name: `${name}.json`, pieces: writeNodeLink(imported, options) }];
  }
}

import { type ImportedNetwork, type NetworkFormat, type WrittenFile, writeNetwork } from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { interruptible } from './interrupt.ts';
import { tell } from './output.ts';

/** The format of a file to be written, from its extension alone. */
const FORMATS: Readonly<Record<string, NetworkFormat>> = {
  csv: 'edge-list',
  tsv: 'edge-list',
  graphml: 'graphml',
  gexf: 'gexf',
  gml: 'gml',
  net: 'pajek',
  json: 'node-link',
};

export const WRITABLE = Object.keys(FORMATS)
  .map((extension) => `.${extension}`)
  .join(' ');

/** The files that hold a network, named after `file`: an edge list comes with a node table `NAME.nodes.csv`, Pajek with a partition `NAME.clu`. */
function filesOf(imported: ImportedNetwork, file: string): WrittenFile[] {
  const [, stem, extension] = /^(.*)\.([^./\\]+)$/s.exec(file) ?? [null, file, ''];
  const format = Object.hasOwn(FORMATS, extension.toLowerCase()) ? FORMATS[extension.toLowerCase()] : undefined;
  if (format === undefined) {
    throw new InputError(`${file}: the extension names no format that can be written`, {
      file,
      path: 'file name',
      found: extension === '' ? 'no extension' : `.${extension}`,
      allowed: WRITABLE,
    });
  }
  const delimiter = extension.toLowerCase() === 'tsv' ? { delimiter: '\t' } : {};
  const [main, ...companions] = writeNetwork(imported, format, stem, delimiter);
  return [{ name: file, pieces: main.pieces }, ...companions];
}

/** Writes them, each under its final name only when it is whole, and says so. */
export async function saveNetwork(imported: ImportedNetwork, file: string): Promise<void> {
  const files = filesOf(imported, file);
  await interruptible(async (signal) => {
    for (const { name, pieces } of files) {
      const { bytes } = await writeSafely(name, pieces, signal);
      tell(`wrote ${name} (${bytes} bytes)\n`);
    }
  });
}

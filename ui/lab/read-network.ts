import { type ImportedNetwork, type NetworkFile, readNetwork } from '../../sim/network/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import type { NetworkQuestion } from './protocol.ts';

/**
 * Reads a network of one's own from files, streamed, in the worker where this is called. Nothing leaves the browser.
 *
 * @throws InputError that names file, place, what was found and what is allowed
 */
export async function readOwnNetwork({ file, nodes, partition, options }: NetworkQuestion): Promise<ImportedNetwork> {
  const imported = await readNetwork(opened(file), {
    ...options,
    ...(nodes !== null && { nodes: opened(nodes) }),
    ...(partition !== null && { partition: opened(partition) }),
  });
  if (imported.network.n >= 2) return imported;
  const found = `${imported.network.n} ${imported.network.n === 1 ? 'person' : 'people'}`;
  throw new InputError(`${file.name} holds ${found}: too few to influence each other`, {
    file: file.name,
    path: 'file',
    found,
    allowed: 'a network of at least two people',
  });
}

function opened(file: File): NetworkFile {
  return { name: file.name, bytes: file.size, content: file.stream() };
}

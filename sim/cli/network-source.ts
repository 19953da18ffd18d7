import {
  type ImportedNetwork,
  type Influence,
  type NetworkFile,
  type ReadOptions,
  readNetwork,
  type TribeSource,
} from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { pieces, sizeOf } from './input-file.ts';

/** How a network file is to be read, as options say. */
export interface NetworkChoice {
  readonly nodes?: string;
  readonly source?: string;
  readonly target?: string;
  readonly weight?: string;
  readonly id?: string;
  readonly directed?: boolean;
  readonly influence?: Influence;
  readonly tribes?: string;
}

/** Communities of a network do not change with the seed of a comparison. */
const LOUVAIN_SEED = 'swaylab';

/** Reads a network of one's own, streamed. @throws InputError */
export async function readNetworkFile(file: string, choice: NetworkChoice): Promise<ImportedNetwork> {
  const { nodes, tribes, ...columns } = choice;
  const imported = await readNetwork(await opened(file, 'a network'), {
    ...columns,
    ...(nodes !== undefined && (await peopleFrom(nodes))),
    ...(tribes !== undefined && { tribes: tribesFrom(tribes) }),
  });
  if (imported.network.n >= 2) return imported;
  throw new InputError(`${file} holds ${imported.network.n === 0 ? 'nobody' : 'one person alone'}`, {
    file,
    path: 'file',
    found: `${imported.network.n} people`,
    allowed: 'a network of at least two people',
  });
}

/** What says who the people are: a node table, or a partition of a Pajek network. */
async function peopleFrom(file: string): Promise<Pick<ReadOptions, 'nodes' | 'partition'>> {
  return file.toLowerCase().endsWith('.clu')
    ? { partition: await opened(file, 'a partition') }
    : { nodes: await opened(file, 'a node table') };
}

function tribesFrom(tribes: string): TribeSource {
  return tribes === 'louvain' ? { louvain: { seed: LOUVAIN_SEED } } : { column: tribes };
}

async function opened(file: string, kind: string): Promise<NetworkFile> {
  const bytes = await sizeOf(file, kind);
  return { name: file, content: pieces(file, kind), ...(bytes !== undefined && { bytes }) };
}

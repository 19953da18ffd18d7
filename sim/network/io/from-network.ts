import type { Network } from '../network.ts';
import { type AttributeColumn, EVERYONE, type ImportedNetwork } from './imported-network.ts';
import { networkHash } from './network-hash.ts';

/** A network made here as one that can be written: people are called "0", "1", …, and tribes by name stand in the attribute "tribe". */
export function fromNetwork(network: Network, tribeNames?: readonly string[]): ImportedNetwork {
  const ids = Array.from({ length: network.n }, (_, person) => String(person));
  const grouped = network.tribeCount > 1;
  const names = tribeNames ?? (grouped ? Array.from({ length: network.tribeCount }, (_, tribe) => String(tribe + 1)) : [EVERYONE]);
  const attributes: AttributeColumn[] = grouped ? [{ name: TRIBE, values: Array.from(network.tribes, (tribe) => names[tribe]) }] : [];
  return {
    network,
    ids,
    attributes,
    tribeNames: names,
    tribeColumn: grouped ? TRIBE : null,
    warnings: [],
    hash: networkHash(network, ids, names),
  };
}

const TRIBE = 'tribe';

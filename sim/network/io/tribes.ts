import { InputError } from '../../parameter/index.ts';
import { relabel } from '../csr.ts';
import { checkNetworkLimits } from '../limits.ts';
import { louvainCommunities } from '../louvain.ts';
import type { Network } from '../network.ts';
import { listed } from './import-options.ts';
import { type AttributeColumn, counted, type ImportedNetwork, NO_TRIBE } from './imported-network.ts';
import { networkHash } from './network-hash.ts';

/** Where tribes come from: a column of the node table, or communities found in the ties (`seed`: text, same tribes for same text). */
export type TribeSource = { readonly column: string } | { readonly louvain: { readonly seed: string } };

/**
 * The same network with tribes, people re-ordered tribe by tribe (ids go with them), so that tribe mates lie together in memory. Tribes are numbered by first
 * appearance. People without a value form the tribe "(none)", with a warning. Communities are kept as the attribute "louvain".
 * Throws an InputError that names the file and lists the columns when there is no such column, and when there are too many tribes.
 */
export function assignTribes(imported: ImportedNetwork, source: TribeSource, file: string | null = null): ImportedNetwork {
  if ('column' in source) return byColumn(imported, source.column, file);
  const communities = louvainCommunities(imported.network, source.louvain.seed);
  const column = { name: LOUVAIN, values: Array.from(communities, (community) => String(community + 1)) };
  const attributes = [...imported.attributes.filter(({ name }) => name !== LOUVAIN), column];
  return byColumn({ ...imported, attributes }, LOUVAIN, file);
}

const LOUVAIN = 'louvain';

function byColumn(imported: ImportedNetwork, column: string, file: string | null): ImportedNetwork {
  const { network, ids, attributes } = imported;
  const chosen = attributes.find(({ name }) => name === column);
  if (chosen === undefined) {
    const names = attributes.map(({ name }) => name);
    const allowed =
      names.length === 0 ? 'a network with attributes; this one has none (is there a node table?)' : `one of ${listed(names)}`;
    const where = file === null ? '' : `${file}: `;
    throw new InputError(`${where}there is no column "${column}" to take tribes from; expected ${allowed}.`, {
      file,
      path: 'tribes',
      found: column,
      allowed,
    });
  }
  const { tribes, names: tribeNames, missing } = numbered(chosen.values);
  checkNetworkLimits({ tribes: tribeNames.length }, 'tribes');
  const order = orderByTribe(tribes, tribeNames.length);
  const moved: Network = relabel({ ...network, tribes, tribeCount: tribeNames.length }, order);
  const movedIds = Array.from(order, (person) => ids[person]);
  const movedAttributes: AttributeColumn[] = attributes.map(({ name, values }) => ({
    name,
    values: Array.from(order, (person) => values[person]),
  }));
  const warnings = [...imported.warnings];
  if (missing > 0) warnings.push(`${counted(missing, 'person', 'people')} without "${column}" put into the tribe ${NO_TRIBE}.`);
  return {
    network: moved,
    ids: movedIds,
    attributes: movedAttributes,
    tribeNames,
    tribeColumn: column,
    warnings,
    hash: networkHash(moved, movedIds, tribeNames),
  };
}

function numbered(values: readonly (string | null)[]): { tribes: Uint32Array; names: string[]; missing: number } {
  const tribes = new Uint32Array(values.length);
  const numbers = new Map<string | null, number>();
  let missing = 0;
  for (const [person, value] of values.entries()) {
    let tribe = numbers.get(value);
    if (tribe === undefined) {
      tribe = numbers.size;
      numbers.set(value, tribe);
    }
    tribes[person] = tribe;
    if (value === null) missing++;
  }
  return { tribes, names: Array.from(numbers.keys(), (name) => name ?? NO_TRIBE), missing };
}

/** People tribe by tribe, within a tribe in the order they had. */
function orderByTribe(tribes: Uint32Array, tribeCount: number): Uint32Array {
  const next = new Uint32Array(tribeCount + 1);
  for (const tribe of tribes) next[tribe + 1]++;
  for (let tribe = 0; tribe < tribeCount; tribe++) next[tribe + 1] += next[tribe];
  const order = new Uint32Array(tribes.length);
  for (let person = 0; person < tribes.length; person++) order[next[tribes[person]]++] = person;
  return order;
}

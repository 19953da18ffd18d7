import { florentineNames, type ImportedNetwork, kiteNames } from '../../../sim/network/index.ts';

/** How people and tribes are called: by the file's own ids and names, by the published names of a small network, else by number. */
export interface Names {
  readonly person: (person: number) => string;
  readonly tribe: (tribe: number) => string;
}

export function namesOf(network: ImportedNetwork | null, kind: string): Names {
  if (network !== null) {
    return { person: (person) => network.ids[person], tribe: (tribe) => network.tribeNames[tribe] ?? `Tribe ${tribe + 1}` };
  }
  const published = kind === 'florentine-families' ? florentineNames() : kind === 'krackhardt-kite' ? kiteNames() : null;
  const clubs = kind === 'karate-club' ? ['Club of Mr. Hi', 'Club of the officers'] : null;
  return {
    person: (person) => published?.[person] ?? `Person ${person + 1}`,
    tribe: (tribe) => clubs?.[tribe] ?? (published !== null ? 'Everyone' : `Tribe ${tribe + 1}`),
  };
}

/**
 * A social network as compressed sparse rows (CSR). Row i lists the people whom i influences: arcs
 * `targets[offsets[i] … offsets[i + 1] - 1]`. An undirected tie stands in both rows.
 * Plain data: structured-clonable, its buffers may be shared or transferred. Treat as read-only.
 */
export interface Network {
  /** Number of people. */
  readonly n: number;
  readonly directed: boolean;
  /** Length n + 1. */
  readonly offsets: Uint32Array;
  /** One entry per arc, ascending within a row, no self-loops, no duplicates. */
  readonly targets: Uint32Array;
  /** Tie strength in (0, 1], one per arc; equal in both directions of an undirected tie. */
  readonly strengths: Float32Array;
  /** Layer of each arc: 0 social, 1 interest. */
  readonly layers: Uint8Array;
  /** Tribe of each person, 0 … tribeCount - 1; people are ordered by tribe where the order is ours to choose. */
  readonly tribes: Uint32Array;
  readonly tribeCount: number;
}

export const SOCIAL = 0;
export const INTEREST = 1;

/** Number of ties: arcs of a directed network, half the arcs of an undirected one. */
export function tieCount(network: Network): number {
  return network.directed ? network.targets.length : network.targets.length / 2;
}

export function degreeOf(network: Network, person: number): number {
  return network.offsets[person + 1] - network.offsets[person];
}

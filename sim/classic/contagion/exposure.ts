import type { Network } from '../../network/index.ts';

/** Sums of equal strengths may miss a threshold by rounding, by no more than this share. */
const ROUNDING = 1e-9;

/** How much of the influence on each person comes from people who have adopted. Grows with every adopter; linear in arcs over a whole run. */
export class Exposure {
  readonly #network: Network;
  /** Strength of all ties into each person. */
  readonly total: Float64Array;
  /** Strength of those ties whose other end has adopted. */
  readonly active: Float64Array;

  constructor(network: Network) {
    this.#network = network;
    this.total = inStrength(network);
    this.active = new Float64Array(network.n);
  }

  /** Counts a new adopter. */
  add(person: number): void {
    const { offsets, targets, strengths } = this.#network;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) this.active[targets[arc]] += strengths[arc];
  }

  /** Share of the influence on a person that comes from adopters, in [0, 1]; 0 for someone whom nobody influences. */
  share(person: number): number {
    const total = this.total[person];
    return total > 0 ? Math.min(1, this.active[person] / total) : 0;
  }

  /** Whether that share reaches a threshold. Nobody reaches a positive one without an influence. */
  reaches(person: number, threshold: number): boolean {
    return this.active[person] >= (threshold - ROUNDING) * this.total[person] && (threshold <= 0 || this.active[person] > 0);
  }
}

/** Strength of all ties into each person. */
export function inStrength({ n, targets, strengths }: Network): Float64Array {
  const total = new Float64Array(n);
  for (let arc = 0; arc < targets.length; arc++) total[targets[arc]] += strengths[arc];
  return total;
}

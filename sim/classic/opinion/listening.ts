import { type Network, reverse } from '../../network/index.ts';

/**
 * A network seen from the listener: row i holds the people who influence i, with the strength of their influence.
 * A network's own rows hold whom one influences, so a directed one is turned round here, once.
 */
export interface Listening {
  readonly n: number;
  /** Length n + 1. */
  readonly offsets: Uint32Array;
  /** Who is listened to, ascending within a row. */
  readonly sources: Uint32Array;
  readonly strengths: Float32Array;
  /** Strength summed along the row, up to and with the arc itself; the row's last entry is all that the listener hears. */
  readonly heard: Float64Array;
}

export function listeningOf(network: Network): Listening {
  const { n, offsets, targets, strengths } = reverse(network);
  const heard = new Float64Array(targets.length);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      sum += strengths[arc];
      heard[arc] = sum;
    }
  }
  return { n, offsets, sources: targets, strengths, heard };
}

/** All the strength that reaches a person; 0 for someone who listens to nobody. */
export function strengthHeard({ offsets, heard }: Listening, person: number): number {
  return offsets[person] === offsets[person + 1] ? 0 : heard[offsets[person + 1] - 1];
}

/** The arc of one influencer of `person`, drawn with probability proportional to strength by u in (0, 1); -1 for someone who listens to nobody. */
export function drawInfluence({ offsets, heard }: Listening, person: number, u: number): number {
  let low = offsets[person];
  let high = offsets[person + 1] - 1;
  if (high < low) return -1;
  const at = u * heard[high];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (heard[middle] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether `influencer` influences `listener`. */
export function influences({ offsets, sources }: Listening, influencer: number, listener: number): boolean {
  let low = offsets[listener];
  let high = offsets[listener + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sources[middle] < influencer) low = middle + 1;
    else high = middle;
  }
  return low < offsets[listener + 1] && sources[low] === influencer;
}

/**
 * What each person hears: the mean opinion of those listened to, weighted by strength, one's own standing in with weight `self` in [0, 1].
 * Who listens to nobody keeps their own. Reads `opinions`, writes `out`.
 */
export function meanHeardInto(out: Float64Array, opinions: Float64Array, listening: Listening, self: number): void {
  const { n, offsets, sources, strengths } = listening;
  for (let i = 0; i < n; i++) {
    const all = strengthHeard(listening, i);
    if (all === 0) {
      out[i] = opinions[i];
      continue;
    }
    let sum = 0;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) sum += strengths[arc] * opinions[sources[arc]];
    out[i] = self * opinions[i] + (1 - self) * (sum / all);
  }
}

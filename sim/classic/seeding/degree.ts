import type { Network } from '../../network/index.ts';

/** Influence of each person: the strength of all ties to people whom they influence; the degree, where all ties are of strength 1. */
export function outStrength({ n, offsets, strengths }: Network): Float64Array {
  const total = new Float64Array(n);
  for (let person = 0; person < n; person++) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) total[person] += strengths[arc];
  }
  return total;
}

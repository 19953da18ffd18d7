import type { Network } from './network.ts';

/** A tie of at least this strength counts as strong. */
export const STRONG = 0.5;

/** Mean strength over ties. NaN without ties. */
export function meanStrength({ strengths }: Network): number {
  let sum = 0;
  for (const strength of strengths) sum += strength;
  return sum / strengths.length;
}

/** Strong ties (arcs, in a directed network) per person. NaN without people. */
export function strongTiesPerPerson({ n, strengths }: Network): number {
  let strong = 0;
  for (const strength of strengths) if (strength >= STRONG) strong++;
  return strong / n;
}

import type { Network } from '../../network/index.ts';

/** One of the people in a row, likelier the stronger the tie; null for an empty row. u is uniform on (0, 1). */
export function drawByStrength({ offsets, targets, strengths }: Network, row: number, u: number): number | null {
  const end = offsets[row + 1];
  let total = 0;
  for (let arc = offsets[row]; arc < end; arc++) total += strengths[arc];
  if (total === 0) return null;
  let mark = u * total;
  let arc = offsets[row];
  while (arc + 1 < end && mark >= strengths[arc]) mark -= strengths[arc++];
  return targets[arc];
}

import type { Network } from './network.ts';

/** Share of ties that join two people of the same tribe. NaN without ties. */
export function sameTribeShare({ n, offsets, targets, tribes }: Network): number {
  let same = 0;
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) if (tribes[targets[arc]] === tribes[i]) same++;
  }
  return same / targets.length;
}

/** The same share if ties ignored tribes: that of pairs of different people who belong to one tribe. NaN with fewer than two people. */
export function sameTribeChance({ n, tribes, tribeCount }: Network): number {
  const sizes = new Float64Array(tribeCount);
  for (let i = 0; i < n; i++) sizes[tribes[i]]++;
  let pairs = 0;
  for (const size of sizes) pairs += size * (size - 1);
  return pairs / (n * (n - 1));
}

/** Share of arcs whose opposite arc exists too; 1 for an undirected network. NaN without arcs. */
export function reciprocity({ n, directed, offsets, targets }: Network): number {
  if (!directed) return targets.length > 0 ? 1 : NaN;
  let returned = 0;
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      if (rowHolds(targets, offsets[targets[arc]], offsets[targets[arc] + 1], i)) returned++;
    }
  }
  return returned / targets.length;
}

/** Binary search in an ascending row. */
function rowHolds(targets: Uint32Array, begin: number, end: number, person: number): boolean {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (targets[middle] < person) low = middle + 1;
    else high = middle;
  }
  return low < end && targets[low] === person;
}

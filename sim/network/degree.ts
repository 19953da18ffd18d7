import { symmetrise } from './csr.ts';
import { degreeOf, type Network } from './network.ts';

/** Arcs per person: the mean degree of an undirected network, the mean out-degree of a directed one. NaN without people. */
export function meanDegree(network: Network): number {
  return network.targets.length / network.n;
}

/** Number of people with each degree (out-degree): entry k counts those with k ties. */
export function degreeDistribution(network: Network): Uint32Array {
  let most = 0;
  for (let i = 0; i < network.n; i++) most = Math.max(most, degreeOf(network, i));
  const counts = new Uint32Array(network.n === 0 ? 0 : most + 1);
  for (let i = 0; i < network.n; i++) counts[degreeOf(network, i)]++;
  return counts;
}

/**
 * Correlation of the degrees at the two ends of a tie (Newman 2002, 10.1103/PhysRevLett.89.208701); of a directed network, of the
 * out-degree at the source with the in-degree at the target. NaN where all degrees at one end are equal.
 */
export function degreeAssortativity(network: Network): number {
  const { n, directed, offsets, targets } = network;
  const inDegrees = new Uint32Array(n);
  if (directed) for (const target of targets) inDegrees[target]++;
  else for (let i = 0; i < n; i++) inDegrees[i] = degreeOf(network, i);
  const m = targets.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += degreeOf(network, i) * degreeOf(network, i);
    meanY += inDegrees[i] * inDegrees[i];
  }
  meanX /= m;
  meanY /= m;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const x = degreeOf(network, i) - meanX;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const y = inDegrees[targets[arc]] - meanY;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
}

/**
 * Share of people who have fewer friends than their friends have on average (Feld 1991, 10.1086/229693), among those with any friend.
 * Directions are ignored.
 */
export function friendshipParadox(network: Network): number {
  const ties = symmetrise(network);
  const { n, offsets, targets } = ties;
  let befriended = 0;
  let fewer = 0;
  for (let i = 0; i < n; i++) {
    const degree = degreeOf(ties, i);
    if (degree === 0) continue;
    let theirs = 0;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) theirs += degreeOf(ties, targets[arc]);
    befriended++;
    // Compared as whole numbers, so that equal is never taken for fewer.
    if (degree * degree < theirs) fewer++;
  }
  return fewer / befriended;
}

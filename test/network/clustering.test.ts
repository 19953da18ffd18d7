import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureClustering } from '../../sim/network/clustering.ts';
import { symmetrise } from '../../sim/network/csr.ts';
import { generateNetwork } from '../../sim/network/generators.ts';
import type { Network } from '../../sim/network/network.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { build, matrixOf, networkOf, randomEdges } from './small-networks.ts';

const keys = keysFromSeed('clustering');

/** Looks at every pair of friends of everyone. */
function bruteForce(network: Network): { clustering: number; transitivity: number } {
  const tied = matrixOf(symmetrise(network));
  let local = 0;
  let allClosed = 0;
  let allPairs = 0;
  for (let i = 0; i < network.n; i++) {
    let closed = 0;
    let pairs = 0;
    for (let a = 0; a < network.n; a++) {
      for (let b = 0; b < a; b++) {
        if (!tied[i][a] || !tied[i][b]) continue;
        pairs++;
        if (tied[a][b]) closed++;
      }
    }
    if (pairs > 0) local += closed / pairs;
    allClosed += closed;
    allPairs += pairs;
  }
  return { clustering: local / network.n, transitivity: allClosed / allPairs };
}

describe('measureClustering', () => {
  it('of a triangle with a tail', () => {
    const network = networkOf(4, [[0, 1], [1, 2], [0, 2], [2, 3]]); // biome-ignore format: pairs
    expect(measureClustering(network, keys)).toEqual({ clustering: (1 + 1 + 1 / 3) / 4, transitivity: 3 / 5 });
  });

  it('agrees with brute force, also for directed networks', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build(edges);
        const measured = measureClustering(network, keys);
        const oracle = bruteForce(network);
        expect(measured.clustering).toBeCloseTo(oracle.clustering, 12);
        if (Number.isNaN(oracle.transitivity)) expect(measured.transitivity).toBeNaN();
        else expect(measured.transitivity).toBeCloseTo(oracle.transitivity, 12);
      }),
    );
  });

  it('a sample comes near the exact value and depends on its keys only', () => {
    const network = generateNetwork({ kind: 'tribal', people: 5000 }, keys);
    const exact = measureClustering(network, keys);
    const sampled = measureClustering(network, keys, 1000);
    expect(sampled.clustering).not.toBe(exact.clustering);
    expect(Math.abs(sampled.clustering - exact.clustering)).toBeLessThan(0.02);
    expect(Math.abs(sampled.transitivity - exact.transitivity)).toBeLessThan(0.04);
    expect(measureClustering(network, keys, 1000)).toEqual(sampled);
  });
});

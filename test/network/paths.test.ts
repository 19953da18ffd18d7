import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetrise } from '../../sim/network/csr.ts';
import { generateNetwork } from '../../sim/network/generators.ts';
import type { Network } from '../../sim/network/network.ts';
import { giantComponent, meanPath } from '../../sim/network/paths.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { build, matrixOf, networkOf, randomEdges } from './small-networks.ts';

const keys = keysFromSeed('paths');

/** All shortest paths by Floyd and Warshall. */
function distances(network: Network): number[][] {
  const steps = matrixOf(network).map((row, i) => row.map((tied, j) => (i === j ? 0 : tied ? 1 : Infinity)));
  for (let k = 0; k < network.n; k++) {
    for (let i = 0; i < network.n; i++) {
      for (let j = 0; j < network.n; j++) steps[i][j] = Math.min(steps[i][j], steps[i][k] + steps[k][j]);
    }
  }
  return steps;
}

describe('meanPath', () => {
  it('of a chain of n people is (n + 1) / 3', () => {
    for (const people of [2, 3, 10, 50]) {
      expect(meanPath(generateNetwork({ kind: 'path', people }, keys), keys)).toBeCloseTo((people + 1) / 3, 12);
    }
  });

  it('follows the direction of arcs and agrees with Floyd and Warshall', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build(edges);
        const finite = distances(network)
          .flatMap((row, i) => row.filter((_, j) => i !== j))
          .filter(Number.isFinite);
        const value = meanPath(network, keys);
        if (finite.length === 0) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(finite.reduce((a, b) => a + b, 0) / finite.length, 12);
      }),
    );
  });

  it('a sample of sources comes near the exact value', () => {
    const network = generateNetwork({ kind: 'tribal', people: 1000 }, keys);
    const exact = meanPath(network, keys, 1000);
    expect(Math.abs(meanPath(network, keys, 200) - exact)).toBeLessThan(0.05);
  });
});

describe('giantComponent', () => {
  it('of known networks', () => {
    expect(giantComponent(networkOf(5, [[0, 1], [1, 2], [3, 4]]))).toBe(0.6); // biome-ignore format: pairs
    expect(giantComponent(networkOf(4, []))).toBe(0.25);
    expect(giantComponent(networkOf(3, [[0, 1], [2, 1]], true))).toBe(1); // biome-ignore format: pairs
    expect(giantComponent(networkOf(0, []))).toBeNaN();
  });

  it('is the largest set of people who can reach each other, directions ignored', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const sizes = distances(symmetrise(build(edges))).map((row) => row.filter(Number.isFinite).length);
        expect(giantComponent(build(edges))).toBe(Math.max(...sizes) / edges.n);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reciprocity, sameTribeChance, sameTribeShare } from '../../sim/network/mixing.ts';
import { arcsOf, build, matrixOf, networkOf, randomEdges } from './small-networks.ts';

describe('tribe mixing', () => {
  it('of two tribes', () => {
    const network = networkOf(4, [[0, 1], [1, 2], [2, 3]], false, [0, 0, 1, 1]); // biome-ignore format: pairs
    expect(sameTribeShare(network)).toBeCloseTo(2 / 3, 12);
    // 2 of the 6 pairs of people share a tribe.
    expect(sameTribeChance(network)).toBeCloseTo(1 / 3, 12);
  });

  it('a complete network mixes as chance does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 }), (tribes) => {
        const pairs = tribes.flatMap((_, i) => tribes.map((_, j) => [i, j] as const));
        const network = networkOf(tribes.length, pairs, false, tribes);
        expect(sameTribeShare(network)).toBeCloseTo(sameTribeChance(network), 12);
      }),
    );
  });
});

describe('reciprocity', () => {
  it('is 1 for undirected ties and not defined without any', () => {
    expect(reciprocity(networkOf(2, [[0, 1]]))).toBe(1);
    expect(reciprocity(networkOf(2, []))).toBeNaN();
    expect(reciprocity(networkOf(2, [], true))).toBeNaN();
  });

  it('is the share of arcs that are returned', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build({ ...edges, directed: true });
        const arcs = arcsOf(network);
        fc.pre(arcs.length > 0);
        const matrix = matrixOf(network);
        expect(reciprocity(network)).toBeCloseTo(arcs.filter(([i, j]) => matrix[j][i]).length / arcs.length, 12);
      }),
    );
  });
});

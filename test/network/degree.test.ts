import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetrise } from '../../sim/network/csr.ts';
import { degreeAssortativity, degreeDistribution, friendshipParadox, meanDegree } from '../../sim/network/degree.ts';
import { arcsOf, build, degreesOf, networkOf, randomEdges } from './small-networks.ts';

const star = networkOf(5, [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
]);

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const mx = mean(pairs.map(([x]) => x));
  const my = mean(pairs.map(([, y]) => y));
  const xy = mean(pairs.map(([x, y]) => (x - mx) * (y - my)));
  const xx = mean(pairs.map(([x]) => (x - mx) ** 2));
  const yy = mean(pairs.map(([, y]) => (y - my) ** 2));
  return xy / Math.sqrt(xx * yy);
}

describe('degree', () => {
  it('of a star: mean 1.6, distribution, assortativity -1, four of five have the better connected friend', () => {
    expect(meanDegree(star)).toBe(1.6);
    expect(degreeDistribution(star)).toEqual(Uint32Array.of(0, 4, 0, 0, 1));
    expect(degreeAssortativity(star)).toBeCloseTo(-1, 12);
    expect(friendshipParadox(star)).toBe(0.8);
  });

  it('of a directed star: out-degrees count', () => {
    const arcs = networkOf(3, [[0, 1], [0, 2]], true); // biome-ignore format: pairs
    expect(meanDegree(arcs)).toBeCloseTo(2 / 3, 12);
    expect(degreeDistribution(arcs)).toEqual(Uint32Array.of(2, 0, 1));
    expect(friendshipParadox(arcs)).toBeCloseTo(2 / 3, 12);
  });

  it('assortativity is the correlation of source and target degrees', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build(edges);
        const out = degreesOf(network);
        const into = new Array<number>(edges.n).fill(0);
        for (const [, j] of arcsOf(network)) into[j]++;
        const oracle = correlation(arcsOf(network).map(([i, j]) => [out[i], into[j]]));
        const value = degreeAssortativity(network);
        if (Number.isFinite(oracle) && Number.isFinite(value)) expect(value).toBeCloseTo(oracle, 9);
      }),
    );
  });

  it('is not defined where nobody or everybody has the same degree', () => {
    expect(degreeAssortativity(networkOf(3, []))).toBeNaN();
    expect(degreeAssortativity(networkOf(2, [[0, 1]]))).toBeNaN();
    expect(meanDegree(networkOf(0, []))).toBeNaN();
    expect(friendshipParadox(networkOf(3, []))).toBeNaN();
  });

  it('friendship paradox compares with the mean of the friends', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const ties = symmetrise(build(edges));
        const degrees = degreesOf(ties);
        const tied = degrees.map((_, i) => i).filter((i) => degrees[i] > 0);
        fc.pre(tied.length > 0);
        const fewer = tied.filter((i) => {
          const friends = arcsOf(ties).filter(([from]) => from === i);
          return degrees[i] < friends.reduce((sum, [, j]) => sum + degrees[j], 0) / friends.length - 1e-9;
        });
        expect(friendshipParadox(build(edges))).toBeCloseTo(fewer.length / tied.length, 12);
      }),
    );
  });
});

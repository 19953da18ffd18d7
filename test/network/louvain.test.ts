import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../sim/network/csr.ts';
import { louvainCommunities } from '../../sim/network/louvain.ts';
import type { Network } from '../../sim/network/network.ts';

/** Rings of cliques: `count` cliques of `size`, each tied to the next by one tie. */
function cliques(count: number, size: number, directed = false): Network {
  const sources: number[] = [];
  const targets: number[] = [];
  const tie = (i: number, j: number) => {
    sources.push(i);
    targets.push(j);
    if (directed) {
      sources.push(j);
      targets.push(i);
    }
  };
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) tie(c * size + i, c * size + j);
    tie(c * size, ((c + 1) % count) * size + 1);
  }
  return buildNetwork({ n: count * size, directed, sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) });
}

const planted = Uint32Array.from({ length: 60 }, (_, i) => Math.floor(i / 10));

describe('louvainCommunities', () => {
  it('finds planted cliques, directed or not, whatever the seed', () => {
    for (const seed of ['a', 'b', 'c']) {
      expect(louvainCommunities(cliques(6, 10), seed)).toEqual(planted);
      expect(louvainCommunities(cliques(6, 10, true), seed)).toEqual(planted);
    }
  });

  it('gives the same communities for the same seed, and uses the seed', () => {
    // On a plain ring there are many equally good divisions, so that luck shows.
    const n = 200;
    const ring = buildNetwork({
      n,
      directed: false,
      sources: Uint32Array.from({ length: n }, (_, i) => i),
      targets: Uint32Array.from({ length: n }, (_, i) => (i + 1) % n),
    });
    expect(louvainCommunities(ring, 'x')).toEqual(louvainCommunities(ring, 'x'));
    const divisions = ['1', '2', '3', '4', '5', '6'].map((seed) => louvainCommunities(ring, seed).join());
    expect(new Set(divisions).size).toBeGreaterThan(1);
  });

  it('heeds strengths', () => {
    // A square: strong pairs decide.
    const square = (strengths: number[]) =>
      louvainCommunities(
        buildNetwork({
          n: 4,
          directed: false,
          sources: Uint32Array.of(0, 1, 2, 3),
          targets: Uint32Array.of(1, 2, 3, 0),
          strengths: Float32Array.from(strengths),
        }),
        'x',
      );
    expect([...square([1, 0.01, 1, 0.01])]).toEqual([0, 0, 1, 1]);
    expect([...square([0.01, 1, 0.01, 1])]).toEqual([0, 1, 1, 0]);
  });

  it('leaves people without ties alone', () => {
    const empty = buildNetwork({ n: 3, directed: false, sources: new Uint32Array(0), targets: new Uint32Array(0) });
    expect([...louvainCommunities(empty, 'x')]).toEqual([0, 1, 2]);
  });

  it('refuses more than 2,000,000 ties before it builds anything', () => {
    const arcs = 4_000_002;
    const large = { ...cliques(2, 3), targets: new Uint32Array(arcs) };
    expect(() => louvainCommunities(large, 'x')).toThrow('Louvain takes at most 2000000 ties; this network has 2000001');
  });
});

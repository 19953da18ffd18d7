import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork, relabel, reverse, symmetrise } from '../../sim/network/csr.ts';
import { INTEREST, type Network, SOCIAL, tieCount } from '../../sim/network/network.ts';
import { validateNetwork } from '../../sim/network/validate-network.ts';
import { arcsOf, build, networkOf, type RandomEdges, randomEdges } from './small-networks.ts';

type Arc = readonly [strength: number, layer: number];

/** The slow twin: arcs in a map by "i>j", the strongest of duplicates, of equally strong ones the lower layer. */
function arcMap({ directed, edges }: RandomEdges): Map<string, Arc> {
  const arcs = new Map<string, Arc>();
  const put = (i: number, j: number, arc: Arc) => {
    const old = arcs.get(`${i}>${j}`);
    if (old === undefined || arc[0] > old[0] || (arc[0] === old[0] && arc[1] < old[1])) arcs.set(`${i}>${j}`, arc);
  };
  for (const [i, j, strength, layer] of edges) {
    if (i === j) continue;
    put(i, j, [strength, layer]);
    if (!directed) put(j, i, [strength, layer]);
  }
  return arcs;
}

function mapOf(network: Network): Map<string, Arc> {
  return new Map(arcsOf(network).map(([i, j], arc) => [`${i}>${j}`, [network.strengths[arc], network.layers[arc]]]));
}

describe('buildNetwork', () => {
  it('lays out a known network', () => {
    const network = buildNetwork({
      n: 4,
      directed: false,
      sources: Uint32Array.of(2, 0, 3),
      targets: Uint32Array.of(1, 2, 2),
      strengths: Float32Array.of(0.5, 1, 0.25),
      layers: Uint8Array.of(SOCIAL, INTEREST, SOCIAL),
    });
    expect(network).toEqual({
      n: 4,
      directed: false,
      offsets: Uint32Array.of(0, 1, 2, 5, 6),
      targets: Uint32Array.of(2, 2, 0, 1, 3, 2),
      strengths: Float32Array.of(1, 0.5, 1, 0.5, 0.25, 0.25),
      layers: Uint8Array.of(INTEREST, SOCIAL, INTEREST, SOCIAL, SOCIAL, SOCIAL),
      tribes: new Uint32Array(4),
      tribeCount: 1,
    });
    expect(tieCount(network)).toBe(3);
  });

  it('agrees with a map of arcs on any edge list, and is valid', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build(edges);
        validateNetwork(network);
        expect(mapOf(network)).toEqual(arcMap(edges));
      }),
    );
  });

  it('does not depend on the order of the edges', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        expect(build({ ...edges, edges: [...edges.edges].reverse() })).toEqual(build(edges));
      }),
    );
  });

  it('reads only the edges that count', () => {
    const sources = Uint32Array.of(0, 1, 2, 0);
    const targets = Uint32Array.of(1, 2, 0, 0);
    expect(arcsOf(buildNetwork({ n: 3, directed: true, sources, targets, count: 2 }))).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('builds people without ties, and nobody at all', () => {
    expect(networkOf(3, []).offsets).toEqual(Uint32Array.of(0, 0, 0, 0));
    const nobody = networkOf(0, []);
    validateNetwork(nobody);
    expect(nobody.tribeCount).toBe(0);
  });
});

describe('relabel', () => {
  it('moves ties, strengths, layers and tribes with the people', () => {
    fc.assert(
      fc.property(randomEdges, fc.infiniteStream(fc.nat()), (edges, picks) => {
        const order = Uint32Array.from({ length: edges.n }, (_, i) => i);
        for (let i = edges.n - 1; i > 0; i--) {
          const j = (picks.next().value as number) % (i + 1);
          [order[i], order[j]] = [order[j], order[i]];
        }
        const network = { ...build(edges), tribes: Uint32Array.from({ length: edges.n }, (_, i) => i), tribeCount: edges.n };
        const moved = relabel(network, order);
        validateNetwork(moved);
        expect(moved.tribes).toEqual(order);
        const back = new Map(
          [...mapOf(moved)].map(([key, arc]) => [
            key
              .split('>')
              .map((i) => order[Number(i)])
              .join('>'),
            arc,
          ]),
        );
        expect(back).toEqual(mapOf(network));
      }),
    );
  });
});

describe('reverse', () => {
  it('turns every arc round, and back', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const network = build({ ...edges, directed: true });
        const turned = reverse(network);
        validateNetwork(turned);
        expect(new Map([...mapOf(turned)].map(([key, arc]) => [key.split('>').reverse().join('>'), arc]))).toEqual(mapOf(network));
        expect(reverse(turned)).toEqual(network);
      }),
    );
  });

  it('leaves an undirected network as it is', () => {
    const network = networkOf(3, [[0, 1]]);
    expect(reverse(network)).toBe(network);
  });
});

describe('symmetrise', () => {
  it('equals the undirected network of the same edges', () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        expect(symmetrise(build({ ...edges, directed: true }))).toEqual(build({ ...edges, directed: false }));
      }),
    );
  });
});

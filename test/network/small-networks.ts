import fc from 'fast-check';
import { buildNetwork } from '../../sim/network/csr.ts';
import type { Network } from '../../sim/network/network.ts';

/** A network from pairs, all of strength 1. */
export function networkOf(n: number, pairs: readonly (readonly [number, number])[], directed = false, tribes?: readonly number[]): Network {
  return buildNetwork({
    n,
    directed,
    sources: Uint32Array.from(pairs, ([source]) => source),
    targets: Uint32Array.from(pairs, ([, target]) => target),
    tribes: tribes && Uint32Array.from(tribes),
    tribeCount: tribes && Math.max(...tribes) + 1,
  });
}

/** The arcs of a network, row by row. */
export function arcsOf({ n, offsets, targets }: Network): [number, number][] {
  const arcs: [number, number][] = [];
  for (let i = 0; i < n; i++) for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) arcs.push([i, targets[arc]]);
  return arcs;
}

/** The network as a square table of truth values: the slow twin of every measure. */
export function matrixOf(network: Network): boolean[][] {
  const matrix = Array.from({ length: network.n }, () => new Array<boolean>(network.n).fill(false));
  for (const [i, j] of arcsOf(network)) matrix[i][j] = true;
  return matrix;
}

export function degreesOf({ n, offsets }: Network): number[] {
  return Array.from({ length: n }, (_, i) => offsets[i + 1] - offsets[i]);
}

export interface RandomEdges {
  readonly n: number;
  readonly directed: boolean;
  readonly edges: readonly (readonly [source: number, target: number, strength: number, layer: number])[];
}

/** Edge lists with self-loops and duplicates, of few people, so that both are common. */
export const randomEdges: fc.Arbitrary<RandomEdges> = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    edges: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.constantFrom(0.25, 0.5, 0.75, 1),
        fc.integer({ min: 0, max: 1 }),
      ),
      { maxLength: 60 },
    ),
  }),
);

export function build({ n, directed, edges }: RandomEdges): Network {
  return buildNetwork({
    n,
    directed,
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    strengths: Float32Array.from(edges, ([, , strength]) => strength),
    layers: Uint8Array.from(edges, ([, , , layer]) => layer),
  });
}

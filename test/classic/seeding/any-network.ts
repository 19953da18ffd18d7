import fc from 'fast-check';
import { buildNetwork, type Network } from '../../../sim/network/index.ts';

/** Small networks, directed or not, perhaps in pieces, with strengths from a short list so that equally long ways occur. */
export function anyNetwork(n: number, strengths: readonly number[] = [0.25, 0.5, 1]): fc.Arbitrary<Network> {
  const arc = fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.constantFrom(...strengths));
  return fc.tuple(fc.array(arc, { minLength: 1, maxLength: 4 * n }), fc.boolean()).map(([arcs, directed]) =>
    buildNetwork({
      n,
      directed,
      sources: Uint32Array.from(arcs, ([source]) => source),
      targets: Uint32Array.from(arcs, ([, target]) => target),
      strengths: Float32Array.from(arcs, ([, , strength]) => strength),
    }),
  );
}

import { buildNetwork, type Network } from '../../../sim/network/index.ts';

/** Five people, arcs one way, of unequal strength: whatever ignores directions or strengths gives other numbers. */
export function oneWayNetwork(): Network {
  const arcs = [
    [0, 1, 0.9],
    [0, 2, 0.3],
    [1, 2, 1],
    [2, 3, 0.5],
    [3, 1, 0.7],
    [3, 4, 0.2],
    [1, 4, 0.6],
    [4, 0, 0.4],
  ];
  return buildNetwork({
    n: 5,
    directed: true,
    sources: Uint32Array.from(arcs, ([source]) => source),
    targets: Uint32Array.from(arcs, ([, target]) => target),
    strengths: Float32Array.from(arcs, ([, , strength]) => strength),
  });
}

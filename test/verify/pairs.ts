import type { Network } from '../../sim/network/network.ts';

/** People in pairs (0 and 1, 2 and 3, …), one tie each, as strong as ties get, all of one tribe. */
export function pairs(people: number): Network {
  return {
    n: people,
    directed: false,
    offsets: Uint32Array.from({ length: people + 1 }, (_, i) => i),
    targets: Uint32Array.from({ length: people }, (_, i) => i ^ 1),
    strengths: new Float32Array(people).fill(1),
    layers: new Uint8Array(people),
    tribes: new Uint32Array(people),
    tribeCount: 1,
  };
}

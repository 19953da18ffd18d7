import { buildNetwork, type Network } from '../../../sim/network/index.ts';

/** who -> whom, with the strength of the influence. */
export type Arc = readonly [from: number, to: number, strength: number];

/** Five people, unequal strengths, influence that runs one way; from everyone there is a path to everyone. */
export const LOPSIDED: readonly Arc[] = [
  [0, 1, 1],
  [1, 2, 0.25],
  [2, 0, 0.5],
  [3, 0, 0.0625],
  [0, 3, 1],
  [3, 4, 0.125],
  [2, 4, 1],
  [4, 2, 0.75],
  [1, 4, 0.125],
];

export function networkOf(n: number, arcs: readonly Arc[], directed = true): Network {
  return buildNetwork({
    n,
    directed,
    sources: Uint32Array.from(arcs, ([from]) => from),
    targets: Uint32Array.from(arcs, ([, to]) => to),
    strengths: Float32Array.from(arcs, ([, , strength]) => strength),
  });
}

/** The same without strengths. */
export const unweighted = (arcs: readonly Arc[]): Arc[] => arcs.map(([from, to]) => [from, to, 1]);

/** The same with every arc turned round. */
export const turned = (arcs: readonly Arc[]): Arc[] => arcs.map(([from, to, strength]) => [to, from, strength]);

/** Those who influence a person, with their share in what it hears. */
export function heardBy(person: number, arcs: readonly Arc[]): { from: number; share: number }[] {
  const in_ = arcs.filter(([, to]) => to === person);
  const all = in_.reduce((sum, [, , strength]) => sum + strength, 0);
  return in_.map(([from, , strength]) => ({ from, share: strength / all }));
}

/** Who listens to whom, with rows that sum to 1. */
export function listeningMatrix(n: number, arcs: readonly Arc[], self: number): Float64Array[] {
  return Array.from({ length: n }, (_, person) => {
    const row = new Float64Array(n);
    row[person] = self;
    for (const { from, share } of heardBy(person, arcs)) row[from] += (1 - self) * share;
    return row;
  });
}

/** A square grid with borders, as Axelrod had it. */
export function grid(side: number): Network {
  const arcs: Arc[] = [];
  for (let i = 0; i < side * side; i++) {
    if (i % side < side - 1) arcs.push([i, i + 1, 1]);
    if (i + side < side * side) arcs.push([i, i + side, 1]);
  }
  return networkOf(side * side, arcs, false);
}

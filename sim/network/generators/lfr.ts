import { real, type Values } from '../../parameter/index.ts';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import { type Network, SOCIAL } from '../network.ts';
import { degreeExponent, degreeLaw, hubRatio } from './configuration.ts';
import { drawPowerLaw } from './power-law.ts';
import { expectedTies, meanDegree, people, strength } from './shared-parameters.ts';
import { matchStubs } from './stub-matching.ts';
import { TieList } from './tie-list.ts';
import { TieSet } from './tie-set.ts';
import { drawTribeSizes, largestTribe, sizeExponent, smallestTribe, tribesOf } from './tribe-sizes.ts';

export const parameters = {
  people,
  meanDegree,
  degreeExponent: { ...degreeExponent, default: 2.5 },
  hubRatio: { ...hubRatio, default: 5 },
  mixing: real(
    0.3,
    [0.1, 0.5],
    'share of ties',
    'Share of the ties of each person that leave their community.',
    'Evidence 2.22 (.1-.5)',
    [0, 1],
  ),
  sizeExponent,
  smallestTribe,
  largestTribe,
  strength,
};

/**
 * Communities after the benchmark of Lancichinetti, Fortunato and Radicchi (2008, 10.1103/PhysRevE.78.046110): power laws of degrees and of
 * community sizes, and everyone has the share `mixing` of their ties outside. Like it, not it: ends that do not fit into a community too
 * small for its hub go outside, instead of rewiring until all fit.
 */
export function lfr(values: Values<typeof parameters>, keys: Keys): Network {
  const { people: n, mixing } = values;
  const expected = expectedTies(n, values.meanDegree);
  const sizes = drawTribeSizes(n, values, new Stream(deriveKeys(keys, 1)));
  const law = degreeLaw(n, values.meanDegree, values.degreeExponent, values.hubRatio);
  const stream = new Stream(deriveKeys(keys, 2));
  const drawn = drawPowerLaw(law, n, stream).sort().reverse();
  const degrees = seat(drawn, sizes, 1 - mixing, stream);
  const tribes = tribesOf(n, sizes);

  const ties = new TieList(expected);
  const known = new TieSet(n, expected);
  const social = { layer: SOCIAL, strength: [values.strength, values.strength] } as const;
  const outside: number[] = [];
  let start = 0;
  for (const size of sizes) {
    const inside: number[] = [];
    for (let i = start; i < start + size; i++) {
      const within = sizes.length === 1 ? degrees[i] : Math.min(size - 1, Math.floor((1 - mixing) * degrees[i] + stream.uniform()));
      for (let end = 0; end < degrees[i]; end++) (end < within ? inside : outside).push(i);
    }
    // An odd end finds no partner inside.
    if (inside.length % 2 === 1 && sizes.length > 1) outside.push(inside.pop() as number);
    matchStubs(Uint32Array.from(inside), ties, known, stream, social);
    start += size;
  }
  matchStubs(Uint32Array.from(outside), ties, known, stream, { ...social, apart: tribes });
  return ties.build(n, tribes, sizes.length);
}

/**
 * Gives degrees (highest first) to seats in communities (largest first): each takes a random free seat in a community with room for the
 * share `inside` of it, as long as there is one.
 */
function seat(degrees: Uint32Array, sizes: Uint32Array, inside: number, stream: Stream): Uint32Array {
  const seated = new Uint32Array(degrees.length);
  const free = new Uint32Array(degrees.length);
  let freeCount = 0;
  let opened = 0;
  let nextSeat = 0;
  for (const degree of degrees) {
    while (opened < sizes.length && (freeCount === 0 || sizes[opened] > inside * degree)) {
      for (let s = 0; s < sizes[opened]; s++) free[freeCount++] = nextSeat++;
      opened++;
    }
    const pick = stream.integer(freeCount);
    seated[free[pick]] = degree;
    free[pick] = free[--freeCount];
  }
  return seated;
}

import type { Stream } from '../../random/index.ts';
import type { TieList } from './tie-list.ts';
import type { TieSet } from './tie-set.ts';

export interface MatchingRule {
  readonly layer: number;
  /** Strengths are uniform between these two. */
  readonly strength: readonly [low: number, high: number];
  /** When given, only people of different groups are tied. */
  readonly apart?: Uint32Array;
  /** When given, this share of the stubs first seeks partners of about the same degree. */
  readonly assortative?: { readonly share: number; readonly degrees: Uint32Array };
}

const ROUNDS = 20;
const REPAIRS = 200;

/**
 * Pairs stubs (one entry a tie end, holding its person) at random into ties without self-loops or duplicates: the configuration
 * model of Molloy and Reed (1995, 10.1002/rsa.3240060204). Pairs that are not allowed are shuffled and tried again; what is left
 * is placed by swapping ends with ties of this matching, which leaves all degrees as they are. `known` holds all ties there are.
 * The array is used up. Returns the number of stubs that could not be placed: 1 if their number is odd, more only where the
 * degrees cannot be realised.
 */
export function matchStubs(stubs: Uint32Array, ties: TieList, known: TieSet, stream: Stream, rule: MatchingRule): number {
  const first = ties.count;
  const { apart, assortative, strength, layer } = rule;
  const [low, high] = strength;

  const allowed = (a: number, b: number) => a !== b && (apart === undefined || apart[a] !== apart[b]) && !known.has(a, b);
  const tie = (a: number, b: number) => {
    known.add(a, b);
    ties.add(a, b, low + (high - low) * stream.uniform(), layer);
  };
  /** Pairs neighbours of the array; moves the rejected to its front and returns how many they are. */
  const pair = (some: Uint32Array): number => {
    let rejected = 0;
    for (let s = 0; s + 1 < some.length; s += 2) {
      const a = some[s];
      const b = some[s + 1];
      if (allowed(a, b)) tie(a, b);
      else {
        some[rejected++] = a;
        some[rejected++] = b;
      }
    }
    if (some.length % 2 === 1) some[rejected++] = some[some.length - 1];
    return rejected;
  };

  stream.shuffle(stubs);
  let rest = stubs;
  if (assortative !== undefined && assortative.share > 0) {
    const chosen = stubs.subarray(0, Math.floor(stubs.length * assortative.share));
    sortByDegreeClass(chosen, assortative.degrees);
    const rejected = pair(chosen);
    stubs.copyWithin(rejected, chosen.length);
    rest = stubs.subarray(0, rejected + stubs.length - chosen.length);
    stream.shuffle(rest);
  }
  for (let round = 0; round < ROUNDS && rest.length > 1; round++) {
    rest = rest.subarray(0, pair(rest));
    stream.shuffle(rest);
  }

  let unplaced = rest.length % 2;
  for (let s = 0; s + 1 < rest.length; s += 2) {
    if (!swapIn(rest[s], rest[s + 1])) unplaced += 2;
  }
  return unplaced;

  /** Breaks a tie (c, d) of this matching up into (a, c) and (b, d). */
  function swapIn(a: number, b: number): boolean {
    if (ties.count === first) return false;
    for (let attempt = 0; attempt < REPAIRS; attempt++) {
      const at = first + stream.integer(ties.count - first);
      const turned = stream.integer(2) === 1;
      const c = turned ? ties.targets[at] : ties.sources[at];
      const d = turned ? ties.sources[at] : ties.targets[at];
      if (!allowed(a, c) || !allowed(b, d)) continue;
      known.delete(c, d);
      known.add(a, c);
      ties.sources[at] = a;
      ties.targets[at] = c;
      tie(b, d);
      return true;
    }
    return false;
  }
}

/** Stable counting sort by half octaves of degree, highest first, so that neighbours in the array are about equally well connected. */
function sortByDegreeClass(stubs: Uint32Array, degrees: Uint32Array): void {
  const starts = new Uint32Array(66);
  for (const person of stubs) starts[64 - halfOctave(degrees[person])]++;
  for (let c = 1; c < starts.length; c++) starts[c] += starts[c - 1];
  const sorted = new Uint32Array(stubs.length);
  for (const person of stubs) sorted[starts[63 - halfOctave(degrees[person])]++] = person;
  stubs.set(sorted);
}

/** 0 … 63, rising with degree. */
function halfOctave(degree: number): number {
  if (degree < 2) return degree;
  const octave = 31 - Math.clz32(degree);
  return 2 * octave + ((degree >>> (octave - 1)) & 1);
}

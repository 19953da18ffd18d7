import { real, type Values } from '../../parameter/index.ts';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import { INTEREST, type Network, SOCIAL } from '../network.ts';
import { degreeExponent, degreeLaw, hubRatio } from './configuration.ts';
import { drawPowerLaw } from './power-law.ts';
import { expectedTies, meanDegree, people } from './shared-parameters.ts';
import { type MatchingRule, matchStubs } from './stub-matching.ts';
import { TieList } from './tie-list.ts';
import { TieSet } from './tie-set.ts';
import { drawTribeSizes, largestTribe, sizeExponent, smallestTribe, tribesOf } from './tribe-sizes.ts';

export const parameters = {
  people: { ...people, allowed: [10, people.allowed[1]] as const },
  meanDegree,
  degreeExponent,
  hubRatio,
  sizeExponent,
  smallestTribe,
  largestTribe,
  mixing: real(
    0.3,
    [0.1, 0.5],
    'share of social ties',
    'Share of social ties that leave the tribe, as far as strong ties, which are all inside, leave room.',
    'Evidence 2.22 (LFR benchmark .1-.5)',
    [0, 1],
  ),
  interestShare: real(
    0.35,
    [0, 0.6],
    'share of ties',
    'Share of ties in the interest layer, which ignores tribes.',
    'Assumption',
    [0, 0.95],
  ),
  strongTies: real(
    10,
    [5, 15],
    'ties per person',
    'Average number of strong ties, all within a circle of close friends; at most three quarters of all ties.',
    'Evidence 2.22: 10 (5-15)',
    [0, 100],
  ),
  closure: real(
    0.4,
    [0.2, 0.8],
    'probability',
    'Triadic closure: chance that two people of one circle are tied. Sets clustering, at a given number of strong ties.',
    'Set so that clustering is .10-.35 (evidence 2.22); circles as foci: Feld 1981, 10.1086/227352',
    [0.05, 1],
  ),
  assortativity: real(
    0.25,
    [0, 1],
    'share of weak ties',
    'Share of weak ties sought among people of about the same degree.',
    'Set so that degree assortativity is about .1-.2 (evidence 2.22)',
  ),
  strongStrength: real(
    0.8,
    [0.5, 1],
    'share of the strongest tie',
    'Mean strength of strong ties; single ties vary by a quarter.',
    'Goldenberg, Libai and Muller 2001, 10.1023/A:1011122126881: strong to weak about 4 to 1',
    [0.01, 1],
  ),
  weakStrength: real(
    0.2,
    [0.05, 0.4],
    'share of the strongest tie',
    'Mean strength of weak ties; single ties vary by a quarter.',
    'As above',
    [0.01, 1],
  ),
};

/** Largest share of strong ties, so that the network never falls apart into circles. */
const MOST_STRONG = 0.75;

/**
 * The default society. Tribes have heavy-tailed sizes and consist of circles of close friends, in which most know each other: these are the
 * strong ties, and close triangles, as foci do (Feld 1981; Newman and Park 2003, 10.1103/PhysRevE.68.036122). Weak ties are made by
 * matching, up to a heavy-tailed degree for each person: acquaintances within the tribe, social ties that leave it, and interest ties
 * across all people, a part of them among people of about equal degree, as in online networks. People stand circle by circle, tribe by tribe.
 */
export function tribal(given: Values<typeof parameters>, keys: Keys): Network {
  const values = { ...given, strongTies: Math.min(given.strongTies, MOST_STRONG * given.meanDegree) };
  const { people: n } = values;
  const expected = expectedTies(n, values.meanDegree, Math.floor((n - 1) / 2));
  const sizes = drawTribeSizes(n, values, new Stream(deriveKeys(keys, 1)));
  const tribes = tribesOf(n, sizes);
  const law = degreeLaw(n, values.meanDegree, values.degreeExponent, values.hubRatio);
  const degrees = drawPowerLaw(law, n, new Stream(deriveKeys(keys, 2)));

  const ties = new TieList(1.02 * expected);
  const known = new TieSet(n, 1.02 * expected);
  tieCircles(values, sizes, ties, known, new Stream(deriveKeys(keys, 3)));
  const stubs = drawStubs(values, degrees, strongDegrees(n, ties), sizes, new Stream(deriveKeys(keys, 4)));

  const stream = new Stream(deriveKeys(keys, 5));
  const weak = { strength: around(values.weakStrength), assortative: { share: values.assortativity, degrees } };
  const acquaintance: MatchingRule = { ...weak, layer: SOCIAL };
  for (let tribe = 0; tribe < sizes.length; tribe++) matchStubs(stubs.inside[tribe], ties, known, stream, acquaintance);
  matchStubs(stubs.outside, ties, known, stream, { ...acquaintance, apart: tribes });
  matchStubs(stubs.interest, ties, known, stream, { ...weak, layer: INTEREST });
  tieIsolated(n, ties, values.weakStrength, stream);
  return ties.build(n, tribes, sizes.length);
}

/** Uniform by a quarter around the mean, at most 1. */
function around(mean: number): readonly [number, number] {
  return [0.75 * mean, Math.min(1, 1.25 * mean)];
}

/**
 * Splits each tribe into circles of random size and ties each pair of a circle with one probability, about that of closure: in each tribe
 * it is the one that gives the wanted number of strong ties.
 */
function tieCircles(values: Values<typeof parameters>, sizes: Uint32Array, ties: TieList, known: TieSet, stream: Stream): void {
  const { strongTies, closure } = values;
  // Sizes vary uniformly by a half, so a person's own circle is larger by 1/12 than the average one.
  const circle = (strongTies / closure + 1) / (1 + 1 / 12);
  const [low, high] = around(values.strongStrength);
  let start = 0;
  for (const size of sizes) {
    const ends = circleEnds(start, size, Math.max(1, Math.round(size / circle)), stream);
    let pairs = 0;
    let first = start;
    for (const end of ends) {
      pairs += ((end - first) * (end - first - 1)) / 2;
      first = end;
    }
    const density = pairs > 0 ? Math.min(1, (strongTies * size) / (2 * pairs)) : 0;
    first = start;
    for (const end of ends) {
      for (let i = first + 1; i < end; i++) {
        for (let j = first; j < i; j++) {
          if (stream.uniform() >= density) continue;
          ties.add(i, j, low + (high - low) * stream.uniform());
          known.add(i, j);
        }
      }
      first = end;
    }
    start += size;
  }
}

/** Where each circle of a tribe ends, exclusive. */
function circleEnds(start: number, size: number, circles: number, stream: Stream): Uint32Array {
  const weights = new Float64Array(circles);
  let total = 0;
  for (let c = 0; c < circles; c++) {
    weights[c] = 0.5 + stream.uniform();
    total += weights[c];
  }
  const ends = new Uint32Array(circles);
  let sum = 0;
  for (let c = 0; c < circles; c++) {
    sum += weights[c];
    ends[c] = start + Math.round((size * sum) / total);
  }
  return ends;
}

function strongDegrees(n: number, ties: TieList): Uint32Array {
  const strong = new Uint32Array(n);
  for (let t = 0; t < ties.count; t++) {
    strong[ties.sources[t]]++;
    strong[ties.targets[t]]++;
  }
  return strong;
}

interface Stubs {
  /** Ends of acquaintances, an array for each tribe. */
  readonly inside: Uint32Array[];
  readonly outside: Uint32Array;
  readonly interest: Uint32Array;
}

/** Ends of weak ties: what a person's degree leaves after strong ties, scaled to the mean degree, divided at random among the three kinds. */
function drawStubs(
  { people: n, meanDegree, mixing, interestShare, strongTies }: Values<typeof parameters>,
  degrees: Uint32Array,
  strong: Uint32Array,
  sizes: Uint32Array,
  stream: Stream,
): Stubs {
  const interestTies = interestShare * meanDegree;
  const outsideTies = sizes.length > 1 ? mixing * (meanDegree - interestTies) : 0;
  const insideTies = Math.max(0, meanDegree - interestTies - outsideTies - strongTies);
  const weakTies = interestTies + outsideTies + insideTies;
  const insideShare = weakTies > 0 ? insideTies / weakTies : 1;
  const outsideShare = weakTies > 0 ? outsideTies / weakTies : 0;

  let missing = n * meanDegree;
  let wanted = 0;
  for (let i = 0; i < n; i++) {
    missing -= strong[i];
    wanted += Math.max(0, degrees[i] - strong[i]);
  }
  const scale = wanted > 0 ? Math.max(0, missing) / wanted : 0;

  const room = Math.ceil(Math.max(0, missing)) + n;
  const ends = new Uint32Array(room);
  const outside = new Uint32Array(room);
  const interest = new Uint32Array(room);
  const inside: Uint32Array[] = [];
  let outsideCount = 0;
  let interestCount = 0;
  let i = 0;
  for (const size of sizes) {
    let insideCount = 0;
    for (const last = i + size; i < last; i++) {
      const weak = Math.floor(scale * Math.max(0, degrees[i] - strong[i]) + stream.uniform());
      for (let end = 0; end < weak; end++) {
        const u = stream.uniform();
        if (u < insideShare) ends[insideCount++] = i;
        else if (u < insideShare + outsideShare) outside[outsideCount++] = i;
        else interest[interestCount++] = i;
      }
    }
    inside.push(ends.slice(0, insideCount));
  }
  return { inside, outside: outside.subarray(0, outsideCount), interest: interest.subarray(0, interestCount) };
}

/** Nobody is left alone: whoever has no tie gets a weak one to a random person. */
function tieIsolated(n: number, ties: TieList, strength: number, stream: Stream): void {
  const tied = strongDegrees(n, ties);
  for (let i = 0; i < n; i++) {
    if (tied[i] > 0) continue;
    const other = (i + 1 + stream.integer(n - 1)) % n;
    ties.add(i, other, strength);
    tied[i]++;
    tied[other]++;
  }
}

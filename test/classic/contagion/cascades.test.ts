import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { buildNetwork, generateNetwork, type Network } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';
import { strengthMatrix } from './exact-chain.ts';
import { oneWayNetwork } from './small-network.ts';

const network = oneWayNetwork();
const strength = strengthMatrix(network);
const START = [1, 0, 0, 0, 0];

/** People reached from the start along arcs that are live. */
function reached(live: (i: number, j: number) => boolean): number {
  const seen = new Set([0]);
  for (const i of seen) for (let j = 0; j < 5; j++) if (strength[i][j] > 0 && live(i, j)) seen.add(j);
  return seen.size;
}

/** Arcs of the example, as pairs. */
const arcs = strength.flatMap((row, i) => row.flatMap((s, j) => (s > 0 ? [{ i, j, s }] : [])));

/** Expected reach when every arc is live on its own, over all 2^m sets of live arcs. */
function exactCascade(chance: (arc: (typeof arcs)[number]) => number): number {
  let expected = 0;
  for (let set = 0; set < 2 ** arcs.length; set++) {
    const isLive = (at: number) => (set >> at) % 2 === 1;
    const probability = arcs.reduce((product, arc, at) => product * (isLive(at) ? chance(arc) : 1 - chance(arc)), 1);
    expected += probability * reached((i, j) => isLive(arcs.findIndex((arc) => arc.i === i && arc.j === j)));
  }
  return expected / 5;
}

const inTotal = (j: number) => strength.reduce((sum, row) => sum + row[j], 0);

describe('independent cascade', () => {
  test.each([
    ['strength', (arc: (typeof arcs)[number]) => 0.8 * arc.s],
    ['weighted-cascade', (arc: (typeof arcs)[number]) => arc.s / inTotal(arc.j)],
  ])('by %s reaches as many as all sets of live arcs say', (rule, chance) => {
    const run = { network, values: { rule, chance: 0.8 }, steps: 8, initial: START };
    const ends = replicated(classicNamed('independent-cascade'), run, 'adopters', 4000).at(-1) as number[];
    expectMean(ends, exactCascade(chance));
  });

  test('goes down a chain with the product of probabilities', () => {
    const chain = generateNetwork({ kind: 'path', people: 5, strength: 1 }, keysFromSeed(''));
    const run = { network: chain, values: { chance: 0.6 }, steps: 6, initial: START };
    const runs = replicated(classicNamed('independent-cascade'), run, 'new', 4000);
    for (let step = 1; step < 5; step++) expectMean(runs[step], 0.6 ** step / 5, `step ${step}`);
  });

  test('never reaches fewer from more seeds', () => {
    const random = generateNetwork({ kind: 'erdos-renyi', people: 60, meanDegree: 6, strength: 1 }, keysFromSeed('er'));
    const people = fc.uniqueArray(fc.nat(59), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(people, fc.nat(1000), (seeds, replicate) => {
        const end = (chosen: number[]) => {
          const initial = new Float64Array(60);
          for (const person of chosen) initial[person] = 1;
          const run = { network: random, values: { chance: 0.2 }, initial, keys: classicKeys('more', replicate) };
          return runClassic(classicNamed('independent-cascade'), run).states;
        };
        const fewer = end(seeds.slice(1));
        const more = end(seeds);
        expect(fewer.every((state, person) => state <= more[person])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('linear threshold', () => {
  test('reaches as many as its live-arc twin: one arc into each person, by its share', () => {
    // Kempe et al. 2003, claim 2.6: all choices of one live arc into each of the persons 1 to 4.
    const sources = [1, 2, 3, 4].map((j) => arcs.filter((arc) => arc.j === j));
    let exact = 0;
    const choose = (at: number, followed: number[], probability: number): void => {
      if (at === sources.length) {
        exact += probability * reached((i, j) => j > 0 && followed[j - 1] === i);
        return;
      }
      for (const arc of sources[at]) choose(at + 1, [...followed, arc.i], (probability * arc.s) / inTotal(arc.j));
    };
    choose(0, [], 1);
    const run = { network, steps: 8, initial: START };
    expectMean(replicated(classicNamed('linear-threshold'), run, 'adopters', 6000).at(-1) as number[], exact / 5);
  });

  test('on a ring of two neighbours goes on with chance one half on each side', () => {
    const ring = generateNetwork({ kind: 'ring', people: 40, neighboursPerSide: 1 }, keysFromSeed(''));
    const runs = replicated(classicNamed('linear-threshold'), { network: ring, steps: 6, values: { seeds: 1 } }, 'new', 3000);
    for (let step = 1; step <= 6; step++) expectMean(runs[step], (2 * 0.5 ** step) / 40, `step ${step}`);
  });

  test('nobody adopts without an influence', () => {
    const alone = buildNetwork({ n: 3, directed: false, sources: Uint32Array.of(0), targets: Uint32Array.of(1) });
    const { states } = runClassic(classicNamed('linear-threshold'), { network: alone, initial: [1, 0, 0], keys: classicKeys('a', 0) });
    expect([...states]).toEqual([1, 1, 0]);
  });
});

/** Watts' own schedule, slowly: one person after the other, in the given order, until nobody moves. */
function oneByOne(network: Network, start: readonly number[], threshold: number, order: readonly number[]): number[] {
  const weights = strengthMatrix(network);
  const states = [...start];
  for (let moved = true; moved; ) {
    moved = false;
    for (const person of order) {
      const all = weights.reduce((sum, row) => sum + row[person], 0);
      const adopted = weights.reduce((sum, row, other) => sum + row[person] * states[other], 0);
      if (states[person] === 1 || all === 0 || adopted < threshold * all - 1e-9) continue;
      states[person] = 1;
      moved = true;
    }
  }
  return states;
}

describe('Watts threshold', () => {
  test('ends as it does when people are updated one by one, in any order', () => {
    const model = classicNamed('watts-threshold');
    const arc = fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom(0.2, 0.5, 1));
    const shuffled = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
    fc.assert(
      fc.property(
        fc.array(arc, { minLength: 10, maxLength: 50 }),
        fc.boolean(),
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        shuffled,
        (list, directed, threshold, order) => {
          const network = buildNetwork({
            n: 12,
            directed,
            sources: Uint32Array.from(list, ([i]) => i),
            targets: Uint32Array.from(list, ([, j]) => j),
            strengths: Float32Array.from(list, ([, , s]) => s),
          });
          const initial = [1, 1, ...new Array<number>(10).fill(0)];
          const run = { network, initial, values: { threshold }, keys: classicKeys('', 0), steps: 20 };
          expect([...runClassic(model, run).states]).toEqual(oneByOne(network, initial, threshold, order));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a threshold that is just met counts, whatever the strengths', () => {
    // Three of ten equal ties of strength .3, which no binary number is.
    const star = buildNetwork({
      n: 11,
      directed: true,
      sources: Uint32Array.from({ length: 10 }, (_, i) => i),
      targets: new Uint32Array(10).fill(10),
      strengths: new Float32Array(10).fill(0.3),
    });
    const initial = [1, 1, 1, ...new Array<number>(8).fill(0)];
    const end = (threshold: number) =>
      runClassic(classicNamed('watts-threshold'), { network: star, initial, values: { threshold }, keys: classicKeys('', 0) }).states[10];
    expect([end(0.3), end(0.31)]).toEqual([1, 0]);
  });

  test('with a spread of thresholds some adopt without anyone, as many as lie at 0 or below', () => {
    const crowd = generateNetwork({ kind: 'erdos-renyi', people: 20_000, meanDegree: 4 }, keysFromSeed('crowd'));
    const run = { network: crowd, values: { threshold: 0.2, spread: 0.1, seeds: 0 }, steps: 1, keys: classicKeys('g', 0) };
    // P(z < -2) = .02275; three standard errors.
    expect(Math.abs(classicSeries(runClassic(classicNamed('watts-threshold'), run), 'adopters')[1] - 0.02275)).toBeLessThan(0.0032);
  });
});

describe('complex contagion', () => {
  const model = classicNamed('complex-contagion');

  test('on a ring grows by one person a side and step when two sources are needed', () => {
    const ring = generateNetwork({ kind: 'ring', people: 50, neighboursPerSide: 2, strength: 1 }, keysFromSeed(''));
    const initial = new Float64Array(50);
    initial[10] = initial[11] = 1;
    const run = { network: ring, initial, values: { sources: 2 }, steps: 30, keys: classicKeys('', 0) };
    const adopters = classicSeries(runClassic(model, run), 'adopters');
    expect([...adopters]).toEqual(Array.from({ length: 31 }, (_, step) => Math.min(50, 2 + 2 * step) / 50));
    // One source is enough for simple contagion, which the far ties double.
    const simple = classicSeries(runClassic(model, { ...run, values: { sources: 1 } }), 'adopters');
    expect(simple[3]).toBe((2 + 4 * 3) / 50);
  });

  test('counts strengths: two ties of .5 are one source', () => {
    const half = generateNetwork({ kind: 'ring', people: 50, neighboursPerSide: 2, strength: 0.5 }, keysFromSeed(''));
    const initial = new Float64Array(50);
    initial[10] = initial[11] = 1;
    const end = (sources: number) =>
      runClassic(model, { network: half, initial, values: { sources }, steps: 60, keys: classicKeys('', 0) }).states.reduce(
        (a, b) => a + b,
      );
    expect([end(1), end(1.5)]).toEqual([50, 2]);
  });
});

describe('social reinforcement', () => {
  const model = classicNamed('reinforcement');

  test('with equal hazards is an independent cascade, draw by draw', () => {
    const net = generateNetwork({ kind: 'tribal', people: 200 }, keysFromSeed('tribal'));
    const keys = classicKeys('same', 3);
    const cascade = runClassic(classicNamed('independent-cascade'), { network: net, values: { chance: 0.3, seeds: 5 }, keys });
    const reinforced = runClassic(model, { network: net, values: { chance: 0.3, hazards: [1, 1, 1, 1], seeds: 5 }, keys, steps: 30 });
    expect(reinforced.values).toEqual(cascade.values);
    expect(cascade.states.reduce((a, b) => a + b)).toBeGreaterThan(20);
  });

  test('each further signal has its own chance', () => {
    // Five adopters signal one person: spared by all with (1 - c)(1 - 2c)(1 - 3c)(1 - 4c)^2, here halved by the strength.
    const star = buildNetwork({
      n: 6,
      directed: true,
      sources: Uint32Array.of(0, 1, 2, 3, 4),
      targets: Uint32Array.of(5, 5, 5, 5, 5),
      strengths: new Float32Array(5).fill(0.5),
    });
    const run = { network: star, values: { chance: 0.2, hazards: [1, 2, 3, 4] }, steps: 1, initial: [1, 1, 1, 1, 1, 0] };
    expectMean(replicated(model, run, 'new', 4000)[1], (1 - 0.9 * 0.8 * 0.7 * 0.6 * 0.6) / 6);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSeeds, SEEDING_RULES } from '../../../sim/classic/index.ts';
import { buildNetwork, degreeOf, generateNetwork, type Network } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { strengthMatrix } from '../contagion/exact-chain.ts';
import { anyNetwork } from './any-network.ts';

const keys = keysFromSeed('rules');
const choose = (rule: string, network: Network, count: number, seed = 'rules') => [
  ...chooseSeeds(rule as (typeof SEEDING_RULES)[number], network, count, keysFromSeed(seed)),
];

describe.each(SEEDING_RULES)('%s', (rule) => {
  test('gives as many different people as wanted, and fewer are the first of more', () => {
    fc.assert(
      fc.property(anyNetwork(10), fc.integer({ min: 0, max: 10 }), fc.nat(99), (network, count, seed) => {
        const seeds = choose(rule, network, count, String(seed));
        expect(new Set(seeds).size).toBe(count);
        expect(seeds.every((person) => person < 10)).toBe(true);
        expect(choose(rule, network, 10, String(seed)).slice(0, count)).toEqual(seeds);
      }),
      { numRuns: 40 },
    );
  });

  test('follows strengths and directions as far as it knows them: the only broadcaster comes first', () => {
    if (['random', 'neighbourhood', 'friends-of-random', 'k-shell', 'betweenness'].includes(rule)) return;
    // Person 7 influences everyone, each of whom influences the next weakly; tribes of three.
    const others = [0, 1, 2, 3, 4, 5, 6, 8];
    const network = buildNetwork({
      n: 9,
      directed: true,
      sources: Uint32Array.from([...others.map(() => 7), ...others]),
      targets: Uint32Array.from([...others, ...others.map((_, at) => others[(at + 1) % 8])]),
      strengths: Float32Array.from([...others.map(() => 1), ...others.map(() => 0.1)]),
      tribes: Uint32Array.from({ length: 9 }, (_, person) => Math.floor(person / 3)),
      tribeCount: 3,
    });
    const first = rule === 'one-per-tribe' ? choose(rule, network, 3) : choose(rule, network, 1);
    expect(first).toContain(7);
  });
});

test('between equals the lot decides', () => {
  const ring = generateNetwork({ kind: 'ring', people: 30, neighboursPerSide: 2 }, keys);
  for (const rule of ['degree', 'k-shell', 'pagerank', 'closeness']) {
    const firsts = new Set(Array.from({ length: 60 }, (_, seed) => choose(rule, ring, 1, String(seed))[0]));
    expect({ rule, many: firsts.size > 15 }).toEqual({ rule, many: true });
  }
});

test('one per tribe takes the most influential of each, large tribes first', () => {
  const network = buildNetwork({
    n: 7,
    directed: false,
    sources: Uint32Array.of(0, 0, 0, 3, 4, 5),
    targets: Uint32Array.of(1, 2, 3, 4, 5, 6),
    tribes: Uint32Array.of(0, 0, 0, 1, 1, 1, 1),
    tribeCount: 2,
  });
  const seeds = choose('one-per-tribe', network, 2);
  expect([3, 4, 5]).toContain(seeds[0]);
  expect(seeds[1]).toBe(0);
  // Without tribes, communities are found: two cliques with one tie between them.
  const caves = generateNetwork({ kind: 'connected-caveman', caves: 2, caveSize: 6 }, keys);
  const sides = choose('one-per-tribe', { ...caves, tribes: new Uint32Array(12), tribeCount: 1 }, 2).map((person) =>
    Math.floor(person / 6),
  );
  expect(sides.sort((a, b) => a - b)).toEqual([0, 1]);
});

test('bridges are those with ties across', () => {
  const caves = generateNetwork({ kind: 'connected-caveman', caves: 4, caveSize: 5 }, keys);
  const across = [...Array(20).keys()].filter((person) =>
    [...caves.targets.slice(caves.offsets[person], caves.offsets[person + 1])].some(
      (other) => caves.tribes[other] !== caves.tribes[person],
    ),
  );
  expect(choose('bridges', caves, across.length).sort((a, b) => a - b)).toEqual(across);
});

test('friends of random people have the degree of a tie’s end', () => {
  const network = generateNetwork({ kind: 'barabasi-albert', people: 2000 }, keysFromSeed('ba'));
  let [sum, square] = [0, 0];
  const people = [...Array(2000).keys()];
  for (const person of people) {
    sum += degreeOf(network, person);
    square += degreeOf(network, person) ** 2;
  }
  // Exactly: the mean over people of the mean degree of their friends.
  const expected =
    people.reduce((all, person) => {
      const friends = [...network.targets.slice(network.offsets[person], network.offsets[person + 1])];
      return all + friends.reduce((total, friend) => total + degreeOf(network, friend), 0) / friends.length;
    }, 0) / 2000;
  const seen = Array.from({ length: 1500 }, (_, seed) => degreeOf(network, choose('friends-of-random', network, 1, String(seed))[0]));
  const mean = seen.reduce((a, b) => a + b) / seen.length;
  expect(Math.abs(mean / expected - 1)).toBeLessThan(0.12);
  expect(mean).toBeGreaterThan((1.3 * sum) / 2000);
  expect(square).toBeGreaterThan(0);
});

test('VoteRank elects as its slow twin does', () => {
  // The twin counts all votes anew in every round.
  fc.assert(
    fc.property(anyNetwork(10), (network) => {
      const weights = strengthMatrix(network);
      const ability = new Array<number>(10).fill(1);
      const weakening = 10 / network.targets.length;
      for (const elected of choose('vote-rank', network, 4)) {
        const votes = weights.map((row, person) =>
          ability[person] < 0 ? -1 : row.reduce((sum, s, voter) => sum + s * Math.max(0, ability[voter]), 0),
        );
        const most = Math.max(...votes);
        if (most < 1e-9) break;
        expect(votes[elected]).toBeCloseTo(most, 9);
        weights[elected].forEach((s, voter) => {
          if (s > 0 && ability[voter] >= 0) ability[voter] = Math.max(0, ability[voter] - weakening);
        });
        ability[elected] = -1;
      }
    }),
    { numRuns: 200 },
  );
});

test('a neighbourhood hangs together', () => {
  const lattice = generateNetwork({ kind: 'lattice', people: 100, neighbours: '4' }, keys);
  const seeds = choose('neighbourhood', lattice, 5);
  const around = [...lattice.targets.slice(lattice.offsets[seeds[0]], lattice.offsets[seeds[0] + 1])];
  expect(new Set(seeds.slice(1))).toEqual(new Set(around));
});

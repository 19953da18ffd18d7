import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness } from '../../../sim/classic/seeding/betweenness.ts';
import { closeness } from '../../../sim/classic/seeding/closeness.ts';
import { outStrength } from '../../../sim/classic/seeding/degree.ts';
import { eigenvectorCentrality } from '../../../sim/classic/seeding/eigenvector.ts';
import { shells } from '../../../sim/classic/seeding/k-shell.ts';
import { pageRank } from '../../../sim/classic/seeding/pagerank.ts';
import { buildNetwork, florentineNames, generateNetwork, kiteNames, type Network } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { strengthMatrix } from '../contagion/exact-chain.ts';
import { anyNetwork } from './any-network.ts';

const keys = keysFromSeed('seeding');

/** Least lengths (1/strength relative to the strongest) and numbers of shortest paths between all pairs, by Floyd and Warshall. */
function allPaths(network: Network): { distance: number[][]; paths: number[][] } {
  const weights = strengthMatrix(network);
  const most = Math.max(...network.strengths, 0);
  const n = network.n;
  const distance = weights.map((row, i) => row.map((s, j) => (i === j ? 0 : s > 0 ? most / s : Infinity)));
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
  }
  const same = (a: number, b: number) => Math.abs(a - b) < 1e-9;
  // Paths from i to j: the sum over last steps (k, j) of those from i to k; by growing distance.
  const paths = distance.map((row, i) => {
    const counts = new Array<number>(n).fill(0);
    counts[i] = 1;
    const order = [...row.keys()].filter((j) => j !== i && row[j] < Infinity).sort((a, b) => row[a] - row[b]);
    for (const j of order) {
      for (let k = 0; k < n; k++) if (weights[k][j] > 0 && same(row[k] + most / weights[k][j], row[j])) counts[j] += counts[k];
    }
    return counts;
  });
  return { distance, paths };
}

describe('shortest paths', () => {
  test('betweenness counts the shares of shortest paths through a person', () => {
    fc.assert(
      fc.property(anyNetwork(9), (network) => {
        const { distance, paths } = allPaths(network);
        const slow = distance.map((_, v) => {
          let sum = 0;
          for (let s = 0; s < network.n; s++) {
            for (let t = 0; t < network.n; t++) {
              if (s === v || t === v || s === t || distance[s][t] === Infinity) continue;
              if (Math.abs(distance[s][v] + distance[v][t] - distance[s][t]) < 1e-9) sum += (paths[s][v] * paths[v][t]) / paths[s][t];
            }
          }
          return sum;
        });
        betweenness(network, keys).forEach((score, v) => {
          expect(score).toBeCloseTo(slow[v], 9);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('closeness is the sum of inverse distances', () => {
    fc.assert(
      fc.property(anyNetwork(9), (network) => {
        const { distance } = allPaths(network);
        closeness(network, keys).forEach((score, i) => {
          expect(score).toBeCloseTo(
            distance[i].reduce((sum, d) => sum + (d > 0 && d < Infinity ? 1 / d : 0), 0),
            9,
          );
        });
      }),
      { numRuns: 200 },
    );
  });

  test('of Florence the Medici stand between most, as published', () => {
    const families = generateNetwork({ kind: 'florentine-families' }, keys);
    const scores = betweenness(families, keys);
    const names = florentineNames();
    // Jackson 2008, Social and Economic Networks, 1.2.1: .522, .255 (Guadagni), .104 (Strozzi) of the 14 * 13 / 2 pairs.
    const of = (name: string) => (scores[names.findIndex((each) => each.toLowerCase().startsWith(name))] / (14 * 13)).toFixed(3);
    expect([of('medici'), of('guadagni'), of('strozzi')]).toEqual(['0.522', '0.255', '0.103']);
  });

  test('the kite has a centre of each kind, as published', () => {
    // Krackhardt 1990, 10.2307/2393394: Diane by degree, Heather by betweenness, Fernando and Garth by closeness.
    const kite = generateNetwork({ kind: 'krackhardt-kite', strength: 1 }, keys);
    const names = kiteNames();
    const top = (scores: ArrayLike<number>) => {
      const most = Math.max(...Array.from(scores));
      return names.filter((_, person) => scores[person] > most - 1e-9);
    };
    expect(top(outStrength(kite))).toEqual(['Diane']);
    expect(top(betweenness(kite, keys))).toEqual(['Heather']);
    expect(betweenness(kite, keys)[names.indexOf('Heather')] / 2).toBeCloseTo(14, 9);
    expect(top(eigenvectorCentrality(kite))).toEqual(['Diane']);
  });

  test('of a large network the estimate is near the truth', () => {
    // A star of 1,001: every path between two others leads through the centre.
    const star = buildNetwork({
      n: 1001,
      directed: false,
      sources: new Uint32Array(1000),
      targets: Uint32Array.from({ length: 1000 }, (_, i) => i + 1),
    });
    expect(Math.abs(betweenness(star, keys)[0] / (1000 * 999) - 1)).toBeLessThan(0.01);
    expect(Math.abs(closeness(star, keys)[0] / 1000 - 1)).toBeLessThan(0.01);
    expect(betweenness(star, keys)[1]).toBe(0);
  });
});

describe('eigenvectors', () => {
  test('a person’s score is that of those whom they influence, times one number', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const network = generateNetwork({ kind: 'tribal', people: 40, meanDegree: 8 }, keysFromSeed(String(seed)));
        const scores = eigenvectorCentrality(network);
        const weights = strengthMatrix(network);
        const image = weights.map((row) => row.reduce((sum, s, j) => sum + s * scores[j], 0));
        const ratio = image.reduce((sum, each) => sum + each, 0) / scores.reduce((sum, each) => sum + each, 0);
        image.forEach((each, person) => {
          expect(each).toBeCloseTo(ratio * scores[person], 7);
        });
        expect(scores.reduce((sum, each) => sum + each * each, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('directions count: whoever influences many is central, whoever listens to many is not', () => {
    const broadcast = buildNetwork({
      n: 5,
      directed: true,
      sources: Uint32Array.of(0, 0, 0, 1, 2),
      targets: Uint32Array.of(1, 2, 3, 0, 4),
    });
    const scores = eigenvectorCentrality(broadcast);
    expect(scores[0]).toBeGreaterThan(scores[1]);
    expect(scores[4]).toBeLessThan(1e-3);
    const ranks = pageRank(broadcast);
    expect(ranks[0]).toBeGreaterThan(Math.max(ranks[2], ranks[3], ranks[4]));
    expect(ranks[4]).toBeLessThan(ranks[0]);
  });

  test('PageRank solves its linear equations', () => {
    fc.assert(
      fc.property(anyNetwork(8), (network) => {
        const n = network.n;
        const weights = strengthMatrix(network);
        const scores = pageRank(network);
        expect(scores.reduce((sum, each) => sum + each)).toBeCloseTo(1, 9);
        for (let j = 0; j < n; j++) {
          let flow = 0;
          for (let i = 0; i < n; i++) {
            const all = weights.reduce((sum, row) => sum + row[i], 0);
            flow += scores[i] * (all === 0 ? 1 / n : weights[j][i] / all);
          }
          expect(scores[j]).toBeCloseTo(0.15 / n + 0.85 * flow, 9);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('shells', () => {
  test('are those of peeling by degree where all ties are equal', () => {
    fc.assert(
      fc.property(anyNetwork(12, [0.3]), (network) => {
        const weights = strengthMatrix(network);
        const tied = (i: number, j: number) => weights[i][j] > 0 || weights[j][i] > 0;
        const slow = new Array<number>(network.n).fill(0);
        for (let k = 1; k < network.n; k++) {
          let core = [...slow.keys()];
          for (let size = -1; size !== core.length; ) {
            size = core.length;
            core = core.filter((i) => core.filter((j) => tied(i, j)).length >= k);
          }
          for (const person of core) slow[person] = k;
        }
        expect([...shells(network)]).toEqual(slow);
      }),
      { numRuns: 200 },
    );
  });

  test('strong ties hold people in deeper shells', () => {
    // Two triangles, one of strong ties.
    const network = buildNetwork({
      n: 6,
      directed: false,
      sources: Uint32Array.of(0, 1, 2, 3, 4, 5),
      targets: Uint32Array.of(1, 2, 0, 4, 5, 3),
      strengths: Float32Array.of(1, 1, 1, 0.1, 0.1, 0.1),
    });
    // Garas et al. 2012: sqrt(2 * 2 / .55) = 2.70 and sqrt(2 * .2 / .55) = .85, rounded.
    expect([...shells(network)]).toEqual([3, 3, 3, 1, 1, 1]);
  });
});

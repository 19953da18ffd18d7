import fc from 'fast-check';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { gini, rankCorrelation, unpredictability } from '../../../sim/classic/contagion/market-shares.ts';
import { classicNamed } from '../../../sim/classic/index.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';

const sales = fc.array(fc.nat(50), { minLength: 2, maxLength: 12 }).filter((all) => all.some((sold) => sold > 0));

describe('measures', () => {
  test('Gini is the mean absolute difference over twice the mean', () => {
    fc.assert(
      fc.property(sales, (all) => {
        let differences = 0;
        for (const a of all) for (const b of all) differences += Math.abs(a - b);
        const total = all.reduce((sum, sold) => sum + sold);
        expect(gini(all)).toBeCloseTo(differences / (2 * all.length * total), 12);
      }),
    );
    expect([gini([0, 0]), gini([5, 5, 5]), gini([0, 0, 0, 8])]).toEqual([0, 0, 0.75]);
  });

  test('unpredictability is the mean difference of market shares', () => {
    expect(
      unpredictability([
        [1, 3],
        [3, 1],
        [2, 2],
      ]),
    ).toBeCloseTo((0.5 + 0.25 + 0.25) / 3, 12);
    expect([
      unpredictability([
        [1, 3],
        [2, 6],
      ]),
      unpredictability([[1, 3]]),
      unpredictability([
        [0, 0],
        [1, 1],
      ]),
    ]).toEqual([0, 0, 0]);
  });

  test('rank correlation shares the ranks of equals', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 30])).toBe(1);
    // By hand: ranks 1, 2.5, 2.5 and 2, 1, 3.
    expect(rankCorrelation([1, 5, 5], [4, 1, 9])).toBeCloseTo(0, 12);
    expect(rankCorrelation([1, 1, 1], [4, 1, 9])).toBe(0);
    const different = fc.uniqueArray(fc.integer(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(different, different, (a, b) => {
        expect(rankCorrelation(a, b)).toBeCloseTo(sampleRankCorrelation(a, b), 9);
      }),
    );
  });
});

const model = classicNamed('music-lab');

/** Expected Gini of two songs after everyone has listened to one: the exact chain over downloads. */
function exactGini(people: number, exponent: number, liking: number, strength: number): number {
  let now = new Map([['0,0', 1]]);
  for (let person = 0; person < people; person++) {
    const next = new Map<string, number>();
    for (const [key, probability] of now) {
      const [a, b] = key.split(',').map(Number);
      const [weightA, weightB] = [(strength * a + 1) ** exponent, (strength * b + 1) ** exponent];
      const chance = weightA / (weightA + weightB);
      for (const [to, p] of [
        [`${a + 1},${b}`, chance * liking],
        [`${a},${b + 1}`, (1 - chance) * liking],
        [key, 1 - liking],
      ] as const) {
        next.set(to, (next.get(to) ?? 0) + probability * p);
      }
    }
    now = next;
  }
  let expected = 0;
  for (const [key, probability] of now) expected += probability * gini(key.split(',').map(Number));
  return expected;
}

describe('the market', () => {
  test.each([
    [0, 1],
    [1, 1],
    [1, 0.5],
    [2, 1],
  ])('influence %f, strength %f: inequality of two songs is that of the exact chain', (influence, strength) => {
    const network = generateNetwork({ kind: 'complete', people: 12, strength }, keysFromSeed(''));
    const values = { influence, songs: 2, worlds: 2, listens: 1, attraction: 1, appeal: 0 };
    const exact = exactGini(12, influence, 1 / (1 + Math.exp(-1)), strength);
    expectMean(replicated(model, { network, values, steps: 100 }, 'gini', 1500).at(-1) as number[], exact);
    expectMean(
      replicated(model, { network, values, steps: 100 }, 'giniIndependent', 500).at(-1) as number[],
      exactGini(12, 0, 1 / (1 + Math.exp(-1)), strength),
    );
  });

  test('only those who are seen count', () => {
    // Nobody sees more than one other: far less inequality than where everyone sees all.
    const values = { influence: 2, worlds: 4 };
    const pairs = generateNetwork({ kind: 'caveman', caves: 100, caveSize: 2, strength: 1 }, keysFromSeed(''));
    const all = generateNetwork({ kind: 'complete', people: 200, strength: 1 }, keysFromSeed(''));
    const end = (network: typeof pairs) => replicated(model, { network, values }, 'gini', 3).at(-1) as number[];
    expect(Math.max(...end(pairs))).toBeLessThan(0.6);
    expect(Math.min(...end(all))).toBeGreaterThan(0.75);
  });

  test('whoever listens to all songs downloads by appeal alone', () => {
    const network = generateNetwork({ kind: 'complete', people: 60, strength: 1 }, keysFromSeed(''));
    const values = { influence: 3, songs: 5, listens: 5, worlds: 3 };
    const run = { network, values };
    const [influenced, independent] = ['gini', 'giniIndependent'].map((column) => replicated(model, run, column, 5).at(-1));
    expect(influenced).toEqual(independent);
  });
});

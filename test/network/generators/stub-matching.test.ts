import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreeAssortativity } from '../../../sim/network/degree.ts';
import { type MatchingRule, matchStubs } from '../../../sim/network/generators/stub-matching.ts';
import { TieList } from '../../../sim/network/generators/tie-list.ts';
import { TieSet } from '../../../sim/network/generators/tie-set.ts';
import type { Network } from '../../../sim/network/network.ts';
import { keysFromSeed, Stream } from '../../../sim/random/index.ts';
import { arcsOf, degreesOf } from '../small-networks.ts';

const plain: MatchingRule = { layer: 0, strength: [0.5, 0.75] };

function match(degrees: readonly number[], rule: MatchingRule, seed: string): { network: Network; unplaced: number; ties: TieList } {
  const stubs = Uint32Array.from(degrees.flatMap((degree, i) => new Array<number>(degree).fill(i)));
  const ties = new TieList(0);
  const unplaced = matchStubs(stubs, ties, new TieSet(degrees.length, 0), new Stream(keysFromSeed(seed)), rule);
  return { network: ties.build(degrees.length), unplaced, ties };
}

describe('matchStubs', () => {
  it('gives everyone their degree, up to the ends it reports, without self-loops and duplicates', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 20 }), fc.string(), (degrees, seed) => {
        const { network, unplaced, ties } = match(degrees, plain, seed);
        const total = degrees.reduce((a, b) => a + b, 0);
        // A duplicate or a self-loop in the list would be missing in the network.
        expect(network.targets.length).toBe(2 * ties.count);
        expect(network.targets.length).toBe(total - unplaced);
        degreesOf(network).forEach((degree, i) => {
          expect(degree).toBeLessThanOrEqual(degrees[i]);
        });
        for (const strength of network.strengths) expect(strength >= 0.5 && strength <= 0.75).toBe(true);
      }),
    );
  });

  it('realises regular and uneven degrees exactly', () => {
    for (const degrees of [new Array<number>(30).fill(5), [10, 10, ...new Array<number>(28).fill(3)], [3, 3, 3, 3]]) {
      const { network, unplaced } = match(degrees, plain, 'exact');
      expect(unplaced).toBe(0);
      expect(degreesOf(network)).toEqual(degrees);
    }
  });

  it('ties only different groups when they are to be apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 2, maxLength: 30 }), (groups) => {
        const apart = Uint32Array.from(groups);
        const { network } = match(new Array<number>(groups.length).fill(3), { ...plain, apart }, 'apart');
        for (const [i, j] of arcsOf(network)) expect(groups[i]).not.toBe(groups[j]);
      }),
    );
  });

  it('ties equals to equals as much as asked', () => {
    const degrees = Array.from({ length: 3000 }, (_, i) => 2 + (i % 30));
    const at = (share: number) => {
      const { network } = match(degrees, { ...plain, assortative: { share, degrees: Uint32Array.from(degrees) } }, 'equals');
      return degreeAssortativity(network);
    };
    expect(Math.abs(at(0))).toBeLessThan(0.03);
    expect(at(0.5)).toBeGreaterThan(0.4);
    expect(at(1)).toBeGreaterThan(0.9);
  });
});

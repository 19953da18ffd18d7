import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { degreesOf } from '../small-networks.ts';

const generate = (seed: string, people: number, tiesPerNewcomer: number) =>
  generateNetwork({ kind: 'barabasi-albert', people, tiesPerNewcomer }, keysFromSeed(seed));

describe('Barabasi-Albert', () => {
  it('every newcomer makes exactly m ties', () => {
    const degrees = degreesOf(generate('m', 2000, 5));
    expect(Math.min(...degrees)).toBe(5);
    expect(tieCount(generate('m', 2000, 5))).toBe(15 + 1994 * 5);
  });

  it('degrees follow 2 m (m + 1) / k (k + 1) (k + 2), whose tail has exponent 3', () => {
    const m = 4;
    const degrees = degreesOf(generate('tail', 50_000, m));
    // Share of people with at least k ties (Dorogovtsev, Mendes and Samukhin 2000, 10.1103/PhysRevLett.85.4633).
    for (const k of [5, 8, 16, 32, 64]) {
      const expected = (m * (m + 1)) / (k * (k + 1));
      const found = degrees.filter((degree) => degree >= k).length / degrees.length;
      expect(Math.abs(found / expected - 1)).toBeLessThan(0.02 + 4.5 / Math.sqrt(expected * degrees.length));
    }
    const beyond = degrees.filter((degree) => degree >= 20);
    // Maximum likelihood (Clauset, Shalizi and Newman 2009, 10.1137/070710111), for whole numbers from 20 up.
    const exponent = 1 + beyond.length / beyond.reduce((sum, degree) => sum + Math.log(degree / 19.5), 0);
    expect(Math.abs(exponent - 3)).toBeLessThan(0.2);
  });

  it('fewer people than a newcomer wants to meet all know each other', () => {
    expect(degreesOf(generate('few', 5, 10))).toEqual([4, 4, 4, 4, 4]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planLooks } from '../../../sim/experiment/decide/looks.ts';
import { detectableDifference, powerAt } from '../../../sim/experiment/decide/power.ts';
import { drawNormal, keysFromSeed } from '../../../sim/random/index.ts';
import { playTournaments } from './tournament.ts';

describe('looks', () => {
  test('grow to the most replicates, and spend no more than the error rate, however many there are', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), fc.integer({ min: 20, max: 100_000 }), (alpha, atMost) => {
        const looks = planLooks(alpha, atMost);
        expect(looks.at(-1)?.replicates).toBe(atMost);
        for (const [at, { replicates }] of looks.entries()) if (at > 0) expect(replicates).toBeGreaterThan(looks[at - 1].replicates);
        expect(looks.reduce((sum, look) => sum + look.alpha, 0)).toBeLessThan(alpha);
      }),
    );
    expect(planLooks(0.05, 100).map(({ replicates }) => replicates)).toEqual([20, 30, 45, 68, 100]);
  });
});

describe('power', () => {
  const looks = planLooks(0.05, 200);

  test('is what simulation keeps, or less', () => {
    const keys = keysFromSeed('power');
    for (const difference of [0.2, 0.35, 0.5]) {
      const found = playTournaments({
        tournaments: 300,
        strategies: [0, difference],
        looks,
        // Each arm has half the variance, so that the paired difference has a standard deviation of 1.
        luck: (tournament, replicate, strategy) => drawNormal(keys.k0 + tournament, keys.k1, replicate, strategy) * Math.SQRT1_2,
      }).filter(({ verdicts }) => verdicts[0] !== 'undecided').length;
      const promised = powerAt(difference, looks, 1);
      expect(found / 300).toBeGreaterThan(promised - 3 * Math.sqrt((promised * (1 - promised)) / 300));
    }
  });

  test('the detectable difference is the one that is found with that chance', () => {
    for (const power of [0.5, 0.8, 0.95]) expect(powerAt(detectableDifference(power, looks, 66), looks, 66)).toBeCloseTo(power, 6);
    expect(detectableDifference(0.8, planLooks(0.05, 2000), 66)).toBeLessThan(detectableDifference(0.8, looks, 66));
  });
});

test('without a difference a false verdict is as rare as promised (a share of what test/verify does)', () => {
  const keys = keysFromSeed('null');
  const games = playTournaments({
    tournaments: 150,
    strategies: [0, 0, 0],
    looks: planLooks(0.05, 150),
    luck: (tournament, replicate, strategy) => drawNormal(keys.k0 + tournament, keys.k1, replicate, strategy),
  });
  // 5 % of 150 is 7.5; a rate of 5 % gives 14 or more in one of fifty test runs.
  expect(games.filter(({ everFalse }) => everFalse).length).toBeLessThan(14);
});

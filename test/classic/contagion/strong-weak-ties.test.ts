import { describe, expect, test } from 'vitest';
import { classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';
import { exactChain, strengthMatrix } from './exact-chain.ts';
import { oneWayNetwork } from './small-network.ts';

const model = classicNamed('strong-weak-ties');

describe('strong and weak ties', () => {
  test('of a network tell as the exact Markov chain says; the class of a tie is in its strength', () => {
    const network = oneWayNetwork();
    const strength = strengthMatrix(network);
    const [advertising, strong, weak] = [0.05, 0.4, 0.15];
    const exact = exactChain(
      5,
      2,
      [1, 0, 0, 0, 0],
      8,
      (person, configuration) => {
        let unmoved = configuration[person] === 1 ? 0 : 1 - advertising;
        configuration.forEach((knows, other) => {
          const tie = strength[other][person];
          if (knows === 1 && tie > 0) unmoved *= 1 - (tie >= 0.5 ? strong : weak);
        });
        return [unmoved, 1 - unmoved];
      },
      (configuration) => configuration.reduce((sum, state) => sum + state) / 5,
    );
    const run = { network, values: { advertising, strong, weak, contacts: 0 }, initial: [1, 0, 0, 0, 0], steps: 8 };
    replicated(model, run, 'adopters', 4000).forEach((all, step) => {
      expectMean(all, exact[step], `step ${step}`);
    });
  });

  test('chance contacts are with anyone else: mean field', () => {
    // Nobody is tied; j of 10 contacts know with the share of those who know among the other n - 1.
    const network = generateNetwork({ kind: 'caveman', caves: 1500, caveSize: 2 }, keysFromSeed(''));
    const values = { advertising: 0.02, strong: 0, weak: 0.05, contacts: 10 };
    const runs = replicated(model, { network, values, steps: 20 }, 'adopters', 30);
    let share = 0;
    for (let step = 1; step <= 20; step++) {
      share += (1 - share) * (1 - 0.98 * (1 - 0.05 * share) ** 10);
      const mean = runs[step].reduce((sum, each) => sum + each) / 30;
      // The mean of finite markets differs from the recursion by their variance, of the order of 1/n.
      expect(Math.abs(mean - share), `step ${step}`).toBeLessThan(0.01);
    }
  });

  test('one setting of the published grid: 16, 50 and 95 % are reached when the reference simulation says', () => {
    // Evidence 2.2: s = w = 17, alpha .00525, beta .04 and .01: 6.4 (sd .5), 9.5, 14.2 steps; within 15 %.
    const network = generateNetwork({ kind: 'caveman', caves: 167, caveSize: 18, strength: 1 }, keysFromSeed(''));
    const values = { advertising: 0.00525, strong: 0.04, weak: 0.01, contacts: 17 };
    const times = Array.from({ length: 30 }, (_, replicate) => {
      const adopters = classicSeries(runClassic(model, { network, values, steps: 40, keys: classicKeys('d3', replicate) }), 'adopters');
      return [0.16, 0.5, 0.95].map((share) => adopters.findIndex((each) => each >= share));
    });
    const mean = (at: number) => times.reduce((sum, each) => sum + each[at], 0) / 30;
    [6.4, 9.5, 14.2].forEach((reference, at) => {
      expect(Math.abs(mean(at) / reference - 1), `${at}: ${mean(at)}`).toBeLessThan(0.15);
    });
  });
});

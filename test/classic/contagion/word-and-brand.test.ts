import { describe, expect, test } from 'vitest';
import { classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';
import { exactChain, strengthMatrix } from './exact-chain.ts';
import { oneWayNetwork } from './small-network.ts';

const network = oneWayNetwork();
const strength = strengthMatrix(network);
const shareOf = (wanted: readonly number[]) => (configuration: readonly number[]) =>
  configuration.filter((state) => wanted.includes(state)).length / 5;

describe('good and bad word of mouth', () => {
  const [advertising, strong, weak, power, dissatisfied] = [0.1, 0.4, 0.2, 1.5, 0.4];
  const initial = [1, 0, 2, 0, 0];

  test.each([
    ['adopters', [1, 2]],
    ['dissatisfied', [2]],
    ['rejected', [3]],
  ])('%s as in the exact Markov chain', (column, states) => {
    const exact = exactChain(
      5,
      4,
      initial,
      5,
      (person, configuration) => {
        const stay = [0, 1, 2, 3].map((state) => (state === configuration[person] ? 1 : 0));
        if (configuration[person] !== 0) return stay;
        let [good, bad] = [1 - advertising, 1];
        configuration.forEach((state, other) => {
          const tie = strength[other][person];
          if (tie === 0 || state === 0) return;
          const word = tie >= 0.5 ? strong : weak;
          if (state === 1) good *= 1 - word;
          else bad *= 1 - power * word;
        });
        const [p, m] = [1 - good, 1 - bad];
        const adopts = (1 - m) * p + (p + m > 0 ? (p / (p + m)) * p * m : 0);
        const rejects = (1 - p) * m + (p + m > 0 ? (m / (p + m)) * p * m : 0);
        return [1 - adopts - rejects, adopts * (1 - dissatisfied), adopts * dissatisfied, rejects];
      },
      shareOf(states),
    );
    const values = { advertising, strong, weak, power, dissatisfied, contacts: 0 };
    replicated(classicNamed('bad-news'), { network, values, initial, steps: 5 }, column, 3000).forEach((all, step) => {
      expectMean(all, exact[step], `step ${step}`);
    });
  });

  test('without dissatisfaction it is the model of strong and weak ties', () => {
    const caves = generateNetwork({ kind: 'caveman', caves: 40, caveSize: 10, strength: 1 }, keysFromSeed(''));
    const values = { advertising: 0.02, strong: 0.05, weak: 0.02, contacts: 8 };
    const keys = classicKeys('same', 1);
    const plain = classicSeries(runClassic(classicNamed('strong-weak-ties'), { network: caves, values, steps: 30, keys }), 'adopters');
    const run = { network: caves, values: { ...values, dissatisfied: 0 }, steps: 30, keys };
    expect(classicSeries(runClassic(classicNamed('bad-news'), run), 'adopters')).toEqual(plain);
  });

  test('value discounts each adopter', () => {
    const run = { network, values: { discount: 0.1, dissatisfied: 0.3 }, steps: 40, keys: classicKeys('value', 0) };
    const recording = runClassic(classicNamed('bad-news'), run);
    const adopters = classicSeries(recording, 'adopters');
    let value = adopters[0];
    for (let step = 1; step <= 40; step++) value += (adopters[step] - adopters[step - 1]) / 1.1 ** step;
    expect(classicSeries(recording, 'value')[40]).toBeCloseTo(value, 12);
  });
});

describe('two brands', () => {
  const [p, q, interval] = [0.1, 0.9, 0.5];
  const initial = [1, 0, 2, 0, 0];

  test.each([
    ['duopoly', 'own', 1],
    ['duopoly', 'rival', 2],
    ['monopoly', 'own', 1],
  ])('%s: %s as in the exact Markov chain', (market, column, counted) => {
    const exact = exactChain(
      5,
      3,
      initial,
      6,
      (person, configuration) => {
        if (configuration[person] !== 0) return [0, 1, 2].map((state) => (state === configuration[person] ? 1 : 0));
        const all = strength.reduce((sum, row) => sum + row[person], 0);
        const share = (brand: number) =>
          strength.reduce((sum, row, other) => sum + (configuration[other] === brand ? row[person] : 0), 0) / all;
        const own = p + q * share(1);
        const rival = market === 'monopoly' ? 0 : p + q * share(2);
        const adopts = 1 - Math.exp(-(own + rival) * interval);
        return [1 - adopts, (adopts * own) / (own + rival), (adopts * rival) / (own + rival)];
      },
      shareOf([counted]),
    );
    const values = { market, innovation: p, imitation: q, interval };
    replicated(classicNamed('competing-brands'), { network, values, initial, steps: 6 }, column, 3000).forEach((all, step) => {
      expectMean(all, exact[step], `step ${step}`);
    });
  });

  test('value discounts adopters of the own brand, seeds left out', () => {
    const run = { network, values: { discount: 0.2, seeds: 2, innovation: 0.3 }, steps: 60, keys: classicKeys('value', 2) };
    const recording = runClassic(classicNamed('competing-brands'), run);
    const own = classicSeries(recording, 'own');
    let value = 0;
    for (let step = 1; step <= 60; step++) value += (own[step] - own[step - 1]) * Math.exp((-0.2 * step) / 12);
    expect(own[60]).toBeGreaterThan(own[0]);
    expect(classicSeries(recording, 'value')[60]).toBeCloseTo(value, 12);
  });
});

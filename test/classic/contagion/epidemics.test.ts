import { describe, expect, test } from 'vitest';
import { classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';
import { exactChain, strengthMatrix } from './exact-chain.ts';
import { oneWayNetwork } from './small-network.ts';

const [SUSCEPTIBLE, INFECTED, RECOVERED] = [0, 1, 2];
const network = oneWayNetwork();
const strength = strengthMatrix(network);
const STEPS = 8;
const [TRANSMISSION, RECOVERY] = [0.5, 0.3];

/** Chance that a susceptible person is infected, from the rule as the papers state it. */
function infection(person: number, configuration: readonly number[]): number {
  let spared = 1;
  configuration.forEach((state, other) => {
    if (state === INFECTED) spared *= 1 - TRANSMISSION * strength[other][person];
  });
  return 1 - spared;
}

const shareIn = (state: number) => (configuration: readonly number[]) => configuration.filter((each) => each === state).length / 5;

describe('expectations on a one-way network with strengths are those of the exact Markov chain', () => {
  const start = [1, 0, 0, 0, 0];
  test.each([
    ['si', 'infected', INFECTED, 2, 0, SUSCEPTIBLE],
    ['sis', 'infected', INFECTED, 2, RECOVERY, SUSCEPTIBLE],
    ['sir', 'infected', INFECTED, 3, RECOVERY, RECOVERED],
    ['sir', 'recovered', RECOVERED, 3, RECOVERY, RECOVERED],
    ['sir', 'susceptible', SUSCEPTIBLE, 3, RECOVERY, RECOVERED],
  ])('%s %s', (name, column, counted, states, recovery, after) => {
    const exact = exactChain(
      5,
      states,
      start,
      STEPS,
      (person, configuration) => {
        const chances = new Array<number>(states).fill(0);
        if (configuration[person] === SUSCEPTIBLE) {
          chances[INFECTED] = infection(person, configuration);
          chances[SUSCEPTIBLE] = 1 - chances[INFECTED];
        } else if (configuration[person] === INFECTED) {
          chances[after] = recovery;
          chances[INFECTED] = 1 - recovery;
        } else chances[RECOVERED] = 1;
        return chances;
      },
      shareIn(counted),
    );
    const values = { transmission: TRANSMISSION, ...(name === 'si' ? {} : { recovery: RECOVERY }) };
    const runs = replicated(classicNamed(name), { network, values, steps: STEPS, initial: start }, column, 4000);
    runs.forEach((all, step) => {
      expectMean(all, exact[step], `step ${step}`);
    });
  });
});

test('SIR ends with the final size of Kermack and McKendrick', () => {
  // In a large well-mixed market: s = exp(-R0 (1 - s)) with everyone susceptible before, here with a tenth infected at the start.
  const n = 500;
  const complete = generateNetwork({ kind: 'complete', people: n, strength: 1 }, keysFromSeed(''));
  const [transmission, recovery] = [0.0004, 0.1];
  let susceptible = 0.5;
  // Discrete time: the cumulated pressure of an infected person is that of 1/recovery steps, for small rates.
  for (let round = 0; round < 200; round++) susceptible = 0.9 * Math.exp(-((transmission * n) / recovery) * (1 - susceptible));
  const runs = Array.from({ length: 30 }, (_, replicate) =>
    runClassic(classicNamed('sir'), {
      network: complete,
      values: { transmission, recovery, seeds: n / 10 },
      steps: 400,
      keys: classicKeys('size', replicate),
    }),
  );
  expect(runs.every(({ settled }) => settled !== null)).toBe(true);
  const left = runs.map((run) => classicSeries(run, 'susceptible').at(-1) as number);
  const mean = left.reduce((sum, each) => sum + each) / left.length;
  // 1 % for the finite market and time.
  expect(Math.abs(mean - susceptible)).toBeLessThan(0.01);
});

test('SI on a complete graph grows by the logistic recursion', () => {
  const n = 400;
  const complete = generateNetwork({ kind: 'complete', people: n, strength: 1 }, keysFromSeed(''));
  const rate = 0.05;
  const run = { network: complete, values: { transmission: rate / n, seeds: 40 }, steps: 120 };
  const runs = replicated(classicNamed('si'), run, 'infected', 30);
  let expected = 0.1;
  for (let step = 1; step <= 120; step++) {
    expected += (1 - expected) * (1 - (1 - rate / n) ** (n * expected));
    const mean = runs[step].reduce((sum, each) => sum + each) / 30;
    // The mean of finite markets lags behind the recursion by the variance of their share, up to .25/40 seeds.
    expect(Math.abs(mean - expected), `step ${step}`).toBeLessThan(0.02);
  }
});

test('SIS lives on above the threshold and dies out below', () => {
  const complete = generateNetwork({ kind: 'complete', people: 200, strength: 1 }, keysFromSeed(''));
  const end = (transmission: number) =>
    replicated(
      classicNamed('sis'),
      { network: complete, values: { transmission, recovery: 0.2, seeds: 20 }, steps: 200 },
      'infected',
      30,
    ).at(-1) as number[];
  expect(end(0.0008).every((share) => share === 0)).toBe(true);
  // Mean field with simultaneous updates: recovery x = (1 - x)(1 - (1 - beta)^(n x)).
  let level = 0.5;
  for (let round = 0; round < 2000; round++) level += 0.5 * ((1 - level) * (1 - (1 - 0.002) ** (200 * level)) - 0.2 * level);
  const lived = end(0.002);
  expect(Math.abs(lived.reduce((sum, each) => sum + each) / 30 - level)).toBeLessThan(0.02);
});

test('a start of one’s own is taken, and one that makes no sense refused', () => {
  const run = { network, keys: classicKeys('a', 0), steps: 1, values: { transmission: 0, recovery: 0 } };
  expect([...runClassic(classicNamed('sir'), { ...run, initial: [0, 1, 2, 1, 0] }).states]).toEqual([0, 1, 2, 1, 0]);
  expect(() => runClassic(classicNamed('sis'), { ...run, initial: [0, 1, 2, 1, 0] })).toThrow(InputError);
  expect(() => runClassic(classicNamed('sis'), { ...run, initial: [0, 1] })).toThrow('The start holds 2 numbers');
});

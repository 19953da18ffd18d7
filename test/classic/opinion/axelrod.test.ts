import { expect, test } from 'vitest';
import { classicKeys, classicSeries, runClassic, startClassic } from '../../../sim/classic/index.ts';
import { axelrod } from '../../../sim/classic/opinion/axelrod.ts';
import { interval } from './shares.ts';
import { type Arc, grid, networkOf } from './small-worlds.ts';

function stableRegions(features: number, traits: number, replicates: number) {
  const network = grid(10);
  return interval(
    Array.from({ length: replicates }, (_, replicate) => {
      const { process } = startClassic(axelrod, { network, values: { features, traits }, keys: classicKeys('culture', replicate) });
      while (process.step());
      return process.measure()[0];
    }),
  );
}

/** Axelrod 1997, table 2 (10 x 10, four neighbours): few features and many traits make many regions. */
test.each([
  [5, 5, 1, 0.5, 30],
  [5, 10, 3.2, 2, 40],
  [5, 15, 20, 4, 40],
  [10, 10, 1, 0.5, 30],
])('stable regions of %d features with %d traits: %d', (features, traits, published, tolerance, replicates) => {
  const { mean, halfWidth } = stableRegions(features, traits, replicates);
  expect(Math.abs(mean - published)).toBeLessThan(tolerance);
  expect(halfWidth).toBeLessThan(tolerance);
});

test('two people who agree on k of F features need F/k + … + F/(F - 1) meetings on average, and strangers never meet', () => {
  const network = networkOf(2, [[0, 1, 1]], false);
  const values = { features: 4, traits: 9 };
  const run = { network, values, initial: [0, 0, 0, 0, 0, 1, 1, 1] };
  // A step is two meetings: the number of steps to agreement, from the chances 1/4, 2/4, 3/4 of the next feature.
  let spread = [1, 0, 0, 0];
  let exact = 0;
  for (let step = 0; step < 400; step++) {
    exact += spread[0] + spread[1] + spread[2];
    for (let meeting = 0; meeting < 2; meeting++)
      spread = spread.map((share, k) => (share * (3 - k)) / 4 + (k > 0 ? (spread[k - 1] * k) / 4 : 0));
    spread[3] = 1 - spread[0] - spread[1] - spread[2];
  }
  const times = Array.from({ length: 4000 }, (_, replicate) => {
    const { settled } = runClassic(axelrod, { ...run, steps: 400, keys: classicKeys('pair', replicate) });
    return settled ?? Number.NaN;
  });
  const { mean, halfWidth } = interval(times);
  expect(Math.abs(mean - exact)).toBeLessThan(0.2);
  expect(halfWidth).toBeLessThan(0.1);
  const strangers = runClassic(axelrod, { ...run, initial: [0, 0, 0, 0, 1, 1, 1, 1], steps: 5, keys: classicKeys('pair', 0) });
  expect([...strangers.states]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  expect(strangers.settled).toBe(1);
  expect([...classicSeries(strangers, 'regions')]).toEqual([2, 2, 2, 2, 2, 2]);
});

test('culture runs along directed ties, and more often along strong ones', () => {
  const arcs: Arc[] = [
    [0, 2, 0.25],
    [1, 2, 0.75],
  ];
  // Person 2 agrees with each of the others on one feature of two; the first meeting makes it like 0 or like 1.
  let likeOne = 0;
  for (let replicate = 0; replicate < 3000; replicate++) {
    const run = { network: networkOf(3, arcs), values: { features: 2, traits: 3 }, initial: [0, 1, 1, 0, 0, 0] };
    const { states, settled } = runClassic(axelrod, { ...run, steps: 200, keys: classicKeys('arcs', replicate) });
    expect(settled).not.toBeNull();
    expect([...states.subarray(0, 4)]).toEqual([0, 1, 1, 0]);
    likeOne += states[4];
  }
  expect(Math.abs(likeOne / 3000 - 0.75)).toBeLessThan(0.035);
});

test('regions are counted by ties, their largest by people', () => {
  const chain: Arc[] = [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
  ];
  const run = { network: networkOf(4, chain), values: { features: 2, traits: 5 }, steps: 0, keys: classicKeys('count', 0) };
  const recording = runClassic(axelrod, { ...run, initial: [1, 1, 1, 1, 1, 2, 1, 1] });
  expect([...recording.values]).toEqual([3, 0.5, 2 / 3]);
  expect(() => runClassic(axelrod, { ...run, initial: [1, 1, 1, 5, 0, 0, 0, 0] })).toThrow('Person 1 starts with the trait 5.');
});

import { expect, test } from 'vitest';
import { classicKeys, runClassic } from '../../../sim/classic/index.ts';
import { voter } from '../../../sim/classic/opinion/voter.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { birthAndDeath, type Event, endsWithOnes } from './chain.ts';
import { interval, shareEndingWithOnes } from './shares.ts';
import { type Arc, heardBy, LOPSIDED, networkOf, turned, unweighted } from './small-worlds.ts';

const voterEvent = (n: number, arcs: readonly Arc[]): Event =>
  function* (opinions) {
    for (let person = 0; person < n; person++) {
      for (const { from, share } of heardBy(person, arcs)) yield [opinions.with(person, opinions[from]), share / n];
    }
  };

test('fixation on a small directed, weighted network is that of the exact chain', () => {
  const start = [1, 1, 0, 0, 0];
  const exact = endsWithOnes(5, voterEvent(5, LOPSIDED))(start);
  expect(Math.abs(shareEndingWithOnes(voter, networkOf(5, LOPSIDED), start, {}, 6000) - exact)).toBeLessThan(0.025);
  // The test would notice strengths or directions that do not count.
  for (const wrong of [unweighted(LOPSIDED), turned(LOPSIDED)]) {
    expect(Math.abs(endsWithOnes(5, voterEvent(5, wrong))(start) - exact)).toBeGreaterThan(0.06);
  }
});

test('on undirected ties fixation is the share of degree with opinion 1: a hub counts as much as all its leaves', () => {
  const hub = Array.from({ length: 10 }, (_, leaf): Arc => [0, leaf + 1, 1]);
  const start = [1, ...Array<number>(10).fill(0)];
  expect(Math.abs(shareEndingWithOnes(voter, networkOf(11, hub, false), start, {}, 4000) - 0.5)).toBeLessThan(0.03);
});

test('time to consensus among all is that of the exact birth-and-death chain', () => {
  const n = 30;
  const rate = (k: number) => (k * (n - k)) / (n * (n - 1));
  const advance = birthAndDeath(n, rate, rate);
  let spread = new Float64Array(n + 1);
  spread[n / 2] = 1;
  let exact = 0;
  for (let step = 0; step < 1000; step++) {
    exact += 1 - spread[0] - spread[n];
    spread = advance(spread) as Float64Array<ArrayBuffer>;
  }
  const network = generateNetwork({ kind: 'complete', people: n }, keysFromSeed('any'));
  const times = Array.from(
    { length: 4000 },
    (_, replicate) => runClassic(voter, { network, steps: 1000, keys: classicKeys('time', replicate) }).settled ?? Number.NaN,
  );
  const { mean, halfWidth } = interval(times);
  expect(Math.abs(mean - exact)).toBeLessThan(0.06 * exact);
  expect(halfWidth).toBeLessThan(0.03 * exact);
  // Sood & Redner 2005: N ln 2 from one half, for large N.
  expect(Math.abs(exact / (n * Math.LN2) - 1)).toBeLessThan(0.1);
});

test('who listens to nobody keeps their opinion', () => {
  const network = networkOf(3, [[0, 1, 1]]);
  const { states } = runClassic(voter, { network, initial: [1, 0, 0], steps: 50, keys: classicKeys('alone', 0) });
  expect([...states]).toEqual([1, 1, 0]);
});

test('opinions are 0 or 1, and the share asked for is met to the person', () => {
  const network = networkOf(5, LOPSIDED);
  const run = { network, steps: 0, keys: classicKeys('start', 0) };
  expect(() => runClassic(voter, { ...run, initial: [0, 1, 0.5, 0, 0] })).toThrow('Person 2 starts with the opinion 0.5.');
  expect(runClassic(voter, { ...run, values: { share: 0.6 } }).values[0]).toBeCloseTo(0.6, 12);
});

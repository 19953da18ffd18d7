import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classicKeys, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { deGroot } from '../../../sim/classic/opinion/degroot.ts';
import { friedkinJohnsen } from '../../../sim/classic/opinion/friedkin-johnsen.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { solve } from './chain.ts';
import { type Arc, listeningMatrix, networkOf } from './small-worlds.ts';

/** A directed, weighted network in which everyone reaches everyone: a ring and random arcs. */
const worlds = fc.integer({ min: 3, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    strengths: fc.array(fc.integer({ min: 0, max: 64 }), { minLength: n * n, maxLength: n * n }),
    opinions: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

function arcsOf(n: number, strengths: readonly number[]): Arc[] {
  const arcs: Arc[] = [];
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      const strength = to === (from + 1) % n ? 1 / 64 + strengths[from * n + to] / 65 : strengths[from * n + to] / 64 - 0.5;
      if (from !== to && strength > 0) arcs.push([from, to, Math.fround(strength)]);
    }
  }
  return arcs;
}

test('DeGroot: the consensus is the start weighted by the left eigenvector of the listening matrix', () => {
  fc.assert(
    fc.property(worlds, fc.double({ min: 0.1, max: 0.8, noNaN: true }), ({ n, strengths, opinions }, self) => {
      const arcs = arcsOf(n, strengths);
      const w = listeningMatrix(n, arcs, self);
      // pi (I - W) = 0 and sum pi = 1.
      const a = Array.from({ length: n }, (_, column) => Float64Array.from(w, (row, i) => (i === column ? 1 : 0) - row[column]));
      a[0].fill(1);
      const pi = solve(
        a,
        Float64Array.from({ length: n }, (_, i) => Number(i === 0)),
      );
      const consensus = pi.reduce((sum, weight, i) => sum + weight * opinions[i], 0);
      const run = { network: networkOf(n, arcs), initial: opinions, values: { self }, steps: 20_000, keys: classicKeys('any', 0) };
      const { states } = runClassic(deGroot, run);
      for (const opinion of states) expect(Math.abs(opinion - consensus)).toBeLessThan(1e-6);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('DeGroot: without weight on oneself a pair swaps opinions for ever', () => {
  const run = { network: networkOf(2, [[0, 1, 1]], false), initial: [0, 1], values: { self: 0 }, steps: 3, keys: classicKeys('any', 0) };
  expect([...runClassic(deGroot, run).states]).toEqual([1, 0]);
});

test('DeGroot: mean, spread and range are those of the opinions', () => {
  const run = { network: networkOf(4, [[0, 1, 1]]), initial: [1, 2, 4, 5], steps: 0, keys: classicKeys('any', 0) };
  expect([...runClassic(deGroot, run).values]).toEqual([3, Math.sqrt(2.5), 1, 5]);
  expect(() => runClassic(deGroot, { ...run, initial: [1, Number.NaN, 0, 0] })).toThrow('Person 1 starts with the opinion NaN.');
});

test('Friedkin-Johnsen: the limit is that of the linear solve, whatever the stubbornness of each', () => {
  fc.assert(
    fc.property(worlds, fc.double({ min: 0, max: 0.8, noNaN: true }), ({ n, strengths, opinions }, self) => {
      const arcs = arcsOf(n, strengths);
      const w = listeningMatrix(n, arcs, self);
      const first = Float64Array.from(opinions, (opinion, i) => opinion + 10 * i);
      const run = { network: networkOf(n, arcs), initial: first, values: { self }, steps: 20_000, keys: classicKeys('any', 1) };
      const { states } = runClassic(friedkinJohnsen, run);
      const after = runClassic(friedkinJohnsen, { ...run, steps: 1 }).states;
      // The first step shows how stubborn each is; (I - (I - S) W) x = S x0 is then solved.
      const stubborn = first.map((own, i) => {
        const heard = w[i].reduce((sum, weight, j) => sum + weight * first[j], 0);
        return (after[i] - heard) / (own - heard);
      });
      const a = w.map((row, i) => row.map((weight, j) => (i === j ? 1 : 0) - (1 - stubborn[i]) * weight));
      const limit = solve(
        a,
        first.map((own, i) => stubborn[i] * own),
      );
      for (let i = 0; i < n; i++) {
        expect(stubborn[i]).toBeGreaterThan(0);
        expect(stubborn[i]).toBeLessThan(1);
        expect(Math.abs(states[i] - limit[i])).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('Friedkin-Johnsen: stubbornness is Beta(2, 3) by default, and views differ for ever', () => {
  const network = generateNetwork({ kind: 'watts-strogatz', people: 2000 }, keysFromSeed('any'));
  const recording = runClassic(friedkinJohnsen, { network, keys: classicKeys('beta', 0), history: true });
  const history = recording.history as Float64Array;
  const heard = new Float64Array(2000);
  for (let i = 0; i < 2000; i++) {
    const row = network.targets.subarray(network.offsets[i], network.offsets[i + 1]);
    for (const j of row) heard[i] += history[j] / row.length;
  }
  const stubborn = heard.map((mean, i) => (history[2000 + i] - mean) / (history[i] - mean));
  const mean = stubborn.reduce((sum, s) => sum + s, 0) / 2000;
  const variance = stubborn.reduce((sum, s) => sum + (s - mean) ** 2, 0) / 2000;
  expect(Math.abs(mean - 0.4)).toBeLessThan(0.015);
  expect(Math.abs(variance - 0.04)).toBeLessThan(0.004);
  // C8: final spread at least 40 % of that at the start.
  const spread = classicSeries(recording, 'sd');
  expect(spread[friedkinJohnsen.steps]).toBeGreaterThan(0.4 * spread[0]);
  expect(recording.settled).not.toBeNull();
});

test('Friedkin-Johnsen at the ends: nobody moves when all are stubborn, and it is DeGroot when none is', () => {
  const run = {
    network: networkOf(3, [
      [0, 1, 1],
      [1, 2, 0.5],
      [2, 0, 1],
    ]),
    steps: 12,
    keys: classicKeys('ends', 0),
    history: true,
  };
  const stuck = runClassic(friedkinJohnsen, { ...run, values: { stubbornness: 1 } });
  expect(stuck.states).toEqual(stuck.history?.slice(0, 3));
  const free = runClassic(friedkinJohnsen, { ...run, values: { stubbornness: 0, self: 0.5 } });
  expect(free.history).toEqual(runClassic(deGroot, run).history);
});

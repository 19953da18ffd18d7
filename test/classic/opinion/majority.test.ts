import { expect, test } from 'vitest';
import { classicKeys, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { majority } from '../../../sim/classic/opinion/majority.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { type Event, restingShares } from './chain.ts';
import { interval } from './shares.ts';
import { type Arc, heardBy, networkOf, turned, unweighted } from './small-worlds.ts';

/** Everyone hears two or more; person 3 hears a tie. */
const ARCS: readonly Arc[] = [
  [0, 1, 1],
  [2, 1, 0.25],
  [3, 1, 0.5],
  [1, 2, 0.25],
  [3, 2, 1],
  [0, 3, 0.5],
  [2, 3, 0.5],
  [1, 0, 0.125],
  [3, 0, 0.25],
];

const majorityEvent = (n: number, arcs: readonly Arc[], noise: number): Event =>
  function* (opinions) {
    for (let person = 0; person < n; person++) {
      const heard = heardBy(person, arcs);
      const one = heard.reduce((sum, { from, share }) => sum + share * opinions[from], 0);
      const chance = Math.abs(one - 0.5) < 1e-9 ? 0.5 : one > 0.5 ? 1 - noise : noise;
      yield [opinions.with(person, 1), chance / n];
      yield [opinions.with(person, 0), (1 - chance) / n];
    }
  };

test('the long run on a small directed, weighted network is that of the exact chain', () => {
  const noise = 0.15;
  const exact = restingShares(4, majorityEvent(4, ARCS, noise));
  const steps = 60_000;
  const { history } = runClassic(majority, {
    network: networkOf(4, ARCS),
    values: { noise },
    steps,
    keys: classicKeys('long', 0),
    history: true,
  });
  const seen = new Float64Array(16);
  for (let step = 1; step <= steps; step++) {
    const bits = (history as Float64Array).subarray(4 * step, 4 * step + 4);
    seen[bits[0] + 2 * bits[1] + 4 * bits[2] + 8 * bits[3]] += 1 / steps;
  }
  const distance = (other: Float64Array) => exact.reduce((sum, share, state) => sum + Math.abs(share - other[state]), 0) / 2;
  expect(distance(seen)).toBeLessThan(0.02);
  for (const wrong of [unweighted(ARCS), turned(ARCS)]) {
    expect(distance(restingShares(4, majorityEvent(4, wrong, noise)))).toBeGreaterThan(0.06);
  }
});

test('on the square lattice order survives little noise and not much: critical at .075 (de Oliveira 1992)', () => {
  const network = generateNetwork({ kind: 'lattice', people: 1024, neighbours: '4' }, keysFromSeed('any'));
  const order = (noise: number) =>
    interval(
      Array.from({ length: 30 }, (_, replicate) => {
        const run = { network, values: { noise, share: 0.75 }, steps: 100, keys: classicKeys('lattice', replicate) };
        const last = classicSeries(runClassic(majority, run), 'share')[100];
        return Math.abs(2 * last - 1);
      }),
    );
  const ordered = order(0.04);
  const disordered = order(0.15);
  expect(ordered.mean - ordered.halfWidth).toBeGreaterThan(0.8);
  expect(disordered.mean + disordered.halfWidth).toBeLessThan(0.2);
});

test('without noise it stops at consensus', () => {
  const network = generateNetwork({ kind: 'complete', people: 41 }, keysFromSeed('any'));
  const { settled, states } = runClassic(majority, { network, values: { noise: 0, share: 0.7 }, keys: classicKeys('most', 0) });
  expect(settled).not.toBeNull();
  expect(new Set(states)).toEqual(new Set([1]));
});

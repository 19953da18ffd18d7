import { expect, test } from 'vitest';
import { classicKeys, runClassic } from '../../../sim/classic/index.ts';
import { qVoter } from '../../../sim/classic/opinion/q-voter.ts';
import { voter } from '../../../sim/classic/opinion/voter.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { type Event, endsWithOnes } from './chain.ts';
import { shareEndingWithOnes } from './shares.ts';
import { type Arc, heardBy, LOPSIDED, networkOf, turned, unweighted } from './small-worlds.ts';

const qVoterEvent = (n: number, arcs: readonly Arc[], q: number, flip: number): Event =>
  function* (opinions) {
    for (let person = 0; person < n; person++) {
      const one = heardBy(person, arcs).reduce((sum, { from, share }) => sum + share * opinions[from], 0);
      const allOnes = one ** q;
      const allZeros = (1 - one) ** q;
      const split = 1 - allOnes - allZeros;
      yield [opinions.with(person, 1), allOnes / n];
      yield [opinions.with(person, 0), allZeros / n];
      yield [opinions.with(person, 1 - opinions[person]), (split * flip) / n];
      yield [opinions, (split * (1 - flip)) / n];
    }
  };

test.each([
  [2, 0.1, [0, 1, 0, 0, 1]],
  [3, 0.3, [0, 1, 1, 0, 0]],
])('exit probability on a small directed, weighted network is that of the exact chain: q = %d, flip %d', (q, flip, start) => {
  const exact = endsWithOnes(5, qVoterEvent(5, LOPSIDED, q, flip))(start);
  const network = networkOf(5, LOPSIDED);
  expect(Math.abs(shareEndingWithOnes(qVoter, network, start, { q, flip }, 6000) - exact)).toBeLessThan(0.025);
  for (const wrong of [unweighted(LOPSIDED), turned(LOPSIDED)]) {
    expect(Math.abs(endsWithOnes(5, qVoterEvent(5, wrong, q, flip))(start) - exact)).toBeGreaterThan(0.06);
  }
});

/** Chance to end with ones among n well-mixed people: with gamma(k) = down / up, a sum of products of gammas. */
function exitProbability(n: number, q: number, ones: number): number {
  let term = 1;
  let below = 1;
  let all = 1;
  for (let k = 1; k < n; k++) {
    const up = (n - k) * (k / (n - 1)) ** q;
    const down = k * ((n - k) / (n - 1)) ** q;
    term *= down / up;
    all += term;
    if (k < ones) below += term;
  }
  return below / all;
}

test.each([
  [2, 12],
  [3, 13],
])('exit probability among all, q = %d', (q, ones) => {
  const n = 30;
  const network = generateNetwork({ kind: 'complete', people: n }, keysFromSeed('any'));
  const start = Array.from({ length: n }, (_, i) => Number(i < ones));
  const exact = exitProbability(n, q, ones);
  expect(exact).toBeGreaterThan(0.1);
  expect(exact).toBeLessThan(0.35);
  expect(Math.abs(shareEndingWithOnes(qVoter, network, start, { q }, 3000) - exact)).toBeLessThan(0.03);
});

test('with one to ask it is the voter model, draw by draw', () => {
  const run = { network: networkOf(5, LOPSIDED), steps: 40, keys: classicKeys('one', 3), history: true };
  expect(runClassic(qVoter, { ...run, values: { q: 1 } }).history).toEqual(runClassic(voter, run).history);
});

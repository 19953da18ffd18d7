import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { LazyGreedy } from '../../../sim/classic/seeding/celf.ts';
import { LiveWorlds } from '../../../sim/classic/seeding/live-worlds.ts';
import { generateNetwork, type Network } from '../../../sim/network/index.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { anyNetwork } from './any-network.ts';

const keys = keysFromSeed('celf');
const WORLDS = 300;

const cascade = (network: Network) => LiveWorlds.independentCascade(network, 'strength', 0.4, WORLDS, keys);
const thresholds = (network: Network) => LiveWorlds.linearThreshold(network, WORLDS, keys);

/** Mean reach of a set, person by person. */
function spreadOf(sample: (network: Network) => LiveWorlds, network: Network, seeds: readonly number[]): number {
  const worlds = sample(network);
  let spread = 0;
  for (const person of seeds) {
    spread += worlds.gain(person);
    worlds.add(person);
  }
  return spread;
}

const everyone = (network: Network) => Uint32Array.from({ length: network.n }, (_, person) => person);

describe.each([
  ['independent cascade', cascade],
  ['linear threshold', thresholds],
])('greedy under the %s', (_, sample) => {
  test('finds the seeds of plain greedy, with fewer evaluations', () => {
    fc.assert(
      fc.property(anyNetwork(12, [0.2, 0.5, 0.9]), (network) => {
        const worlds = sample(network);
        const lazy = new LazyGreedy(worlds, everyone(network));
        const seeds: number[] = [];
        for (let k = 0; k < 5; k++) {
          let [best, most] = [-1, -1];
          for (let person = 0; person < network.n; person++) {
            const spread = seeds.includes(person) ? -1 : spreadOf(sample, network, [...seeds, person]);
            if (spread > most + 1e-9) [best, most] = [person, spread];
          }
          expect(lazy.next()?.person).toBe(best);
          seeds.push(best);
        }
        expect(worlds.evaluations).toBeLessThan(12 * 5);
      }),
      { numRuns: 15 },
    );
  });

  test('reaches 1 - 1/e of the best set, with gains that never grow', () => {
    fc.assert(
      fc.property(anyNetwork(9, [0.2, 0.5, 0.9]), (network) => {
        const lazy = new LazyGreedy(sample(network), everyone(network));
        const gains = [0, 1, 2].map(() => lazy.next()?.gain ?? 0);
        let optimum = 0;
        for (let a = 0; a < 9; a++) {
          for (let b = 0; b < a; b++) for (let c = 0; c < b; c++) optimum = Math.max(optimum, spreadOf(sample, network, [a, b, c]));
        }
        expect(gains[0] + gains[1] + gains[2]).toBeGreaterThanOrEqual((1 - 1 / Math.E) * optimum);
        expect(gains[1]).toBeLessThanOrEqual(gains[0]);
        expect(gains[2]).toBeLessThanOrEqual(gains[1]);
      }),
      { numRuns: 10 },
    );
  });

  test('its spread is that of the model itself', () => {
    const network = generateNetwork({ kind: 'tribal', people: 60 }, keysFromSeed('spread'));
    const seeds = [0, 20, 40];
    const initial = new Float64Array(60);
    for (const person of seeds) initial[person] = 1;
    const name = sample === cascade ? 'independent-cascade' : 'linear-threshold';
    const values = sample === cascade ? { chance: 0.4 } : {};
    const ends = Array.from({ length: 600 }, (__, replicate) => {
      const run = { network, initial, values, keys: classicKeys('spread', replicate), steps: 60 };
      return runClassic(classicNamed(name), run).states.reduce((sum, state) => sum + state);
    });
    const mean = ends.reduce((sum, each) => sum + each) / 600;
    const spread = Math.sqrt(ends.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 599);
    // Four standard errors of the difference of two sample means.
    expect(Math.abs(spreadOf(sample, network, seeds) - mean)).toBeLessThan(4 * spread * Math.sqrt(1 / 600 + 1 / WORLDS));
  });
});

describe('the model', () => {
  const model = classicNamed('influence-maximisation');
  const network = generateNetwork({ kind: 'tribal', people: 150 }, keysFromSeed('max'));

  test('judges seeds on worlds that were not used to choose them, where they look worse', () => {
    const run = { network, steps: 40, values: { worlds: 50 } };
    const gaps = Array.from({ length: 30 }, (_, replicate) => {
      const recording = runClassic(model, { ...run, keys: classicKeys('judge', replicate) });
      return classicSeries(recording, 'chosenOn')[40] - classicSeries(recording, 'spread')[40];
    });
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });

  test('greedy beats the highest degrees, and a rule against itself ties', () => {
    const run = { network, steps: 40, keys: classicKeys('rival', 0) };
    const end = (rival: string, column: string) => classicSeries(runClassic(model, { ...run, values: { rival } }), column)[40];
    expect(end('degree', 'spread')).toBeGreaterThan(end('degree', 'rival'));
    expect(end('degree', 'rival')).toBeGreaterThan(end('random', 'rival'));
  });

  test('ends when everyone is a seed', () => {
    const { settled, states } = runClassic(model, { network: generateNetwork({ kind: 'krackhardt-kite' }, keys), keys, steps: 15 });
    expect(settled).toBe(10);
    expect([...states].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('says when sampled worlds would not fit into memory', () => {
    const values = { worlds: 100_000, rule: 'strength', chance: 1 };
    expect(() => runClassic(model, { network, values, keys })).toThrow(InputError);
  });
});

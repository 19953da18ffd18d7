import { describe, expect, test } from 'vitest';
import { bassPeak, bassShare, classicKeys, classicNamed, classicSeries, runClassic } from '../../../sim/classic/index.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { expectMean, replicated } from '../replicates.ts';
import { exactChain, strengthMatrix } from './exact-chain.ts';
import { oneWayNetwork } from './small-network.ts';

describe('the curve', () => {
  test.each([
    [0.03, 0.38, 0],
    [0.016, 0.409, 0.1],
    [0, 0.5, 0.02],
    [0.1, 0, 0],
  ])('p %f, q %f from %f solves the differential equation', (p, q, start) => {
    // Runge-Kutta of order four, steps of .01.
    const slope = (f: number) => (p + q * f) * (1 - f);
    let f = start;
    for (let step = 1; step <= 2000; step++) {
      const a = slope(f);
      const b = slope(f + 0.005 * a);
      const c = slope(f + 0.005 * b);
      const d = slope(f + 0.01 * c);
      f += (0.01 * (a + 2 * b + 2 * c + d)) / 6;
      if (step % 200 === 0) expect(Math.abs(bassShare(p, q, step / 100, start) - f)).toBeLessThan(1e-9);
    }
  });

  test('peak and quantiles are those of the literature', () => {
    // Evidence 2.1, at Sultan et al. (.03, .38).
    const { time, share } = bassPeak(0.03, 0.38);
    expect(time).toBeCloseTo(6.19, 2);
    expect(share).toBeCloseTo(0.461, 3);
    expect(bassShare(0.03, 0.38, time)).toBeCloseTo(share, 12);
    expect([2.25, 6.55, 11.76].map((t) => bassShare(0.03, 0.38, t).toFixed(2))).toEqual(['0.10', '0.50', '0.90']);
    expect(bassPeak(0.4, 0.1)).toEqual({ time: 0, share: 0 });
    expect(bassShare(0, 0.4, 10, 0)).toBe(0);
  });
});

describe('people', () => {
  test('on a one-way network with strengths adopt as the exact Markov chain says', () => {
    const network = oneWayNetwork();
    const strength = strengthMatrix(network);
    const [p, q, interval] = [0.2, 1.1, 0.5];
    const exact = exactChain(
      5,
      2,
      [0, 1, 0, 0, 0],
      8,
      (person, configuration) => {
        const all = strength.reduce((sum, row) => sum + row[person], 0);
        const adopted = strength.reduce((sum, row, other) => sum + row[person] * configuration[other], 0);
        const stay = configuration[person] === 1 ? 0 : Math.exp(-(p + (q * adopted) / all) * interval);
        return [stay, 1 - stay];
      },
      (configuration) => configuration.reduce((sum, state) => sum + state) / 5,
    );
    const run = { network, values: { innovation: p, imitation: q, interval }, initial: [0, 1, 0, 0, 0], steps: 8 };
    replicated(classicNamed('bass'), run, 'adopters', 4000).forEach((all, step) => {
      expectMean(all, exact[step], `step ${step}`);
    });
  });

  test('on a complete graph follow the curve: peak time and share within 5 %', () => {
    const network = generateNetwork({ kind: 'complete', people: 1000 }, keysFromSeed(''));
    const values = { interval: 1 / 24 };
    const runs = Array.from({ length: 30 }, (_, replicate) =>
      runClassic(classicNamed('bass'), { network, values, steps: 480, keys: classicKeys('d1', replicate) }),
    );
    const mean = (column: string, step: number) => runs.reduce((sum, run) => sum + classicSeries(run, column)[step], 0) / runs.length;
    for (const step of [60, 149, 240, 360, 480]) {
      expect(Math.abs(mean('adopters', step) / mean('curve', step) - 1), `step ${step}`).toBeLessThan(0.05);
    }
    // Adopters moved by p: (p/q) ln(1 + q/p) of all in the end, 20.6 %.
    const external = mean('external', 480) / mean('adopters', 480);
    expect(Math.abs(external - (0.03 / 0.38) * Math.log(1 + 0.38 / 0.03))).toBeLessThan(0.01);
  });

  test('without imitation adopt at a constant rate; alone they have nobody to imitate', () => {
    const network = generateNetwork({ kind: 'ring', people: 500, neighboursPerSide: 2 }, keysFromSeed(''));
    const run = { network, values: { innovation: 0.5, imitation: 0, interval: 0.1 }, steps: 20 };
    replicated(classicNamed('bass'), run, 'adopters', 100).forEach((all, step) => {
      expectMean(all, 1 - Math.exp(-0.05 * step), `step ${step}`);
    });
  });
});

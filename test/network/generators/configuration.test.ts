import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDegreeSequence } from '../../../sim/network/generators/configuration.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { degreesOf, networkOf } from '../small-networks.ts';

const generate = (values: Record<string, number>, seed = 'configuration') =>
  generateNetwork({ kind: 'configuration', ...values }, keysFromSeed(seed));

describe('configuration model', () => {
  it('realises the degrees of any network that exists, nearly always exactly', () => {
    let missed = 0;
    let ends = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 29 })), { maxLength: 80 }), (pairs) => {
        const degrees = degreesOf(networkOf(30, pairs));
        const network = fromDegreeSequence(Uint32Array.from(degrees), 1, keysFromSeed('sequence'));
        validateNetwork(network);
        degreesOf(network).forEach((degree, i) => {
          expect(degree).toBeLessThanOrEqual(degrees[i]);
          missed += degrees[i] - degree;
          ends += degrees[i];
        });
      }),
    );
    expect(missed).toBeLessThan(0.001 * ends);
  });

  it('meets mean, exponent and largest degree', () => {
    const degrees = degreesOf(generate({ people: 50_000, meanDegree: 20, degreeExponent: 2.5, hubRatio: 30 }));
    expect(degrees.reduce((a, b) => a + b, 0) / degrees.length).toBeCloseTo(20, 1);
    expect(Math.max(...degrees)).toBeGreaterThan(550);
    expect(Math.max(...degrees)).toBeLessThanOrEqual(600);
    const beyond = degrees.filter((degree) => degree >= 15 && degree < 150);
    // Share of [15, 150) beyond 45, in closed form for a density of k^-2.5.
    const expected = (45 ** -1.5 - 150 ** -1.5) / (15 ** -1.5 - 150 ** -1.5);
    expect(Math.abs(beyond.filter((degree) => degree >= 45).length / beyond.length / expected - 1)).toBeLessThan(0.06);
  });

  it('small networks bound their hubs by the structural cutoff', () => {
    expect(Math.max(...degreesOf(generate({ people: 500, hubRatio: 50 })))).toBeLessThanOrEqual(120);
  });

  it('pairs ends at random: every pair of a regular graph is as likely', () => {
    const hits = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
    const runs = 3000;
    for (let run = 0; run < runs; run++) {
      const { offsets, targets } = fromDegreeSequence(new Uint32Array(6).fill(2), 1, keysFromSeed(`run ${run}`));
      for (let i = 0; i < 6; i++) for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) hits[i][targets[arc]]++;
    }
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) if (i !== j) expect(Math.abs(hits[i][j] / runs - 0.4)).toBeLessThan(4.5 * Math.sqrt(0.24 / runs));
    }
  });

  it('reaches very small means, and refuses more ties than there are people', () => {
    const few = degreesOf(generate({ people: 20_000, meanDegree: 0.2, degreeExponent: 1.5, hubRatio: 1000 }));
    expect(Math.abs(few.reduce((a, b) => a + b, 0) / few.length - 0.2)).toBeLessThan(0.02);
    expect(() => generate({ people: 10, meanDegree: 20 })).toThrow(
      expect.objectContaining({ name: 'InputError', path: 'network.meanDegree' }),
    );
  });
});

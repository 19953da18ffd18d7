import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf, degreesOf } from '../small-networks.ts';

const generate = (seed: string, people: number, meanDegree: number) =>
  generateNetwork({ kind: 'erdos-renyi', people, meanDegree }, keysFromSeed(seed));

describe('Erdos-Renyi', () => {
  it('has the binomial number of ties: mean and variance over 200 seeds', () => {
    const pairs = (300 * 299) / 2;
    const p = 8 / 299;
    const counts = Array.from({ length: 200 }, (_, i) => tieCount(generate(`ties ${i}`, 300, 8)));
    const mean = counts.reduce((a, b) => a + b, 0) / 200;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 199;
    expect(Math.abs(mean - pairs * p)).toBeLessThan(4 * Math.sqrt((pairs * p * (1 - p)) / 200));
    // The sample variance of 200 normal values has a relative standard error of a tenth.
    expect(Math.abs(variance / (pairs * p * (1 - p)) - 1)).toBeLessThan(0.4);
  });

  it('ties every pair with the same probability', () => {
    const hits = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
    const runs = 4000;
    for (let i = 0; i < runs; i++) for (const [a, b] of arcsOf(generate(`pair ${i}`, 6, 2))) hits[a][b]++;
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b < 6; b++) {
        if (a !== b) expect(Math.abs(hits[a][b] / runs - 0.4)).toBeLessThan(4.5 * Math.sqrt(0.24 / runs));
      }
    }
  });

  it('degrees are Poisson: variance equals mean', () => {
    const degrees = degreesOf(generate('poisson', 20_000, 10));
    const mean = degrees.reduce((a, b) => a + b, 0) / degrees.length;
    const variance = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / degrees.length;
    expect(variance / mean).toBeGreaterThan(0.95);
    expect(variance / mean).toBeLessThan(1.05);
  });

  it('is complete when the mean degree is n - 1', () => {
    expect(degreesOf(generate('complete', 10, 9))).toEqual(new Array(10).fill(9));
  });
});

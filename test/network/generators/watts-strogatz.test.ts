import { describe, expect, it } from 'vitest';
import { measureClustering } from '../../../sim/network/clustering.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { meanPath } from '../../../sim/network/paths.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf } from '../small-networks.ts';

const keys = keysFromSeed('small world');
const generate = (rewiring: number, values: Record<string, number> = {}) =>
  generateNetwork({ kind: 'watts-strogatz', people: 1000, neighboursPerSide: 5, rewiring, ...values }, keys);

describe('Watts-Strogatz', () => {
  it('without rewiring is the ring, whose clustering is 3 (k - 2) / 4 (k - 1)', () => {
    expect(generate(0)).toEqual(generateNetwork({ kind: 'ring', people: 1000, neighboursPerSide: 5 }, keys));
    for (const neighboursPerSide of [2, 5, 12]) {
      const k = 2 * neighboursPerSide;
      expect(measureClustering(generate(0, { neighboursPerSide }), keys).clustering).toBeCloseTo((3 * (k - 2)) / (4 * (k - 1)), 12);
    }
  });

  it('moves the share of ties asked for, and keeps their number', () => {
    for (const rewiring of [0.1, 0.5, 1]) {
      const network = generate(rewiring);
      validateNetwork(network);
      expect(tieCount(network)).toBe(5000);
      const far = arcsOf(network).filter(([i, j]) => Math.min((i - j + 1000) % 1000, (j - i + 1000) % 1000) > 5).length / 10_000;
      // A moved tie lands beyond the ring's neighbourhood with probability of about 1 - 10 / 999.
      expect(Math.abs(far - rewiring * (1 - 10 / 999))).toBeLessThan(4.5 * Math.sqrt((rewiring * (1 - rewiring) + 0.01) / 5000));
    }
  });

  it('clustering falls as (1 - p)^3 and paths much sooner', () => {
    const ring = generate(0);
    const world = generate(0.05);
    const kept = measureClustering(world, keys).clustering / measureClustering(ring, keys).clustering;
    expect(Math.abs(kept - 0.95 ** 3)).toBeLessThan(0.03);
    expect(meanPath(world, keys) / meanPath(ring, keys)).toBeLessThan(0.15);
  });

  it('works where nearly everyone knows everyone', () => {
    const network = generate(1, { people: 11, neighboursPerSide: 5 });
    validateNetwork(network);
    expect(tieCount(network)).toBe(55);
  });

  it('splits the ring into tribes of neighbours', () => {
    const network = generate(0.1, { tribes: 4 });
    expect(network.tribeCount).toBe(4);
    expect([0, 249, 250, 999].map((i) => network.tribes[i])).toEqual([0, 0, 1, 3]);
    expect(() => generate(0, { people: 20, neighboursPerSide: 1, tribes: 21 })).toThrow(
      expect.objectContaining({ path: 'network.tribes' }),
    );
  });
});

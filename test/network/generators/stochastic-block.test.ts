import { describe, expect, it } from 'vitest';
import { blockModel } from '../../../sim/network/generators/stochastic-block.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { sameTribeShare } from '../../../sim/network/mixing.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf } from '../small-networks.ts';

describe('stochastic block model', () => {
  it('has the density asked for in every block and between every two', () => {
    const sizes = [300, 200, 100];
    const densities = [
      [0.1, 0.02, 0],
      [0.02, 0.3, 0.05],
      [0, 0.05, 1],
    ];
    const network = blockModel(sizes, densities, 0.5, keysFromSeed('blocks'));
    const ties = densities.map((row) => row.map(() => 0));
    for (const [i, j] of arcsOf(network)) ties[network.tribes[i]][network.tribes[j]]++;
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const arcs = a === b ? sizes[a] * (sizes[a] - 1) : sizes[a] * sizes[b];
        const p = densities[a][b];
        const pairs = a === b ? arcs / 2 : arcs;
        expect(Math.abs(ties[a][b] / arcs - p)).toBeLessThanOrEqual(4.5 * Math.sqrt((p * (1 - p)) / pairs));
      }
    }
  });

  it('ties every pair of a block with the same probability', () => {
    const hits = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
    const runs = 4000;
    for (let i = 0; i < runs; i++) {
      const network = blockModel([3, 2], [[0.5, 0.2], [0.2, 0.5]], 1, keysFromSeed(`pair ${i}`)); // biome-ignore format: a matrix
      for (const [a, b] of arcsOf(network)) hits[a][b]++;
    }
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b < 5; b++) {
        if (a === b) continue;
        const p = a < 3 === b < 3 ? 0.5 : 0.2;
        expect(Math.abs(hits[a][b] / runs - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / runs));
      }
    }
  });

  it('meets mean degree and mixing over seeds', () => {
    const networks = Array.from({ length: 10 }, (_, i) =>
      generateNetwork({ kind: 'stochastic-block', people: 2000, meanDegree: 20, mixing: 0.25 }, keysFromSeed(`seed ${i}`)),
    );
    const ties = networks.reduce((sum, network) => sum + tieCount(network), 0) / 10;
    const inside = networks.reduce((sum, network) => sum + sameTribeShare(network), 0) / 10;
    expect(Math.abs(ties - 20_000)).toBeLessThan(4.5 * Math.sqrt(20_000 / 10));
    expect(Math.abs(inside - 0.75)).toBeLessThan(4.5 * Math.sqrt((0.75 * 0.25) / 200_000));
  });

  it('says when blocks are too small for the ties inside', () => {
    expect(() => generateNetwork({ kind: 'stochastic-block', people: 100, blocks: 20, meanDegree: 20 }, keysFromSeed('small'))).toThrow(
      expect.objectContaining({ name: 'InputError', path: 'network.mixing' }),
    );
  });
});

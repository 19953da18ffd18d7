import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTribeSizes, tribesOf } from '../../../sim/network/generators/tribe-sizes.ts';
import { keysFromSeed, Stream } from '../../../sim/random/index.ts';

const stream = (seed: string) => new Stream(keysFromSeed(seed));

describe('drawTribeSizes', () => {
  it('sizes are positive, largest first (to rounding), and add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (n, sizeExponent, smallestTribe, largestTribe) => {
          const sizes = drawTribeSizes(n, { sizeExponent, smallestTribe, largestTribe }, stream('sizes'));
          expect(sizes.reduce((a, b) => a + b, 0)).toBe(n);
          for (let t = 0; t < sizes.length; t++) {
            expect(sizes[t]).toBeGreaterThan(0);
            if (t > 0) expect(sizes[t]).toBeLessThanOrEqual(sizes[t - 1] + 1);
          }
        },
      ),
    );
  });

  it('are heavy-tailed between the ends', () => {
    const n = 100_000;
    const sizes = drawTribeSizes(n, { sizeExponent: 1.5, smallestTribe: 50, largestTribe: 0.25 }, stream('tail'));
    const median = sizes[sizes.length >> 1];
    expect(sizes[0]).toBeGreaterThan(0.1 * n);
    expect(sizes[0]).toBeLessThan(0.3 * n);
    expect(sizes[sizes.length - 1]).toBeGreaterThan(40);
    expect(sizes[0] / median).toBeGreaterThan(20);
  });
});

it('tribesOf lists people tribe by tribe', () => {
  expect(tribesOf(5, Uint32Array.of(3, 2))).toEqual(Uint32Array.of(0, 0, 0, 1, 1));
});

import { describe, expect, test } from 'vitest';
import { drawBits, keysFromSeed, Stream } from '../../sim/random/index.ts';
import { chiSquareUniform, kolmogorovSmirnov, normalCdf } from './exact.ts';

const keys = keysFromSeed('stream');

describe('Stream', () => {
  test('draw i is the counter-based draw i, equal for equal keys', () => {
    const stream = new Stream(keys);
    const again = new Stream(keys);
    for (let i = 0; i < 100; i++) {
      const bits = stream.bits();
      expect(bits).toBe(drawBits(keys.k0, keys.k1, i, 0));
      expect(bits).toBe(again.bits());
    }
  });

  test('uniform and normal follow their distributions', () => {
    const stream = new Stream(keys);
    expect(
      kolmogorovSmirnov(
        Float64Array.from({ length: 50_000 }, () => stream.uniform()),
        (x) => x,
      ),
    ).toBeGreaterThan(0.001);
    expect(
      kolmogorovSmirnov(
        Float64Array.from({ length: 50_000 }, () => stream.normal()),
        normalCdf,
      ),
    ).toBeGreaterThan(0.001);
  });

  test('integer is the high word of the product, exactly, and refuses the biased part', () => {
    for (const n of [1, 3, 1000, 2 ** 21 + 1, 3_000_000_001, 2 ** 32 - 1, 2 ** 32]) {
      const stream = new Stream(keys);
      let at = 0;
      for (let i = 0; i < 2000; i++) {
        let product = BigInt(drawBits(keys.k0, keys.k1, at++, 0)) * BigInt(n);
        while ((product & 0xffffffffn) < 4294967296n % BigInt(n)) product = BigInt(drawBits(keys.k0, keys.k1, at++, 0)) * BigInt(n);
        expect(stream.integer(n)).toBe(Number(product >> 32n));
      }
      // With n = 3,000,000,001 three draws in ten must have been refused.
      if (n === 3_000_000_001) expect(at).toBeGreaterThan(2500);
    }
  });

  test('integer is even over its range', () => {
    const stream = new Stream(keys);
    const counts = new Int32Array(37);
    for (let i = 0; i < 100_000; i++) counts[stream.integer(37)]++;
    expect(chiSquareUniform(counts)).toBeGreaterThan(0.001);
  });

  test('shuffle: a permutation, in place, all orders equally likely', () => {
    const stream = new Stream(keys);
    const large = Int32Array.from({ length: 10_000 }, (_, i) => i);
    expect(stream.shuffle(large)).toBe(large);
    expect(Array.from(large.slice().sort())).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    const counts = new Map<string, number>();
    for (let i = 0; i < 48_000; i++) {
      const order = stream.shuffle(Uint8Array.of(0, 1, 2, 3)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquareUniform([...counts.values()])).toBeGreaterThan(0.001);
    expect(stream.shuffle(new Float64Array(0))).toHaveLength(0);
  });
});

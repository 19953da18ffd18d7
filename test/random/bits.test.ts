import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveKeys, drawBits, keysFromSeed, PURPOSE } from '../../sim/random/index.ts';
import { chiSquareUniform } from './exact.ts';

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });

/** The same function in unbounded integers, from its description alone. */
function bitsByBigInt(k0: number, k1: number, consumer: number, index: number): number {
  const u = (value: bigint) => BigInt.asUintN(32, value);
  const start = (value: bigint) => u(u(value) * 1664525n + 1013904223n);
  let v = [start(BigInt(consumer)), start(u(BigInt(index)) ^ u(BigInt(k0))), start(BigInt(k1))];
  const round = () => {
    v[0] = u(v[0] + v[1] * v[2]);
    v[1] = u(v[1] + v[2] * v[0]);
    v[2] = u(v[2] + v[0] * v[1]);
  };
  round();
  v = v.map((value) => value ^ (value >> 16n));
  round();
  const mixed = u((v[2] ^ (v[2] >> 16n)) * 0x7feb352dn);
  return Number(mixed ^ (mixed >> 15n));
}

describe('drawBits', () => {
  test('gives the published numbers', () => {
    expect([0, 1, 2, 3].map((consumer) => drawBits(0, 0, consumer, 0))).toEqual([1086800778, 1323020015, 2196358112, 1162818987]);
    expect([0, 1, 2, 3].map((index) => drawBits(1, 2, 3, index))).toEqual([1907427899, 998853555, 3856609221, 131744006]);
    expect(drawBits(-1, -1, 4294967295, 2147483647)).toBe(4246817427);
  });

  test('equals its definition in unbounded integers', () => {
    fc.assert(
      fc.property(word, word, word, word, (k0, k1, consumer, index) => {
        expect(drawBits(k0, k1, consumer, index)).toBe(bitsByBigInt(k0, k1, consumer, index));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('takes words modulo 2^32, signed or not', () => {
    expect(drawBits(-5, -6, -7, -8)).toBe(drawBits(4294967291, 4294967290, 4294967289, 4294967288));
  });

  test('does not depend on the order in which draws are asked for', () => {
    const forward = Array.from({ length: 500 }, (_, i) => drawBits(11, 12, i, i % 3));
    const backward = Array.from({ length: 500 }, (_, i) => drawBits(11, 12, 499 - i, (499 - i) % 3)).reverse();
    expect(backward).toEqual(forward);
  });
});

/** Every input bit must flip every output bit half the time; pcg3d without its end fails this with certainty. */
describe('avalanche', () => {
  const samples = 4000;
  const inputs = ['k0', 'k1', 'consumer', 'index'];
  test.each(inputs)('%s', (name) => {
    const position = inputs.indexOf(name);
    let worst = 0;
    for (let bit = 0; bit < 32; bit++) {
      const flips = new Int32Array(32);
      for (let i = 0; i < samples; i++) {
        // Keys as they come, consumers and indices small as in a run.
        const words = [
          drawBits(91, 1, i, bit) | 0,
          drawBits(91, 2, i, bit) | 0,
          drawBits(91, 3, i, bit) % 1_000_000,
          drawBits(91, 4, i, bit) % 16,
        ];
        const before = drawBits(words[0], words[1], words[2], words[3]);
        words[position] ^= 1 << bit;
        const difference = before ^ drawBits(words[0], words[1], words[2], words[3]);
        for (let out = 0; out < 32; out++) flips[out] += (difference >>> out) & 1;
      }
      for (let out = 0; out < 32; out++) worst = Math.max(worst, Math.abs(flips[out] - samples / 2) / Math.sqrt(samples / 4));
    }
    // The largest of 1024 standard normals is about 3.3 and above 5 once in 1700 tables.
    expect(worst).toBeLessThan(5);
  });
});

/** Pairs of draws that are neighbours in one coordinate fill a 32 x 32 table evenly, in the high, middle and low bits. */
describe('neighbours are independent', () => {
  const run = keysFromSeed('neighbours');
  const keys = deriveKeys(run, PURPOSE.attention, 3);
  const weeks = Array.from({ length: 2001 }, (_, week) => deriveKeys(run, PURPOSE.attention, week));
  const purposes = Array.from({ length: 2001 }, (_, purpose) => deriveKeys(run, purpose, 3));
  const at = (k: { k0: number; k1: number }, consumer: number, index: number) => drawBits(k.k0, k.k1, consumer, index);
  const pairs: Record<string, (i: number) => [number, number]> = {
    'neighbouring consumers': (i) => [at(keys, i, 0), at(keys, i + 1, 0)],
    'consumers 2^17 apart': (i) => [at(keys, i, 0), at(keys, i + 131072, 0)],
    'consumers 2^24 apart': (i) => [at(keys, i, 0), at(keys, i + 16777216, 0)],
    'neighbouring indices': (i) => [at(keys, 5, i), at(keys, 5, i + 1)],
    'indices 64 apart': (i) => [at(keys, 5, 64 * i), at(keys, 5, 64 * (i + 1))],
    'neighbouring weeks': (i) => [at(weeks[i % 2000], (i / 2000) | 0, 0), at(weeks[(i % 2000) + 1], (i / 2000) | 0, 0)],
    'neighbouring purposes': (i) => [at(purposes[i % 2000], (i / 2000) | 0, 0), at(purposes[(i % 2000) + 1], (i / 2000) | 0, 0)],
    'keys that count up in k0': (i) => [drawBits(i, 9, 5, 0), drawBits(i + 1, 9, 5, 0)],
    'keys that count up in k1': (i) => [drawBits(9, i, 5, 0), drawBits(9, i + 1, 5, 0)],
    'consumer and index swapped': (i) => [at(keys, i, i + 1), at(keys, i + 1, i)],
  };
  test.each(Object.keys(pairs))('%s', (name) => {
    const tables = [27, 16, 8, 0].map((shift) => ({ shift, counts: new Int32Array(1024) }));
    for (let i = 0; i < 200_000; i++) {
      const [a, b] = pairs[name](i);
      for (const { shift, counts } of tables) counts[(((a >>> shift) & 31) << 5) | ((b >>> shift) & 31)]++;
    }
    // Forty tables are tested with fixed keys: each must be inside what chance does once in ten thousand.
    for (const { counts } of tables) {
      const p = chiSquareUniform(counts);
      expect(p).toBeGreaterThan(1e-4);
      expect(p).toBeLessThan(1 - 1e-4);
    }
  });
});

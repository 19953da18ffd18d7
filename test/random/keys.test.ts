import { expect, test } from 'vitest';
import { deriveKeys, drawBits, keysFromSeed } from '../../sim/random/index.ts';
import { chiSquareUniform } from './exact.ts';

test('seed texts give the published keys', () => {
  expect(keysFromSeed('')).toEqual({ k0: 808652792, k1: -1731457202 });
  expect(keysFromSeed('1')).toEqual({ k0: -1959551001, k1: 1525326480 });
  expect(keysFromSeed('Ünïcode 日本 🦜')).toEqual({ k0: -1878333397, k1: -1373842196 });
});

test('keys are two signed 32-bit words', () => {
  for (const seed of ['', 'a', '🦜', 'x'.repeat(100_000)]) {
    const { k0, k1 } = keysFromSeed(seed);
    expect(k0 | 0).toBe(k0);
    expect(k1 | 0).toBe(k1);
  }
});

test('no two texts share their keys: repeats, high bytes, NUL, normal forms, lone surrogates, long tails', () => {
  const texts = ['', '\0', '\0\0', '1', '11', '111', '1111', '2:11', 'ab', 'abab', 'A', 'Ł', 'á', 'a\u0301', '\ud83e', '\udd9c', '🦜'];
  texts.push(' 1', '1 ', '01', '1.0', 'x'.repeat(300), 'x'.repeat(301), `${'x'.repeat(300)}y`, `y${'x'.repeat(300)}`);
  for (let i = 0; i < 20_000; i++) texts.push(`seed ${i}`);
  const keys = new Set(texts.map((text) => JSON.stringify(keysFromSeed(text))));
  expect(keys.size).toBe(texts.length);
});

test('derived keys: published, distinct over purposes and weeks, and not symmetric in them', () => {
  const run = keysFromSeed('1');
  expect(deriveKeys(run, 14, 3)).toEqual({ k0: -243187347, k1: 1191861040 });
  expect(deriveKeys(run, 14)).toEqual(deriveKeys(run, 14, 0));
  const seen = new Set<string>();
  for (let purpose = 0; purpose < 64; purpose++)
    for (let week = 0; week < 520; week++) seen.add(JSON.stringify(deriveKeys(run, purpose, week)));
  expect(seen.size).toBe(64 * 520);
});

test('the first draws of consecutive weeks and of consecutive seeds are uniform', () => {
  const byWeek = new Int32Array(64);
  const bySeed = new Int32Array(64);
  const run = keysFromSeed('weeks');
  for (let i = 0; i < 20_000; i++) {
    const week = deriveKeys(run, 14, i);
    byWeek[drawBits(week.k0, week.k1, 0, 0) >>> 26]++;
    const seed = deriveKeys(keysFromSeed(String(i)), 14, 0);
    bySeed[drawBits(seed.k0, seed.k1, 0, 0) >>> 26]++;
  }
  expect(chiSquareUniform(byWeek)).toBeGreaterThan(0.001);
  expect(chiSquareUniform(bySeed)).toBeGreaterThan(0.001);
});

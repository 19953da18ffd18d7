import seedrandom from 'seedrandom';
import { drawBits } from './bits.ts';

/** Two signed 32-bit words that select one stream of draws. */
export interface Keys {
  readonly k0: number;
  readonly k1: number;
}

/**
 * Turns any seed text into keys. Equal texts give equal keys on every engine, different texts different ones.
 *
 * seedrandom repeats its key cyclically and keeps only the low byte of a character, so that on its own it makes "1" and "11", or "A" and
 * "Ł", the same seed. It is therefore given the text's length and UTF-8 bytes, which no two texts share.
 */
export function keysFromSeed(seed: string): Keys {
  const bytes = utf8Characters(seed);
  const generator = seedrandom(`${bytes.length}:${bytes}`);
  return { k0: generator.int32(), k1: generator.int32() };
}

/**
 * Keys of a sub-stream, for example (purpose, week) or (replicate, purpose). They are draws themselves, so neighbouring `a` or `b` give
 * unrelated keys. Keys that have children should not be drawn from.
 */
export function deriveKeys(keys: Keys, a: number, b = 0): Keys {
  return { k0: drawBits(keys.k0, keys.k1, a, b) | 0, k1: drawBits(keys.k1 ^ 0x5bd1e995, keys.k0, b, a) | 0 };
}

/** One character per UTF-8 byte. An unpaired surrogate is encoded as it stands: no seed is refused, and none is mistaken for another. */
function utf8Characters(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) out += character;
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out += String.fromCharCode(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return out;
}

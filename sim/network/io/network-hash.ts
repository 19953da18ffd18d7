import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Network } from '../network.ts';

const BIG_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/**
 * SHA-256 (hexadecimal) of everything of an imported network that a run or its tables can depend on: directed or not, ids in node order,
 * arcs, strengths, layers, tribes and their names. Attributes and warnings do not count. Numbers are little-endian, texts
 * are UTF-16 code units after their length, so that no two networks share a form.
 */
export function networkHash(network: Network, ids: readonly string[], tribeNames: readonly string[]): string {
  const hash = sha256.create();
  const words = (array: Uint32Array | Uint16Array | Float32Array) => hash.update(littleEndian(array));
  words(Uint32Array.of(1, network.n, network.directed ? 1 : 0, network.targets.length, network.tribeCount));
  for (const texts of [ids, tribeNames]) {
    words(Uint32Array.of(texts.length));
    for (const part of textParts(texts)) words(part);
  }
  words(network.offsets);
  words(network.targets);
  words(network.strengths);
  hash.update(network.layers);
  words(network.tribes);
  return bytesToHex(hash.digest());
}

function littleEndian(array: Uint32Array | Uint16Array | Float32Array): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (!BIG_ENDIAN) return bytes;
  const size = array.BYTES_PER_ELEMENT;
  return bytes.map((_, i) => bytes[i - (i % size) + size - 1 - (i % size)]);
}

/** Lengths and code units of texts, some thousand at a time. */
function* textParts(texts: readonly string[]): Generator<Uint16Array> {
  let units: number[] = [];
  for (const text of texts) {
    units.push(text.length & 0xffff, text.length >>> 16);
    for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
    if (units.length > 8192) {
      yield Uint16Array.from(units);
      units = [];
    }
  }
  yield Uint16Array.from(units);
}

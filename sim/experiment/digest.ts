import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { COLUMNS } from '../market/columns.ts';
import type { Recording } from '../market/recording.ts';

/**
 * Digest of a run: SHA-256 over every weekly column in the order of COLUMNS, week by week, brand by brand within a week, each value a
 * little-endian float64, -0 as 0 and NaN as 0x7ff8000000000000. Names, sizes and per-tribe rows do not enter.
 *
 * @returns 64 hex digits
 */
export function runDigest(recording: Recording): string {
  const { weeks, brands, values } = recording;
  if (values.length !== COLUMNS.length * weeks * brands) {
    throw new RangeError(`recording holds ${values.length} values, expected ${COLUMNS.length} columns x ${weeks} weeks x ${brands} brands`);
  }
  return valuesDigest(values);
}

/** SHA-256 over numbers as little-endian float64, -0 as 0 and NaN as 0x7ff8000000000000; 64 hex digits. */
export function valuesDigest(values: Float64Array): string {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // Written as words: the bits of a NaN that passes through a float register are not specified.
    if (Number.isNaN(value)) view.setUint32(i * 8 + 4, 0x7ff80000, true);
    else view.setFloat64(i * 8, value + 0, true);
  }
  return bytesToHex(sha256(bytes));
}

/**
 * Digest of a comparison: SHA-256 over the bytes of the run digests.
 *
 * @param runDigests hex digests, by position of the strategy, then by replicate
 */
export function comparisonDigest(runDigests: readonly string[]): string {
  const hash = sha256.create();
  for (const digest of runDigests) hash.update(hexToBytes(digest));
  return bytesToHex(hash.digest());
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { COLUMNS } from '../../market/columns.ts';
import type { Recording } from '../../market/recording.ts';

/**
 * One finished run as bytes: magic, length of the description, length of the numbers (32-bit little-endian), SHA-256 of the
 * lengths and what follows, description (JSON), numbers as they lie in memory. The machine that resumes is the one that stopped.
 */
export interface JournalRecord {
  readonly runId: string;
  readonly digest: string;
  readonly recording: Recording;
}

export const MAGIC = Buffer.from('SWR1', 'latin1');
export const PREFIX_BYTES = 4 + 8 + 32;
const MOST_DESCRIPTION = 1 << 16;
const MOST_NUMBERS = 2 ** 31;

const count = z.int().nonnegative();
const description = z.strictObject({
  runId: z.string(),
  digest: z.string(),
  weeks: count,
  brands: count,
  population: z.number(),
  people: z.number(),
  interest: z.number(),
  tribes: count.nullable(),
});

export function encodeRecord({ runId, digest, recording }: JournalRecord): Buffer {
  const { weeks, brands, population, people, interest, values, tribes } = recording;
  const shape = { runId, digest, weeks, brands, population, people, interest, tribes: tribes?.count ?? null };
  const text = Buffer.from(JSON.stringify(shape), 'utf8');
  const arrays = tribes ? [values, tribes.sizes, tribes.adopters, tribes.affect] : [values];
  const numbers = arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(text.byteLength, 0);
  lengths.writeUInt32LE(
    numbers.reduce((sum, part) => sum + part.byteLength, 0),
    4,
  );
  return Buffer.concat([MAGIC, lengths, checksum(lengths, text, ...numbers), text, ...numbers]);
}

/** Whole length of the record that begins with this prefix, or null when no record begins here. */
export function recordLength(prefix: Buffer): number | null {
  if (prefix.byteLength < PREFIX_BYTES || !prefix.subarray(0, 4).equals(MAGIC)) return null;
  const text = prefix.readUInt32LE(4);
  const numbers = prefix.readUInt32LE(8);
  return text > MOST_DESCRIPTION || numbers > MOST_NUMBERS ? null : PREFIX_BYTES + text + numbers;
}

/** The record, or null when its checksum or its shape does not hold. */
export function decodeRecord(bytes: Buffer): JournalRecord | null {
  if (recordLength(bytes) !== bytes.byteLength) return null;
  const lengths = bytes.subarray(4, 12);
  const body = bytes.subarray(PREFIX_BYTES);
  if (!checksum(lengths, body).equals(bytes.subarray(12, PREFIX_BYTES))) return null;
  const textBytes = lengths.readUInt32LE(0);
  const shape = description.safeParse(JSON.parse(body.toString('utf8', 0, textBytes)));
  if (!shape.success) return null;
  const { runId, digest, weeks, brands, population, people, interest, tribes } = shape.data;
  // A fresh copy, because numbers in a file lie at any offset and typed arrays only at multiples of their size.
  const numbers = new Uint8Array(body.subarray(textBytes)).buffer;
  const cells = COLUMNS.length * weeks * brands;
  const tribeCells = (tribes ?? 0) * weeks * brands;
  if (numbers.byteLength !== cells * 8 + (tribes ?? 0) * 4 + tribeCells * 8) return null;
  const values = new Float64Array(numbers, 0, cells);
  const recording = { weeks, brands, population, people, interest, values };
  if (tribes === null) return { runId, digest, recording };
  const at = cells * 8 + tribes * 4;
  return {
    runId,
    digest,
    recording: {
      ...recording,
      tribes: {
        count: tribes,
        sizes: new Uint32Array(numbers, cells * 8, tribes),
        adopters: new Float32Array(numbers, at, tribeCells),
        affect: new Float32Array(numbers, at + tribeCells * 4, tribeCells),
      },
    },
  };
}

function checksum(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

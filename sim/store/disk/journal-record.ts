import { createHash } from 'node:crypto';
import { z } from 'zod';
import { COLUMNS } from '../../market/columns.ts';
import type { Recording } from '../../market/recording.ts';

/**
 * One ended run as bytes: magic, length of the description, length of the numbers (32-bit little-endian), SHA-256 of the
 * lengths and what follows, description (JSON), numbers as they lie in memory. A journal is read on machines of one byte order.
 */
export interface JournalRecord {
  readonly runId: string;
  /** Null for a run that failed. */
  readonly digest: string | null;
  /** What a run failed with; null for one that finished. */
  readonly error: string | null;
  /** Summary metrics, where the experiment keeps those. */
  readonly measures: Float64Array | null;
  /** Weekly columns, where the experiment keeps those. */
  readonly recording: Recording | null;
}

export const MAGIC = Buffer.from('SWR2', 'latin1');
export const PREFIX_BYTES = 4 + 8 + 32;
const MOST_DESCRIPTION = 1 << 16;
const MOST_NUMBERS = 2 ** 31;
/** Of an error's text. */
const LONGEST_ERROR = 4000;

const count = z.int().nonnegative();
const description = z.strictObject({
  runId: z.string(),
  digest: z.string().nullable(),
  error: z.string().nullable(),
  measures: count.nullable(),
  recording: z
    .strictObject({
      weeks: count,
      brands: count,
      population: z.number(),
      people: z.number(),
      interest: z.number(),
      tribes: count.nullable(),
      /** Numbers in the ledger. */
      reasons: count.default(0),
    })
    .nullable(),
});

export function encodeRecord({ runId, digest, error, measures, recording }: JournalRecord): Buffer {
  const shape = {
    runId,
    digest,
    error: error?.slice(0, LONGEST_ERROR) ?? null,
    measures: measures?.length ?? null,
    recording: recording && shapeOf(recording),
  };
  const text = Buffer.from(JSON.stringify(shape), 'utf8');
  const tribes = recording?.tribes;
  const arrays = [measures, recording?.values, recording?.reasons, tribes?.sizes, tribes?.adopters, tribes?.affect].filter(
    (array) => array !== undefined && array !== null,
  );
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
  const parsed = description.safeParse(JSON.parse(body.toString('utf8', 0, textBytes)));
  if (!parsed.success) return null;
  const { runId, digest, error, measures: measured, recording: shape } = parsed.data;
  // A fresh copy, because numbers in a file lie at any offset and typed arrays only at multiples of their size.
  const numbers = new Uint8Array(body.subarray(textBytes)).buffer;
  const start = (measured ?? 0) * 8;
  if (numbers.byteLength !== start + (shape === null ? 0 : bytesOf(shape))) return null;
  return {
    runId,
    digest,
    error,
    measures: measured === null ? null : new Float64Array(numbers, 0, measured),
    recording: shape && recordingIn(numbers, start, shape),
  };
}

type Shape = NonNullable<z.infer<typeof description>['recording']>;

function shapeOf({ weeks, brands, population, people, interest, tribes, reasons }: Recording): Shape {
  return { weeks, brands, population, people, interest, tribes: tribes?.count ?? null, reasons: reasons?.length ?? 0 };
}

function bytesOf({ weeks, brands, tribes, reasons }: Shape): number {
  return COLUMNS.length * weeks * brands * 8 + reasons * 8 + (tribes ?? 0) * 4 + (tribes ?? 0) * weeks * brands * 8;
}

function recordingIn(numbers: ArrayBuffer, start: number, { tribes, reasons, ...shape }: Shape): Recording {
  const cells = COLUMNS.length * shape.weeks * shape.brands;
  const recording = {
    ...shape,
    values: new Float64Array(numbers, start, cells),
    ...(reasons > 0 && { reasons: new Float64Array(numbers, start + cells * 8, reasons) }),
  };
  if (tribes === null) return recording;
  const tribeCells = tribes * shape.weeks * shape.brands;
  const at = start + (cells + reasons) * 8;
  return {
    ...recording,
    tribes: {
      count: tribes,
      sizes: new Uint32Array(numbers, at, tribes),
      adopters: new Float32Array(numbers, at + tribes * 4, tribeCells),
      affect: new Float32Array(numbers, at + tribes * 4 + tribeCells * 4, tribeCells),
    },
  };
}

function checksum(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

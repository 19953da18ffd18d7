import { type FileHandle, open } from 'node:fs/promises';
import type { Recording } from '../../market/recording.ts';
import { decodeRecord, encodeRecord, type JournalRecord, MAGIC, PREFIX_BYTES, recordLength } from './journal-record.ts';
import { explainDiskError } from './store-error.ts';

const WINDOW_BYTES = 1 << 16;

interface Place {
  readonly start: number;
  readonly length: number;
  readonly digest: string;
}

/**
 * The finished runs of a batch, appended as they arrive and read back one at a time. A record torn by a crash at the end of
 * the file is cut off when the journal is opened; one damaged further inside is skipped. Their runs are simply run again.
 */
export class Journal {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #places = new Map<string, Place>();
  #size = 0;
  #damaged = 0;
  #cut = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, handle: FileHandle) {
    this.#file = file;
    this.#handle = handle;
  }

  /** Opens or creates. @throws StoreError */
  static async open(file: string): Promise<Journal> {
    try {
      const handle = await open(file, 'a+');
      const journal = new Journal(file, handle);
      try {
        await journal.#scan();
        return journal;
      } catch (error) {
        await handle.close();
        throw error;
      }
    } catch (error) {
      throw explainDiskError(error, 'write', file);
    }
  }

  /** Digests of the finished runs, by run id. */
  get finished(): ReadonlyMap<string, string> {
    return new Map([...this.#places].map(([runId, { digest }]) => [runId, digest]));
  }

  /** Damaged stretches that were skipped. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Bytes cut off at the end. */
  get cut(): number {
    return this.#cut;
  }

  /** Resolves when the record is on the disk. On failure the file ends where it ended before. @throws StoreError */
  append(record: JournalRecord): Promise<void> {
    const bytes = encodeRecord(record);
    const turn = this.#writing.then(() => this.#write(bytes, record));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  /** @throws StoreError when the run is not in the journal, or cannot be read any more */
  async read(runId: string): Promise<Recording> {
    const place = this.#places.get(runId);
    if (!place) throw new RangeError(`run ${runId} is not in the journal`);
    const record = decodeRecord(await this.#bytes(place.start, place.length));
    if (record?.runId !== runId) throw new Error(`${this.#file} was changed while it was in use`);
    return record.recording;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle.close();
  }

  async #write(bytes: Buffer, { runId, digest }: JournalRecord): Promise<void> {
    const start = this.#size;
    try {
      await this.#handle.writeFile(bytes);
      await this.#handle.datasync();
    } catch (error) {
      await this.#handle.truncate(start).catch(() => {});
      throw explainDiskError(error, 'write', this.#file);
    }
    this.#size = start + bytes.byteLength;
    this.#places.set(runId, { start, length: bytes.byteLength, digest });
  }

  async #scan(): Promise<void> {
    const { size } = await this.#handle.stat();
    let position = 0;
    while (position < size) {
      const found = await this.#recordAt(position, size);
      if (found) {
        this.#places.set(found.runId, { start: position, length: found.length, digest: found.digest });
        position += found.length;
        continue;
      }
      const next = await this.#nextRecord(position + 1, size);
      if (next === null) break;
      this.#damaged++;
      position = next;
    }
    this.#size = position;
    this.#cut = size - position;
    if (this.#cut > 0) await this.#handle.truncate(position);
  }

  async #recordAt(start: number, size: number): Promise<{ runId: string; digest: string; length: number } | null> {
    const length = recordLength(await this.#bytes(start, Math.min(PREFIX_BYTES, size - start)));
    if (length === null || start + length > size) return null;
    const record = decodeRecord(await this.#bytes(start, length));
    return record && { runId: record.runId, digest: record.digest, length };
  }

  /** Start of the next sound record from here on, or null. */
  async #nextRecord(from: number, size: number): Promise<number | null> {
    for (let start = from; start < size; start += WINDOW_BYTES) {
      const window = await this.#bytes(start, Math.min(WINDOW_BYTES + MAGIC.byteLength - 1, size - start));
      for (let at = window.indexOf(MAGIC); at >= 0; at = window.indexOf(MAGIC, at + 1)) {
        if (await this.#recordAt(start + at, size)) return start + at;
      }
    }
    return null;
  }

  async #bytes(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, start);
    return bytesRead === length ? buffer : buffer.subarray(0, bytesRead);
  }
}

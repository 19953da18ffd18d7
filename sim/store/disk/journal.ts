import { type FileHandle, open } from 'node:fs/promises';
import { decodeRecord, encodeRecord, type JournalRecord, MAGIC, PREFIX_BYTES, recordLength } from './journal-record.ts';
import { explainDiskError } from './store-error.ts';

/** Read at a time when a journal is opened. */
const WINDOW_BYTES = 1 << 22;
/** A guess of a record's length; a longer one is read in two steps. */
const FIRST_READ = 1 << 12;
/** Records and milliseconds after which what was written is made to last. */
const SYNC_RECORDS = 100;
const SYNC_AFTER = 1000;

/** Run ids, as much of a set as callers need. */
export interface RunIds {
  readonly size: number;
  has(runId: string): boolean;
  keys(): Iterable<string>;
}

/**
 * The ended runs of a batch, appended as they arrive and read back one at a time; in memory is only where each begins. What is appended
 * survives the death of the process at once, and a loss of power after a second or a hundred runs. A record torn by that at the end of the
 * file is cut off when the journal is opened; one damaged further inside is skipped. Their runs are simply run again.
 */
export class Journal {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #starts = new Map<string, number>();
  readonly #failed = new Map<string, number>();
  #size = 0;
  #damaged = 0;
  #cut = 0;
  #writing: Promise<void> = Promise.resolve();
  #unsynced = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lasting: { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } | null = null;
  #broken: Error | null = null;

  private constructor(file: string, handle: FileHandle) {
    this.#file = file;
    this.#handle = handle;
  }

  /** Opens or creates. @throws StoreError */
  static open(file: string): Promise<Journal> {
    return Journal.#openAs(file, 'write');
  }

  /** Opens to read what is there now, and changes nothing. @throws StoreError */
  static openToRead(file: string): Promise<Journal> {
    return Journal.#openAs(file, 'read');
  }

  static async #openAs(file: string, use: 'write' | 'read'): Promise<Journal> {
    try {
      const handle = await open(file, use === 'write' ? 'a+' : 'r');
      const journal = new Journal(file, handle);
      try {
        await journal.#scan();
        if (use === 'write' && journal.#cut > 0) await handle.truncate(journal.#size);
        return journal;
      } catch (error) {
        await handle.close();
        throw error;
      }
    } catch (error) {
      throw explainDiskError(error, use, file);
    }
  }

  /** Runs that finished. */
  get finished(): RunIds {
    return this.#starts;
  }

  /** Runs whose last attempt failed. */
  get failed(): RunIds {
    return this.#failed;
  }

  /** Damaged stretches that were skipped. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Bytes at the end that are no whole run; cut off when the journal was opened to write. */
  get cut(): number {
    return this.#cut;
  }

  /** Resolves when the record is in the file. On failure the file ends where it ended before. @throws StoreError */
  append(record: JournalRecord): Promise<void> {
    const bytes = encodeRecord(record);
    const turn = this.#writing.then(() => this.#write(bytes, record));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  /** Resolves when everything that was appended so far is on the disk. @throws StoreError */
  async lasting(): Promise<void> {
    await this.#writing;
    if (this.#broken !== null) throw this.#broken;
    await this.#lasting?.promise;
  }

  /** @throws StoreError when the run is not in the journal, or cannot be read any more */
  async read(runId: string): Promise<JournalRecord> {
    const start = this.#starts.get(runId) ?? this.#failed.get(runId);
    if (start === undefined) throw new RangeError(`run ${runId} is not in the journal`);
    const head = await this.#bytes(start, Math.min(FIRST_READ, this.#size - start));
    const length = recordLength(head) ?? 0;
    const whole = length <= head.byteLength ? head.subarray(0, length) : await this.#bytes(start, length);
    const record = decodeRecord(whole);
    if (record?.runId !== runId) throw new Error(`${this.#file} was changed while it was in use`);
    return record;
  }

  async close(): Promise<void> {
    await this.#writing;
    try {
      await this.#sync();
    } finally {
      await this.#handle.close();
    }
    if (this.#broken !== null) throw this.#broken;
  }

  async #write(bytes: Buffer, record: JournalRecord): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    const start = this.#size;
    try {
      await this.#handle.writeFile(bytes);
    } catch (error) {
      await this.#handle.truncate(start).catch(() => {});
      throw explainDiskError(error, 'write', this.#file);
    }
    this.#size = start + bytes.byteLength;
    this.#keep(record, start);
    this.#unsynced++;
    if (this.#lasting === null) {
      let settle = { resolve: (): void => {}, reject: (_error: unknown): void => {} };
      const promise = new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
      });
      promise.catch(() => {});
      this.#lasting = { promise, ...settle };
    }
    if (this.#unsynced >= SYNC_RECORDS) await this.#sync();
    else this.#timer ??= setTimeout(() => this.#syncNext(), SYNC_AFTER);
  }

  #syncNext(): void {
    this.#writing = this.#writing.then(() => this.#sync());
  }

  /** A journal whose disk has refused a sync takes nothing more: what the file holds is no longer known. */
  async #sync(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = this.#lasting;
    if (waiting === null) return;
    this.#lasting = null;
    this.#unsynced = 0;
    try {
      await this.#handle.datasync();
      waiting.resolve();
    } catch (error) {
      this.#broken = explainDiskError(error, 'write', this.#file);
      waiting.reject(this.#broken);
    }
  }

  #keep({ runId, error }: JournalRecord, start: number): void {
    (error === null ? this.#failed : this.#starts).delete(runId);
    (error === null ? this.#starts : this.#failed).set(runId, start);
  }

  async #scan(): Promise<void> {
    const { size } = await this.#handle.stat();
    let window: Buffer = Buffer.alloc(0);
    let windowStart = 0;
    /** Bytes from a place on, out of the window where it holds them. */
    const bytesAt = async (start: number, length: number): Promise<Buffer> => {
      if (start < windowStart || start + length > windowStart + window.byteLength) {
        window = await this.#bytes(start, Math.min(Math.max(WINDOW_BYTES, length), size - start));
        windowStart = start;
      }
      return window.subarray(start - windowStart, start - windowStart + length);
    };
    const recordAt = async (start: number): Promise<{ record: JournalRecord; length: number } | null> => {
      const length = recordLength(await bytesAt(start, Math.min(PREFIX_BYTES, size - start)));
      if (length === null || start + length > size) return null;
      const record = decodeRecord(await bytesAt(start, length));
      return record && { record, length };
    };
    /** Start of the next sound record from a place on, or null. */
    const nextRecord = async (from: number): Promise<number | null> => {
      for (let start = from; start < size; start += WINDOW_BYTES) {
        const stretch = await this.#bytes(start, Math.min(WINDOW_BYTES + MAGIC.byteLength - 1, size - start));
        for (let at = stretch.indexOf(MAGIC); at >= 0; at = stretch.indexOf(MAGIC, at + 1)) {
          if (await recordAt(start + at)) return start + at;
        }
      }
      return null;
    };

    let position = 0;
    while (position < size) {
      const found = await recordAt(position);
      if (found) {
        this.#keep(found.record, position);
        position += found.length;
        continue;
      }
      const next = await nextRecord(position + 1);
      if (next === null) break;
      this.#damaged++;
      position = next;
    }
    this.#size = position;
    this.#cut = size - position;
  }

  async #bytes(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, start);
    return bytesRead === length ? buffer : buffer.subarray(0, bytesRead);
  }
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../parameter/index.ts';
import { decodeManifest, type Manifest } from '../codec/manifest.ts';
import { Journal, type RunIds } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import { explainDiskError } from './store-error.ts';

export const MANIFEST = 'manifest.json';
export const JOURNAL = 'journal.bin';

/** A table that is not what the manifest says. */
export interface TableFault {
  readonly file: string;
  readonly problem: string;
}

/** A results folder, to be read only; a batch may be writing to it meanwhile. */
export class ResultsReader {
  readonly path: string;
  readonly manifest: Manifest;
  readonly #journal: Journal;

  private constructor(path: string, manifest: Manifest, journal: Journal) {
    this.path = path;
    this.manifest = manifest;
    this.#journal = journal;
  }

  /** @throws InputError when there are no results in the folder; StoreError when they cannot be read */
  static async open(path: string): Promise<ResultsReader> {
    const manifest = await manifestIn(path);
    if (manifest === null) {
      throw new InputError(`the folder ${path} holds no results`, { file: path, found: `no ${MANIFEST}`, allowed: 'a folder of results' });
    }
    return new ResultsReader(path, manifest, await Journal.openToRead(join(path, JOURNAL)));
  }

  get finished(): RunIds {
    return this.#journal.finished;
  }

  get failed(): RunIds {
    return this.#journal.failed;
  }

  /** Stretches of the journal that are damaged, a torn end among them. */
  get damaged(): number {
    return this.#journal.damaged + Math.sign(this.#journal.cut);
  }

  read(runId: string): Promise<JournalRecord> {
    return this.#journal.read(runId);
  }

  /** Tables that are missing or whose bytes are not those that were written. */
  async faultyTables(): Promise<TableFault[]> {
    const faults: TableFault[] = [];
    for (const { file, sha256 } of this.manifest.tables) {
      const found = await hashOf(join(this.path, file));
      if (found === null) faults.push({ file, problem: 'is missing' });
      else if (found !== sha256) faults.push({ file, problem: 'is not as it was written' });
    }
    return faults;
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}

/** The manifest of a folder, null when it has none. @throws InputError when it is damaged; StoreError when it cannot be read */
export async function manifestIn(path: string): Promise<Manifest | null> {
  const file = join(path, MANIFEST);
  try {
    return decodeManifest(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw explainDiskError(error, 'read', file);
  }
}

async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw explainDiskError(error, 'read', file);
  }
  return hash.digest('hex');
}

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recording } from '../../market/recording.ts';
import { InputError } from '../../parameter/index.ts';
import { encodeTable, type TableFormat } from '../codec/format.ts';
import {
  decodeManifest,
  encodeManifest,
  type Manifest,
  type ManifestStart,
  type Session,
  startManifest,
  type TableFile,
} from '../codec/manifest.ts';
import { inDesignOrder, type RunRow, runsTable } from '../codec/runs-table.ts';
import type { Table, TableParts } from '../codec/table.ts';
import { type RecordedRun, tribesOf, weeksOf } from '../codec/weeks-table.ts';
import { LOCK_NAME, lockFolder } from './folder-lock.ts';
import { Journal } from './journal.ts';
import { isTemporary, syncFolder, writeSafely } from './safe-file.ts';
import { explainDiskError } from './store-error.ts';

const MANIFEST = 'manifest.json';
const JOURNAL = 'journal.bin';

/** What to do with a folder that is not empty: refuse it, continue what is there, or begin anew (other people's files stay). */
export type FolderMode = 'new' | 'resume' | 'force';

export interface Finish {
  readonly status: 'stopped' | 'complete';
  readonly format: TableFormat;
  readonly runs: readonly RunRow[];
  /** Columns of summary metrics. */
  readonly metrics: readonly string[];
  /** Digest of the comparison, when it is complete. */
  readonly digest: string | null;
  readonly signal?: AbortSignal;
}

/**
 * A results folder being written. Finished runs go to the journal at once; tables and manifest are written at the end, each under
 * its final name only when it is whole. A folder whose writer was killed is continued with the mode `resume`; its tables are
 * then byte for byte those of a batch that was never stopped.
 */
export class ResultsFolder {
  readonly path: string;
  /** What was found wrong and put right on opening, one sentence each. */
  readonly notices: readonly string[];
  readonly #journal: Journal;
  readonly #unlock: () => Promise<void>;
  #manifest: Manifest;

  private constructor(path: string, journal: Journal, unlock: () => Promise<void>, manifest: Manifest) {
    this.path = path;
    this.#journal = journal;
    this.#unlock = unlock;
    this.#manifest = manifest;
    this.notices = noticesOf(journal);
  }

  /**
   * @throws InputError when the folder is not empty (mode `new`), holds another experiment or no results (mode `resume`), is a
   * file, or is being written by another process; StoreError when the disk refuses
   */
  static async open(path: string, mode: FolderMode, start: ManifestStart, session: Session): Promise<ResultsFolder> {
    await makeFolder(path);
    refuse(path, mode, await entriesOf(path));
    const unlock = await lockFolder(path).catch((error: unknown) => {
      throw explainDiskError(error, 'write', path);
    });
    let journal: Journal | null = null;
    try {
      const before = await manifestIn(path, mode === 'force');
      if (mode === 'resume' && before) mustMatch(before, start, join(path, MANIFEST));
      if (mode === 'force') await remove(path, [MANIFEST, JOURNAL]);
      await remove(path, (await entriesOf(path)).filter(isTemporary));
      journal = await Journal.open(join(path, JOURNAL));
      await syncFolder(path);
      const sessions = mode === 'resume' && before ? before.sessions : [];
      const folder = new ResultsFolder(path, journal, unlock, startManifest(start, [...sessions, session], before?.tables ?? []));
      await folder.#writeManifest();
      return folder;
    } catch (error) {
      await journal?.close();
      await unlock();
      throw explainDiskError(error, 'write', path);
    }
  }

  /** Digests of the runs that need not be run again, by run id. */
  get finished(): ReadonlyMap<string, string> {
    return this.#journal.finished;
  }

  /** Keeps a finished run. @throws StoreError */
  append(runId: string, digest: string, recording: Recording): Promise<void> {
    return this.#journal.append({ runId, digest, recording });
  }

  /** A finished run, read back. */
  recording(runId: string): Promise<Recording> {
    return this.#journal.read(runId);
  }

  /**
   * Writes the tables, then the manifest, and removes the tables of an earlier format. Runs whose row says `done` must be in
   * the journal. @throws StoreError, or the signal's reason; the folder can then be resumed
   */
  async finish({ status, format, runs, metrics, digest, signal }: Finish): Promise<Manifest> {
    const rows = inDesignOrder(runs);
    const done = rows.filter((row) => row.status === 'done');
    const tables = [
      await this.#writeTable('runs', format, [runsTable(rows, metrics)], signal),
      ...(done.length > 0 ? [await this.#writeTable('weeks', format, this.#parts(done, weeksOf), signal)] : []),
      ...((await this.#hasTribes(done)) ? [await this.#writeTable('tribes', format, this.#parts(done, tribesOf), signal)] : []),
    ];
    const stale = this.#manifest.tables.map(({ file }) => file).filter((file) => !tables.some((table) => table.file === file));
    const sessions = this.#manifest.sessions.map((session, position, all) =>
      position === all.length - 1 ? { ...session, ended: new Date().toISOString() } : session,
    );
    const counts = { ...this.#manifest.runs, done: done.length, failed: rows.length - done.length };
    this.#manifest = { ...this.#manifest, status, digest, tables, sessions, runs: counts };
    await this.#writeManifest();
    await remove(this.path, stale.filter(isOurs));
    return this.#manifest;
  }

  /** Gives the folder free. Without `finish` it can be resumed. */
  async close(): Promise<void> {
    await this.#journal.close();
    await this.#unlock();
  }

  async #writeTable(name: string, format: TableFormat, parts: TableParts, signal?: AbortSignal): Promise<TableFile> {
    let rows = 0;
    const counted = async function* (): AsyncGenerator<Table> {
      for await (const part of parts) {
        rows += part.rows;
        yield part;
      }
    };
    const file = `${name}.${format}`;
    const written = await writeSafely(join(this.path, file), encodeTable(counted(), format), signal);
    return { file, rows, ...written };
  }

  async *#parts(rows: readonly RunRow[], tableOf: (run: RecordedRun) => Table | null): AsyncGenerator<Table> {
    for (const { strategy, strategyName, replicate, runId } of rows) {
      const recording = await this.#journal.read(runId);
      const part = tableOf({ strategy, strategyName, replicate, brandNames: this.#manifest.brands, recording });
      if (part) yield part;
    }
  }

  async #hasTribes(done: readonly RunRow[]): Promise<boolean> {
    return done.length > 0 && (await this.#journal.read(done[0].runId)).tribes !== undefined;
  }

  async #writeManifest(): Promise<void> {
    await writeSafely(join(this.path, MANIFEST), [encodeManifest(this.#manifest)]);
  }
}

function noticesOf({ damaged, cut }: Journal): string[] {
  return [
    ...(damaged > 0
      ? [`${damaged} damaged ${damaged === 1 ? 'stretch' : 'stretches'} of the journal skipped; the runs in it are run again`]
      : []),
    ...(cut > 0 ? ['the journal ended in the middle of a run, which is run again'] : []),
  ];
}

/** Names that only ever come from this package; a manifest could be edited to name others. */
function isOurs(file: string): boolean {
  return /^(runs|weeks|tribes)\.(csv|parquet|json)$/.test(file);
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR')) {
      throw new InputError(`${path} cannot be a results folder: it, or a part of its path, is a file`, {
        file: path,
        found: 'a file',
        allowed: 'a folder',
      });
    }
    throw explainDiskError(error, 'write', path);
  }
}

async function entriesOf(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    throw explainDiskError(error, 'read', path);
  }
}

/** What a writer leaves that was killed before it had begun does not count. */
function refuse(path: string, mode: FolderMode, entries: readonly string[]): void {
  const content = entries.filter((name) => name !== LOCK_NAME && !isTemporary(name));
  if (mode === 'force' || content.length === 0) return;
  if (mode === 'new') {
    throw new InputError(`the folder ${path} is not empty`, {
      file: path,
      found: content.length === 1 ? content[0] : `${content[0]} and ${content.length - 1} more`,
      allowed: 'a new or empty folder, --resume to continue what is there, or --force to replace it',
    });
  }
  if (!content.includes(MANIFEST)) {
    throw new InputError(`the folder ${path} holds no results to resume`, {
      file: path,
      found: `no ${MANIFEST}`,
      allowed: 'a folder of results, or --force',
    });
  }
}

/** @param lenient whether an unreadable manifest counts as none */
async function manifestIn(path: string, lenient: boolean): Promise<Manifest | null> {
  const file = join(path, MANIFEST);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw explainDiskError(error, 'read', file);
  }
  try {
    return decodeManifest(text, file);
  } catch (error) {
    if (lenient) return null;
    throw error;
  }
}

function mustMatch(before: Manifest, start: ManifestStart, file: string): void {
  if (before.experiment === start.experiment) return;
  const differs = (['command', 'engine', 'seed', 'network'] as const).filter((key) => before[key] !== start[key]);
  const what = differs.length > 0 ? differs.join(' and ') : 'scenario';
  const of = (manifest: Manifest | ManifestStart): string => differs.map((key) => `${key} ${String(manifest[key])}`).join(', ');
  throw new InputError(`the folder holds results of another experiment: ${what} differs`, {
    file,
    path: differs[0] ?? 'scenario',
    found: of(before) || `experiment ${before.experiment}`,
    allowed: of(start) || `experiment ${start.experiment}`,
  });
}

async function remove(path: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(path, name), { force: true });
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { comparisonDigest } from '../../experiment/digest.ts';
import { InputError } from '../../parameter/index.ts';
import { encodeTable, type TableFormat } from '../codec/format.ts';
import { encodeManifest, type Manifest, type ManifestStart, type Session, startManifest, type TableFile } from '../codec/manifest.ts';
import { errorsTable, type RunLayout, type RunRow, type RunRows, runsTable } from '../codec/runs-table.ts';
import type { Table, TableParts } from '../codec/table.ts';
import { type RecordedRun, reasonsTableOf, tribesOf, weeksOf } from '../codec/weeks-table.ts';
import { type FolderLock, LOCK_NAME, lockFolder } from './folder-lock.ts';
import { Journal, type RunIds } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import { makeFolder } from './make-folder.ts';
import { JOURNAL, MANIFEST, manifestIn } from './results-reader.ts';
import { isTemporary, syncFolder, writeSafely } from './safe-file.ts';
import { explainDiskError } from './store-error.ts';

/** What to do with a folder that is not empty: refuse it, continue what is there, or begin anew (other people's files stay). */
export type FolderMode = 'new' | 'resume' | 'force';

export interface Finish {
  readonly status: 'stopped' | 'complete';
  readonly format: TableFormat;
  /** In the order of the tables; those that are done or failed here must be in the journal. */
  readonly runs: RunRows;
  readonly layout: RunLayout;
  /** Whether to write weekly tables where there are recordings; default yes. */
  readonly weeks?: boolean;
  /** What the runs were made for, as a table beside theirs. */
  readonly result?: { readonly name: 'comparisons' | 'map' | 'sensitivity'; readonly table: Table };
  /** What became known only at the end. */
  readonly learnt?: Partial<Pick<Manifest, 'scenario' | 'scenarioHash' | 'replicates' | 'decision'>> & { readonly planned?: number };
  readonly signal?: AbortSignal;
}

/**
 * A results folder being written. Ended runs go to the journal at once; tables and manifest are written at the end, each under
 * its final name only when it is whole. A folder whose writer was killed is continued with the mode `resume`; its tables are
 * then byte for byte those of a batch that was never stopped.
 */
export class ResultsFolder {
  readonly path: string;
  /** What was found wrong and put right on opening, one sentence each. */
  readonly notices: readonly string[];
  readonly #journal: Journal;
  readonly #lock: FolderLock;
  #manifest: Manifest;

  private constructor(path: string, journal: Journal, lock: FolderLock, manifest: Manifest) {
    this.path = path;
    this.#journal = journal;
    this.#lock = lock;
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
    const lock = await lockFolder(path).catch((error: unknown) => {
      throw explainDiskError(error, 'write', path);
    });
    let journal: Journal | null = null;
    try {
      const before = mode === 'force' ? await manifestIn(path).catch(() => null) : await manifestIn(path);
      if (mode === 'resume' && before) mustMatch(before, start, join(path, MANIFEST));
      if (mode === 'force') await remove(path, [MANIFEST, JOURNAL]);
      await remove(path, (await entriesOf(path)).filter(isTemporary));
      journal = await Journal.open(join(path, JOURNAL));
      await syncFolder(path);
      const sessions = mode === 'resume' && before ? before.sessions : [];
      const folder = new ResultsFolder(path, journal, lock, startManifest(start, [...sessions, session], before?.tables ?? []));
      await folder.#writeManifest();
      return folder;
    } catch (error) {
      await journal?.close();
      await lock.release();
      throw explainDiskError(error, 'write', path);
    }
  }

  /** Runs that need not be run again. */
  get finished(): RunIds {
    return this.#journal.finished;
  }

  /** Runs that failed when they were last tried. */
  get failed(): RunIds {
    return this.#journal.failed;
  }

  /** Keeps an ended run. @throws StoreError */
  append(record: JournalRecord): Promise<void> {
    this.#lock.check();
    return this.#journal.append(record);
  }

  /** Resolves when what was appended so far outlasts a loss of power. @throws StoreError */
  lasting(): Promise<void> {
    return this.#journal.lasting();
  }

  /** An ended run, read back. */
  read(runId: string): Promise<JournalRecord> {
    return this.#journal.read(runId);
  }

  /**
   * Writes the tables, then the manifest, and removes tables of before that are not among them.
   * @throws StoreError, or the signal's reason; the folder can then be resumed
   */
  async finish({ status, format, runs, layout, weeks = true, result, learnt = {}, signal }: Finish): Promise<Manifest> {
    this.#lock.check();
    const counts = { done: 0, failed: 0 };
    const digests: string[] = [];
    let first: string | null = null;
    const counted = async function* (): AsyncGenerator<RunRow> {
      for await (const row of runs) {
        counts[row.status]++;
        if (row.digest !== null) digests.push(row.digest);
        if (row.status === 'done') first ??= row.runId;
        yield row;
      }
    };
    const tables = [await this.#writeTable('runs', format, runsTable(counted(), layout), signal)];
    const recording = first === null || !weeks ? null : (await this.#journal.read(first)).recording;
    if (recording !== null) tables.push(await this.#writeTable('weeks', format, this.#parts(runs, weeksOf), signal));
    if (recording?.tribes) tables.push(await this.#writeTable('tribes', format, this.#parts(runs, tribesOf), signal));
    if (recording?.reasons) tables.push(await this.#writeTable('reasons', format, this.#parts(runs, reasonsTableOf), signal));
    if (counts.failed > 0) tables.push(await this.#writeTable('errors', format, errorsTable(runs, layout), signal));
    if (result) tables.push(await this.#writeTable(result.name, format, [result.table], signal));
    const digest = status === 'complete' ? comparisonDigest(digests) : null;
    const stale = this.#manifest.tables.map(({ file }) => file).filter((file) => !tables.some((table) => table.file === file));
    const sessions = this.#manifest.sessions.map((session, position, all) =>
      position === all.length - 1 ? { ...session, ended: new Date().toISOString() } : session,
    );
    const { planned = this.#manifest.runs.planned, ...known } = learnt;
    this.#manifest = { ...this.#manifest, ...known, status, digest, tables, sessions, runs: { planned, ...counts } };
    await this.#writeManifest();
    await remove(this.path, stale.filter(isOurs));
    return this.#manifest;
  }

  /** Gives the folder free. Without `finish` it can be resumed. */
  async close(): Promise<void> {
    try {
      await this.#journal.close();
    } finally {
      await this.#lock.release();
    }
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

  async *#parts(runs: RunRows, tableOf: (run: RecordedRun) => Table | null): AsyncGenerator<Table> {
    for await (const { point, strategy, strategyName, replicate, runId, status } of runs) {
      const recording = status === 'done' ? (await this.#journal.read(runId)).recording : null;
      if (recording === null) continue;
      const part = tableOf({ point, strategy, strategyName, replicate, brandNames: this.#manifest.brands, recording });
      if (part) yield part;
    }
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
  return /^(runs|weeks|tribes|reasons|comparisons|map|sensitivity|errors)\.(csv|parquet|json)$/.test(file);
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
  const content = entries.filter((name) => !name.startsWith(LOCK_NAME) && !isTemporary(name));
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

function mustMatch(before: Manifest, start: ManifestStart, file: string): void {
  if (before.experiment === start.experiment && start.weeks && !before.weeks) {
    throw new InputError('the runs in the folder were kept without their weeks', {
      file,
      path: 'weeks',
      found: 'false',
      allowed: 'the same sweep without --all-weeks, or --force',
    });
  }
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

import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { comparisonDigest } from '../../../sim/experiment/digest.ts';
import { COLUMNS } from '../../../sim/market/columns.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { decodeManifest, type ManifestStart } from '../../../sim/store/codec/manifest.ts';
import type { RunRow } from '../../../sim/store/codec/runs-table.ts';
import type { JournalRecord } from '../../../sim/store/disk/journal-record.ts';
import { type Finish, type FolderMode, ResultsFolder } from '../../../sim/store/disk/results-folder.ts';
import { kill, startWriter } from '../fixture/process.ts';
import { LAYOUT, recordingOf, rowOf } from '../fixture/recordings.ts';
import { mayMount, newFolder, onSmallDisk } from '../fixture/small-disk.ts';
import { SESSION, START } from '../fixture/start.ts';

const DESIGN = [0, 1, 2].flatMap((strategy) => [0, 1, 2].map((replicate) => rowOf(strategy, replicate)));
const WHOLE: Finish = { status: 'complete', format: 'csv', runs: DESIGN, layout: LAYOUT };

const recordOf = ({ runId, digest, error, measures, strategy, replicate }: RunRow): JournalRecord => ({
  runId,
  digest,
  error,
  measures: measures && Float64Array.from(measures),
  recording: error === null ? recordingOf(strategy, replicate) : null,
});

const opened: ResultsFolder[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((folder) => folder.close()));
});

async function open(path: string, mode: FolderMode = 'new', start: ManifestStart = START): Promise<ResultsFolder> {
  const folder = await ResultsFolder.open(path, mode, start, SESSION);
  opened.push(folder);
  return folder;
}

const keep = async (folder: ResultsFolder, rows: readonly RunRow[]): Promise<void> => {
  for (const row of rows) await folder.append(recordOf(row));
};

async function close(folder: ResultsFolder): Promise<void> {
  opened.splice(opened.indexOf(folder), 1);
  await folder.close();
}

/** A folder written from start to end. */
async function written(rows: readonly RunRow[] = DESIGN, finish: Finish = WHOLE): Promise<string> {
  const path = join(newFolder(), 'out');
  const folder = await open(path);
  await keep(folder, rows);
  await folder.finish(finish);
  await close(folder);
  return path;
}

async function refusal(work: Promise<unknown>): Promise<InputError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${String(error)}`);
  return error;
}

const bytesOf = (path: string, name: string): Promise<Buffer> => readFile(join(path, name));
const manifestOf = async (path: string) => decodeManifest((await bytesOf(path, 'manifest.json')).toString('utf8'), path);

describe('ResultsFolder', () => {
  it('holds manifest, runs, weeks and the journal, and nothing else', async () => {
    const path = await written();
    expect((await readdir(path)).sort()).toEqual(['journal.bin', 'manifest.json', 'runs.csv', 'weeks.csv']);
    const manifest = await manifestOf(path);
    expect(manifest).toMatchObject({
      status: 'complete',
      digest: comparisonDigest(DESIGN.map(({ digest }) => digest ?? '')),
      runs: { planned: 9, done: 9, failed: 0 },
    });
    expect(manifest.tables.map(({ file, rows }) => [file, rows])).toEqual([
      ['runs.csv', 9],
      ['weeks.csv', 72],
    ]);
    expect(manifest.sessions[0].ended).not.toBeNull();
  });

  it('writes the same rows in every format', async () => {
    const csv = Papa.parse<Record<string, string>>((await bytesOf(await written(), 'weeks.csv')).toString('utf8').trimEnd(), {
      header: true,
    }).data;
    const json = JSON.parse((await bytesOf(await written(DESIGN, { ...WHOLE, format: 'json' }), 'weeks.json')).toString('utf8')) as Record<
      string,
      string | number | null
    >[];
    const parquet = await bytesOf(await written(DESIGN, { ...WHOLE, format: 'parquet' }), 'weeks.parquet');
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer });
    expect(rows).toEqual(json);
    expect(csv).toEqual(
      json.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]))),
    );
    expect(Object.keys(json[0])).toEqual([
      'strategy',
      'strategyName',
      'replicate',
      'week',
      'brand',
      'brandName',
      ...COLUMNS.map(({ name }) => name),
    ]);
  });

  it('gives equal bytes in whatever order the runs arrived', async () => {
    for (const format of ['csv', 'parquet', 'json'] as const) {
      const a = await written(DESIGN, { ...WHOLE, format });
      const b = await written(DESIGN.toReversed(), { ...WHOLE, format });
      for (const name of [`runs.${format}`, `weeks.${format}`]) expect(await bytesOf(b, name)).toEqual(await bytesOf(a, name));
    }
  });

  it('writes tribes when they were recorded', async () => {
    const path = join(newFolder(), 'out');
    const folder = await open(path);
    await folder.append({ ...recordOf(rowOf(0, 0)), recording: recordingOf(0, 0, 4, 2, 3) });
    await folder.finish({ ...WHOLE, runs: [rowOf(0, 0)] });
    const rows = (await bytesOf(path, 'tribes.csv')).toString('utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 4 * 3 * 2);
    expect(rows[0]).toBe('strategy,strategyName,replicate,week,tribe,brand,brandName,size,adopters,affect');
  });

  it('continues after its writer was killed, to the same bytes', async () => {
    const path = join(newFolder(), 'out');
    const input = join(newFolder(), 'input.json');
    const runs = DESIGN.slice(2, 6).map(({ runId, digest, strategy, replicate }) => {
      const { values, ...recording } = recordingOf(strategy, replicate);
      return { runId, digest, recording, values: [...values] };
    });
    await writeFile(input, JSON.stringify({ start: START, session: SESSION, runs }));
    const { child } = await startWriter(['folder', path, input]);
    await kill(child);
    expect((await readdir(path)).sort()).toEqual(['.swaylab.lock', 'journal.bin', 'manifest.json']);
    expect((await manifestOf(path)).status).toBe('running');
    await truncate(join(path, 'journal.bin'), (await bytesOf(path, 'journal.bin')).length - 5);
    await writeFile(join(path, '.swaylab-0123456789abcdef.tmp'), 'left behind');

    expect(await refusal(open(path))).toMatchObject({ file: path, allowed: expect.stringContaining('--resume') as string });
    const folder = await open(path, 'resume');
    expect([...folder.finished.keys()]).toEqual(['run-0-2', 'run-1-0', 'run-1-1']);
    expect(folder.notices).toEqual(['the journal ended in the middle of a run, which is run again']);
    await keep(
      folder,
      DESIGN.filter(({ runId }) => !folder.finished.has(runId)),
    );
    await folder.finish(WHOLE);
    await close(folder);

    const whole = await written();
    for (const name of ['runs.csv', 'weeks.csv']) expect(await bytesOf(path, name)).toEqual(await bytesOf(whole, name));
    expect((await readdir(path)).sort()).toEqual((await readdir(whole)).sort());
    expect((await manifestOf(path)).sessions).toHaveLength(2);
  });

  it('keeps what had finished when it is stopped, and goes on from there', async () => {
    const some = DESIGN.slice(0, 4);
    const path = await written(some, { ...WHOLE, status: 'stopped', runs: some });
    expect(await manifestOf(path)).toMatchObject({ status: 'stopped', runs: { planned: 9, done: 4 } });
    const folder = await open(path, 'resume');
    expect(folder.finished.size).toBe(4);
    await keep(folder, DESIGN.slice(4));
    await folder.finish({ ...WHOLE, format: 'parquet' });
    await close(folder);
    expect((await readdir(path)).sort()).toEqual(['journal.bin', 'manifest.json', 'runs.parquet', 'weeks.parquet']);
    const whole = await written(DESIGN, { ...WHOLE, format: 'parquet' });
    expect(await bytesOf(path, 'weeks.parquet')).toEqual(await bytesOf(whole, 'weeks.parquet'));
  });

  it('records a failed run without weeks', async () => {
    const failed: RunRow = { ...rowOf(0, 1), status: 'failed', digest: null, error: 'no', measures: null };
    const path = await written([rowOf(0, 0), failed], { ...WHOLE, status: 'stopped', runs: [rowOf(0, 0), failed] });
    expect((await manifestOf(path)).runs).toEqual({ planned: 9, done: 1, failed: 1 });
    expect((await manifestOf(path)).tables.map(({ file, rows }) => [file, rows])).toEqual([
      ['runs.csv', 2],
      ['weeks.csv', 8],
      ['errors.csv', 1],
    ]);
    const folder = await open(path, 'resume');
    expect([[...folder.finished.keys()], [...folder.failed.keys()]]).toEqual([['run-0-0'], ['run-0-1']]);
    await keep(folder, DESIGN.slice(1));
    await folder.finish(WHOLE);
    expect((await readdir(path)).sort()).toEqual(['.swaylab.lock', 'journal.bin', 'manifest.json', 'runs.csv', 'weeks.csv']);
  });

  it('leaves the weekly table out when asked to', async () => {
    const path = await written(DESIGN, { ...WHOLE, weeks: false });
    expect((await readdir(path)).sort()).toEqual(['journal.bin', 'manifest.json', 'runs.csv']);
  });

  it('refuses a folder with anything in it, and touches nothing', async () => {
    const path = newFolder();
    await writeFile(join(path, 'thesis.doc'), 'years of work');
    expect(await refusal(open(path))).toMatchObject({ found: 'thesis.doc', file: path });
    expect(await refusal(open(path, 'resume'))).toMatchObject({ found: 'no manifest.json' });
    expect(await readdir(path)).toEqual(['thesis.doc']);
  });

  it('begins anew when it is forced to, and leaves the files of others', async () => {
    const path = await written(DESIGN, { ...WHOLE, format: 'json' });
    await writeFile(join(path, 'thesis.doc'), 'years of work');
    const folder = await open(path, 'force', { ...START, experiment: 'another' });
    expect(folder.finished.size).toBe(0);
    await keep(folder, DESIGN);
    await folder.finish(WHOLE);
    expect((await readdir(path)).filter((name) => !name.startsWith('.')).sort()).toEqual([
      'journal.bin',
      'manifest.json',
      'runs.csv',
      'thesis.doc',
      'weeks.csv',
    ]);
    expect((await manifestOf(path)).sessions).toHaveLength(1);
  });

  it('begins in a folder that is missing or empty, also when asked to resume', async () => {
    const path = newFolder();
    await open(path, 'resume');
    await open(join(path, 'deeper', 'still'), 'resume');
  });

  it('resumes only the same experiment', async () => {
    const path = await written();
    expect(await refusal(open(path, 'resume', { ...START, experiment: 'e1', seed: 'other' }))).toMatchObject({
      path: 'seed',
      found: 'seed swaylab',
      allowed: 'seed other',
    });
    expect(await refusal(open(path, 'resume', { ...START, experiment: 'e1' }))).toMatchObject({ path: 'scenario' });
    await writeFile(join(path, 'manifest.json'), '{');
    expect(await refusal(open(path, 'resume'))).toMatchObject({ file: join(path, 'manifest.json') });
    await open(path, 'force');
  });

  it('refuses a path that is a file', async () => {
    const file = join(newFolder(), 'file');
    await writeFile(file, '');
    expect(await refusal(open(file))).toMatchObject({ found: 'a file' });
    expect(await refusal(open(join(file, 'deeper')))).toMatchObject({ found: 'a file' });
  });

  it('lets one writer in at a time, and a lock of the dead does not count', async () => {
    const path = join(newFolder(), 'out');
    const folder = await open(path);
    expect(await refusal(open(path, 'resume'))).toMatchObject({ message: expect.stringContaining('another process') as string });
    await close(folder);
    await writeFile(join(path, '.swaylab.lock'), JSON.stringify({ process: 2 ** 22 + 1, host: hostname() }));
    await close(await open(path, 'resume'));
    await writeFile(join(path, '.swaylab.lock'), '');
    await close(await open(path, 'resume'));
    await writeFile(join(path, '.swaylab.lock'), JSON.stringify({ process: 1, host: 'another host', token: 'x' }));
    expect(await refusal(open(path, 'resume'))).toMatchObject({ found: 'process 1 on another host' });
  });

  it('never removes a file that an edited manifest names', async () => {
    const outer = newFolder();
    const path = join(outer, 'out');
    await mkdir(path);
    await writeFile(join(outer, 'precious'), '');
    const folder = await open(path);
    await keep(folder, DESIGN);
    const manifest = await folder.finish(WHOLE);
    await close(folder);
    const tables = [{ file: '../precious', rows: 1, bytes: 1, sha256: '' }];
    await writeFile(join(path, 'manifest.json'), JSON.stringify({ ...manifest, tables }));
    const again = await open(path, 'resume');
    await again.finish(WHOLE);
    expect(await readdir(outer)).toContain('precious');
  });

  it.skipIf(!mayMount())('on a full disk keeps the runs and no half table (needs the right to mount)', async () => {
    await onSmallDisk('200k', async (disk) => {
      const path = join(disk, 'out');
      const folder = await ResultsFolder.open(path, 'new', START, SESSION);
      await keep(folder, DESIGN);
      await writeFile(join(disk, 'filler'), new Uint8Array(200_000)).catch(() => {});
      await expect(folder.finish(WHOLE)).rejects.toThrow(/^cannot write .*runs\.csv: no space is left on the disk$/);
      await folder.close();
      expect((await readdir(path)).sort()).toEqual(['journal.bin', 'manifest.json']);
      await truncate(join(disk, 'filler'), 0);
      const again = await ResultsFolder.open(path, 'resume', START, SESSION);
      expect(again.finished.size).toBe(9);
      await again.close();
    });
  });
});

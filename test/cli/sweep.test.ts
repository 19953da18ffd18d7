import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { mayMount, onSmallDisk } from '../store/fixture/small-disk.ts';
import { ended, newFolder, start, swaylab } from './fixture/swaylab.ts';
import { experimentIn, journalOf, POINTS, REPLICATES, RUNS, tablesIn } from './fixture/sweep.ts';

// Each of these tests starts the command line several times, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(file: string): Promise<Row[]> {
  return await parquetReadObjects({ file: new Uint8Array(readFileSync(file)).buffer });
}

function manifestOf(folder: string): { status: string; digest: string; runs: { done: number; failed: number }; sessions: unknown[] } {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ReturnType<typeof manifestOf>;
}

/** What an undisturbed sweep with one worker gives. */
let undisturbed: Record<string, string>;
let rows: Row[];

beforeAll(async () => {
  const folder = folderForAll();
  const { code, stderr } = await swaylab('sweep', experimentIn(folder), '--out', join(folder, 'out'), '--workers', '1');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  undisturbed = tablesIn(join(folder, 'out'));
  rows = await rowsOf(join(folder, 'out', 'runs.parquet'));
  rmSync(folder, { recursive: true });
});

function folderForAll(): string {
  return mkdtempSync(join(tmpdir(), 'swaylab-sweep-'));
}

describe('swaylab sweep', () => {
  test('has a row a run, by point, strategy and replicate, with parameters and metrics', () => {
    expect(Object.keys(undisturbed).sort()).toEqual(['runs.parquet', 'weeks.parquet']);
    expect(rows).toHaveLength(RUNS);
    expect(rows.map(({ point, strategy, replicate }) => [point, strategy, replicate])).toEqual(
      Array.from({ length: POINTS }, (_, point) =>
        [0, 1, 2].flatMap((strategy) => Array.from({ length: REPLICATES }, (_unused, replicate) => [point, strategy, replicate])),
      ).flat(),
    );
    expect(new Set(rows.map(({ runId }) => runId)).size).toBe(RUNS);
    const needs = [...new Set(rows.map((row) => row['market.need'] as number))];
    expect(needs).toHaveLength(POINTS);
    expect(needs.every((need) => need >= 0.05 && need <= 0.2)).toBe(true);
    expect(rows.every((row) => row.strategyName !== 'nothing' || row.spend_16 === 0)).toBe(true);
    expect(rows.some((row) => (row.adoption_16 as number) > 0)).toBe(true);
  });

  test('a run is the same run, with the same id, in a comparison of its scenario alone', async () => {
    const folder = newFolder();
    const { point, runId, digest } = rows.find(({ strategyName }) => strategyName === 'push') as Row;
    const scenario = { name: 'x', horizon: 16, network: { kind: 'tribal', people: 150 }, strategies: ['push'], seed: 'a sweep' };
    writeFileSync(join(folder, 'scenario.json'), JSON.stringify(scenario));
    const settings = ['market.need', 'brands.0.price'].flatMap((path) => [
      '--set',
      `${path}=${rows.find((row) => row.point === point)?.[path]}`,
    ]);
    const { stdout } = await swaylab('compare', join(folder, 'scenario.json'), '--replicates', '1', ...settings, '--json', '--quiet');
    const { runs } = JSON.parse(stdout) as { runs: Row[] };
    expect(runs[0]).toMatchObject({ runId, digest });
  });

  test('killed like a process, resumed: no run lost, none double, the same tables', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const file = experimentIn(folder);
    for (const bytes of [1, 100_000, 300_000]) {
      const child = start(['sweep', file, '--out', out, '--resume', '--workers', '2']);
      await journalOf(out, bytes);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    appendFileSync(join(out, 'journal.bin'), readFileSync(join(out, 'journal.bin')).subarray(0, 777));
    const { code, stderr } = await swaylab('sweep', file, '--out', out, '--resume', '--workers', '2');
    expect({ code, stderr: stderr.trim() }).toEqual({ code: 0, stderr: expect.stringContaining('ended in the middle of a run') as string });
    expect(tablesIn(out)).toEqual(undisturbed);
    expect(manifestOf(out)).toMatchObject({ status: 'complete', runs: { done: RUNS, failed: 0 } });
    expect(readdirSync(out).sort()).toEqual(['journal.bin', 'manifest.json', 'runs.parquet', 'weeks.parquet']);
    const { size } = statSync(join(out, 'journal.bin'));
    expect((await swaylab('sweep', file, '--out', out, '--resume')).code).toBe(0);
    expect(statSync(join(out, 'journal.bin')).size).toBe(size);
  });

  test('stopped by Ctrl-C it has seen every point about equally often, and can be resumed', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const file = experimentIn(folder);
    const child = start(['sweep', file, '--out', out, '--workers', '1']);
    await journalOf(out, 250_000);
    child.kill('SIGINT');
    const { code, stderr } = await ended(child);
    expect({ code, stderr }).toEqual({ code: 130, stderr: expect.stringMatching(/stopped after \d+ of 72 runs.*--resume/) as string });
    const points = (await rowsOf(join(out, 'runs.parquet'))).map(({ point }) => point as number);
    const perPoint = Array.from({ length: POINTS }, (_, point) => points.filter((each) => each === point).length);
    expect(Math.max(...perPoint) - Math.min(...perPoint)).toBeLessThanOrEqual(3);
    expect((await swaylab('sweep', file, '--out', out, '--resume')).code).toBe(0);
    expect(tablesIn(out)).toEqual(undisturbed);
  });

  test('shards, one of them torn, are joined to the same tables; what is missing is said and can be computed', async () => {
    const folder = newFolder();
    const file = experimentIn(folder);
    const shard = (part: number): string => join(folder, `shard-${part}`);
    for (const part of [1, 2, 3]) expect((await swaylab('sweep', file, '--out', shard(part), '--shard', `${part}/3`)).code).toBe(0);
    const partial = join(folder, 'partial');
    const gaps = await swaylab('merge', shard(1), shard(3), '--out', partial);
    expect({ code: gaps.code, stderr: gaps.stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('24 of 72 runs are missing') as string,
    });
    expect((await swaylab('sweep', file, '--out', partial, '--resume')).code).toBe(0);
    expect(tablesIn(partial)).toEqual(undisturbed);
    const whole = join(folder, 'whole');
    expect((await swaylab('merge', shard(3), shard(1), shard(2), shard(1), '--out', whole)).code).toBe(0);
    expect(tablesIn(whole)).toEqual(undisturbed);
    const other = join(folder, 'other');
    expect((await swaylab('sweep', experimentIn(folder, { seed: 'another' }), '--out', other, '--shard', '1/3')).code).toBe(0);
    expect(await swaylab('merge', shard(1), other, '--out', join(folder, 'mixed'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another sweep') as string,
    });
  });

  test('a second coordinator on the folder is refused while the first one lives', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const file = experimentIn(folder);
    const first = start(['sweep', file, '--out', out, '--workers', '1', '--replicates', '5000', '--all-weeks', '--quiet']);
    await journalOf(out, 1);
    const second = await swaylab('sweep', file, '--out', out, '--resume');
    expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining('another process is writing') as string });
    const before = statSync(join(out, 'journal.bin')).size;
    await journalOf(out, before + 1);
    first.kill('SIGKILL');
    await once(first, 'close');
    expect((await swaylab('sweep', file, '--out', out, '--resume')).code).toBe(0);
    expect(tablesIn(out)).toEqual(undisturbed);
  });

  test('more replicates keep the runs that are there', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const file = experimentIn(folder);
    expect((await swaylab('sweep', file, '--out', out, '--replicates', '2')).code).toBe(0);
    const { size } = statSync(join(out, 'journal.bin'));
    expect((await swaylab('sweep', file, '--out', out, '--resume')).code).toBe(0);
    expect(tablesIn(out)).toEqual(undisturbed);
    expect(statSync(join(out, 'journal.bin')).size).toBeLessThan(2.1 * size);
  });

  test('runs that fail stand in a table of their own, and can be seen to fail again', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const policy = join(folder, 'broken.mjs');
    writeFileSync(policy, `export default () => ({ decide() { throw new Error('no money today'); } });`);
    const file = experimentIn(folder, { replicates: 1 });
    const { code, stderr } = await swaylab('sweep', file, '--out', out, '--policy', policy, '--format', 'json', '--all-weeks');
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`${POINTS} runs failed`) as string });
    const errors = JSON.parse(readFileSync(join(out, 'errors.json'), 'utf8')) as Row[];
    expect(errors).toHaveLength(POINTS);
    expect(errors[0]).toMatchObject({ point: 0, strategyName: 'broken', seed: 'a sweep', error: 'no money today' });
    expect(errors[0].repeat).toBe(`swaylab verify . --run ${errors[0].runId}`);
    const again = await swaylab('verify', out, '--run', String(errors[0].runId), '--policy', policy);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('now failed: no money today') as string });
    const done = JSON.parse(readFileSync(join(out, 'runs.json'), 'utf8')) as Row[];
    expect(done.filter(({ status }) => status === 'done')).toHaveLength(3 * POINTS);
  });

  test('a full disk ends it with one message; with room again it goes on to the same tables', async (context) => {
    if (!mayMount()) context.skip('this process may not mount a small disk');
    await onSmallDisk('400k', async (disk) => {
      const out = join(disk, 'out');
      mkdirSync(out);
      const file = experimentIn(newFolder());
      const full = await swaylab('sweep', file, '--out', out, '--workers', '2');
      expect({ code: full.code, stderr: full.stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^swaylab: cannot write .*: no space is left on the disk\n/) as string,
      });
      expect(Object.keys(tablesIn(out))).toEqual([]);
      execFileSync('mount', ['-o', 'remount,size=50m', disk]);
      expect((await swaylab('sweep', file, '--out', out, '--resume')).code).toBe(0);
      expect(tablesIn(out)).toEqual(undisturbed);
    });
  });

  test.each([
    [['--shard', '0/3'], '--shard'],
    [['--shard', '4/3'], '--shard'],
    [['--queue', 'http://localhost'], '--queue'],
    [['--queue', 'redis://127.0.0.1:1', '--shard', '1/2'], '--shard'],
    [['--resume', '--force'], '--resume'],
  ])('refuses %s before it writes anything', async (options, flag) => {
    const folder = newFolder();
    const { code, stderr } = await swaylab('sweep', experimentIn(folder), '--out', join(folder, 'out'), ...options);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(flag) as string });
    expect(readdirSync(folder)).toEqual(['experiment.json']);
  });
});

describe('swaylab verify', () => {
  test('finds a table that was changed and a journal that was damaged, and what is repeated agrees', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const file = experimentIn(folder, { replicates: 2 });
    expect((await swaylab('sweep', file, '--out', out, '--format', 'csv')).code).toBe(0);
    const sound = await swaylab('verify', out, '--sample', '5', '--json');
    expect(sound.code).toBe(0);
    const { faults, repeated } = JSON.parse(sound.stdout) as { faults: string[]; repeated: { agrees: boolean }[] };
    expect([faults, repeated.map(({ agrees }) => agrees)]).toEqual([[], Array(5).fill(true)]);

    const runs = readFileSync(join(out, 'runs.csv'), 'utf8');
    writeFileSync(join(out, 'runs.csv'), runs.replace(/done/, 'dome'));
    expect(await swaylab('verify', out, '--sample', '0')).toMatchObject({ code: 1, stdout: expect.stringContaining('runs.csv') as string });
    writeFileSync(join(out, 'runs.csv'), runs);

    const journal = readFileSync(join(out, 'journal.bin'));
    journal[journal.byteLength >> 1] ^= 1;
    writeFileSync(join(out, 'journal.bin'), journal);
    const damaged = await swaylab('verify', out, '--sample', '0');
    expect(damaged).toMatchObject({ code: 1, stdout: expect.stringContaining('the journal is damaged in 1 place') as string });
    expect(damaged.stdout).toContain('1 run of a complete batch is not in the journal');
    const tables = tablesIn(out);
    expect((await swaylab('sweep', file, '--out', out, '--resume', '--format', 'csv')).code).toBe(0);
    expect(tablesIn(out)).toEqual(tables);
  });

  test('repeats the runs of a comparison too', async () => {
    const out = join(newFolder(), 'out');
    expect((await swaylab('compare', 'karate-club', '--weeks', '6', '--replicates', '2', '--out', out, '--quiet')).code).toBe(0);
    expect(await swaylab('verify', out, '--sample', '3')).toMatchObject({ code: 0, stdout: expect.stringContaining('3 of 3') as string });
  });
});

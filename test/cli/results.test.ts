import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayMount, onSmallDisk } from '../store/fixture/small-disk.ts';
import { ended, newFolder, SMALL, start, swaylab } from './fixture/swaylab.ts';

const TABLES = ['comparisons.csv', 'runs.csv', 'weeks.csv'];

function tables(folder: string): string[] {
  return TABLES.map((name) => readFileSync(join(folder, name), 'utf8'));
}

function manifest(folder: string): { status: string; digest: string | null; runs: { planned: number; done: number }; sessions: unknown[] } {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ReturnType<typeof manifest>;
}

test('Ctrl-C half way keeps the finished runs; resumed, the tables are those of a run that was never stopped', async () => {
  const folder = newFolder();
  const [stopped, whole] = [join(folder, 'stopped'), join(folder, 'whole')];
  const long = ['compare', '--population', '300', '--weeks', '30', '--replicates', '12', '--workers', '2', '--set', 'strategies=["push"]'];
  const child = start([...long, '--out', stopped, '--json']);
  child.stderr?.once('data', () => child.kill('SIGINT'));
  const { code, stdout } = await ended(child);
  expect(code).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { message: expect.stringMatching(/^stopped after \d+ of 24 runs, kept in .*--resume/) as string },
  });
  const { status, runs, digest } = manifest(stopped);
  expect({ status, digest }).toEqual({ status: 'stopped', digest: null });
  expect(runs.done).toBeGreaterThan(0);
  expect(runs.done).toBeLessThan(24);

  const refused = await swaylab(...long, '--out', stopped, '--quiet');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--resume');

  const [resumed, direct] = [
    await swaylab(...long, '--out', stopped, '--resume', '--quiet', '--json'),
    await swaylab(...long, '--out', whole, '--quiet', '--json'),
  ];
  expect(resumed).toEqual(direct);
  expect(tables(stopped)).toEqual(tables(whole));
  expect(manifest(stopped)).toMatchObject({ status: 'complete', runs: { planned: 24, done: 24 }, digest: manifest(whole).digest });
  expect(manifest(stopped).sessions).toHaveLength(2);
});

test('another experiment is not resumed in the folder, but may replace it', async () => {
  const out = join(newFolder(), 'out');
  expect((await swaylab('compare', ...SMALL, '--out', out, '--quiet', '--format', 'json')).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['comparisons.json', 'journal.bin', 'manifest.json', 'runs.json', 'weeks.json']);
  const other = ['compare', ...SMALL, '--seed', 'other', '--out', out, '--quiet'];
  expect(await swaylab(...other, '--resume')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('seed') as string });
  expect((await swaylab(...other, '--force', '--format', 'parquet')).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['comparisons.parquet', 'journal.bin', 'manifest.json', 'runs.parquet', 'weeks.parquet']);
});

test('a folder with something else in it is left alone', async () => {
  const out = newFolder();
  writeFileSync(join(out, 'thesis.txt'), 'mine');
  expect((await swaylab('compare', ...SMALL, '--out', out, '--quiet')).code).toBe(2);
  expect(readdirSync(out)).toEqual(['thesis.txt']);
});

test('a report is one file that asks nothing of any network', async () => {
  const file = join(newFolder(), 'report.html');
  expect((await swaylab('compare', 'karate-club', '--weeks', '6', '--replicates', '3', '--html', file, '--quiet')).code).toBe(0);
  const report = readFileSync(file, 'utf8');
  expect(report).toContain('swaylab compare karate-club --replicates 3 --weeks 6');
  expect(report).toContain('network.kind');
  expect(report).not.toMatch(/(src|href)="?(https?:)?\/\//);
});

test('a closed pipe ends quietly', async () => {
  const child = start(['scenario', 'show', '--parameters']);
  child.stdout?.destroy();
  const { code, stderr } = await ended(child);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a closed pipe while runs are under way keeps their results', async () => {
  const out = join(newFolder(), 'out');
  const child = start(['compare', ...SMALL, '--out', out]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  expect(manifest(out).status).toBe('complete');
});

test('on a full disk there is one message and no half file', async (context) => {
  if (!mayMount()) context.skip('this process may not mount a small disk');
  await onSmallDisk('64k', async (disk) => {
    mkdirSync(join(disk, 'out'));
    const { code, stdout, stderr } = await swaylab('compare', ...SMALL, '--weeks', '60', '--out', join(disk, 'out'), '--quiet');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^swaylab: cannot write .*: no space is left on the disk\n/);
    expect(readdirSync(join(disk, 'out')).filter((name) => /^(runs|weeks)\./.test(name))).toEqual([]);
    const network = await swaylab('network', 'generate', 'tribal', '--set', 'people=3000', '-o', join(disk, 'ties.csv'));
    expect(network.code).toBe(1);
    expect(readdirSync(disk)).toEqual(['out']);
  });
});

test('a full disk behind standard output is a failure, not a success', async (context) => {
  const { openSync, closeSync, existsSync } = await import('node:fs');
  if (!existsSync('/dev/full')) context.skip('there is no /dev/full');
  const full = openSync('/dev/full', 'w');
  const { code, stderr } = await ended(start(['scenario', 'schema'], { stdio: ['ignore', full, 'pipe'] }));
  closeSync(full);
  expect(code).toBe(1);
  expect(stderr).toContain('no space is left');
});

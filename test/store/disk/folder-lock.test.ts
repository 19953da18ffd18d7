import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type FolderLock, lockFolder } from '../../../sim/store/disk/folder-lock.ts';
import { newFolder } from '../fixture/small-disk.ts';

const held: FolderLock[] = [];
afterEach(async () => {
  await Promise.all(held.splice(0).map((lock) => lock.release()));
});

async function lock(folder: string): Promise<FolderLock> {
  const taken = await lockFolder(folder, BEAT);
  held.push(taken);
  return taken;
}

/** Milliseconds. */
const BEAT = 60;
const DEAD = 2 ** 22 + 1;

/** A lock as another process would leave it, last touched some seconds ago. */
async function leave(folder: string, owner: { process: number; host: string }, secondsAgo: number): Promise<string> {
  const file = join(folder, '.swaylab.lock');
  await writeFile(file, JSON.stringify({ ...owner, token: 'other' }));
  const then = new Date(Date.now() - secondsAgo * 1000);
  await utimes(file, then, then);
  return file;
}

describe('lockFolder', () => {
  it('lets exactly one of many in, also over a lock of the dead', async () => {
    for (const dead of [false, true]) {
      const folder = newFolder();
      if (dead) await leave(folder, { process: DEAD, host: hostname() }, 0);
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lock(folder)));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await readdir(folder)).toEqual(['.swaylab.lock']);
    }
  });

  it('watches a silent lock of another machine before it takes it over', async () => {
    const folder = newFolder();
    await leave(folder, { process: 1, host: 'elsewhere' }, 3600);
    const before = performance.now();
    await lock(folder);
    expect(performance.now() - before).toBeGreaterThan(4 * BEAT - 5);
  });

  it('refuses a lock that shows a sign of life while it is watched, whatever its clock says', async () => {
    const folder = newFolder();
    const file = await leave(folder, { process: 1, host: 'elsewhere' }, 3600);
    const taking = lock(folder);
    await delay(1.5 * BEAT);
    const wrongClock = new Date(Date.now() - 7200_000);
    await utimes(file, wrongClock, wrongClock);
    await expect(taking).rejects.toThrow('another process is writing results');
  });

  it('shows signs of life', async () => {
    const folder = newFolder();
    await lock(folder);
    const { mtimeMs } = await stat(join(folder, '.swaylab.lock'));
    await expect.poll(async () => (await stat(join(folder, '.swaylab.lock'))).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  it('notices when it was taken over, and leaves the lock of the other alone', async () => {
    const folder = newFolder();
    const mine = await lock(folder);
    mine.check();
    const file = await leave(folder, { process: 7, host: 'elsewhere' }, 0);
    await expect.poll(() => attempt(mine)).toContain('process 7 on elsewhere has taken over');
    await mine.release();
    expect(await readFile(file, 'utf8')).toContain('"other"');
  });
});

function attempt(mine: FolderLock): string {
  try {
    mine.check();
    return '';
  } catch (error) {
    return String(error);
  }
}

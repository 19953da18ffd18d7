import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTemporary, writeSafely } from '../../../sim/store/disk/safe-file.ts';
import { StoreError } from '../../../sim/store/disk/store-error.ts';
import { kill, startWriter } from '../fixture/process.ts';
import { mayMount, newFolder, onSmallDisk } from '../fixture/small-disk.ts';

const isRoot = process.getuid?.() === 0;
const mountable = mayMount();

function* megabytes(count: number): Generator<Uint8Array> {
  for (let i = 0; i < count; i++) yield new Uint8Array(1 << 20).fill(i);
}

async function errorOf(work: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreError)) throw new Error(`expected a StoreError, got ${String(error)}`);
  return error;
}

describe('writeSafely', () => {
  it('writes texts and bytes, and says how many and which', async () => {
    const folder = newFolder();
    const file = join(folder, 'report.html');
    const written = await writeSafely(file, ['grün ', new Uint8Array([0, 255]), '']);
    const content = await readFile(file);
    expect(content).toEqual(Buffer.concat([Buffer.from('grün '), Buffer.from([0, 255])]));
    expect(written).toEqual({ bytes: 8, sha256: createHash('sha256').update(content).digest('hex') });
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('replaces a file whole, and follows a link to it', async () => {
    const folder = newFolder();
    await writeFile(join(folder, 'real.csv'), 'a much longer text than the new one');
    await symlink('real.csv', join(folder, 'link.csv'));
    await writeSafely(join(folder, 'link.csv'), ['new']);
    expect(await readFile(join(folder, 'real.csv'), 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link.csv', 'real.csv']);
  });

  it('keeps the file as it was, and leaves nothing else, when the content fails half way', async () => {
    const folder = newFolder();
    const file = join(folder, 'weeks.csv');
    await writeFile(file, 'before');
    const failing = function* (): Generator<string> {
      yield 'half';
      throw new Error('the table broke');
    };
    await expect(writeSafely(file, failing())).rejects.toThrow('the table broke');
    expect(await readFile(file, 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['weeks.csv']);
  });

  it('leaves nothing when it is aborted half way', async () => {
    const folder = newFolder();
    const controller = new AbortController();
    const chunks = function* (): Generator<string> {
      yield 'half';
      controller.abort(new Error('stopped'));
      yield 'rest';
    };
    await expect(writeSafely(join(folder, 'weeks.csv'), chunks(), controller.signal)).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says in one sentence what stands in the way', async () => {
    const folder = newFolder();
    await mkdir(join(folder, 'taken'));
    await writeFile(join(folder, 'file'), '');
    expect((await errorOf(writeSafely(join(folder, 'taken'), ['x']))).message).toBe(
      `cannot write ${join(folder, 'taken')}: it is a folder, not a file`,
    );
    expect((await errorOf(writeSafely(join(folder, 'no', 'x'), ['x']))).message).toMatch('the folder does not exist');
    expect((await errorOf(writeSafely(join(folder, 'file', 'x'), ['x']))).message).toMatch('a part of the path is a file');
    expect((await errorOf(writeSafely(join(folder, 'x'.repeat(300)), ['x']))).message).toMatch('the name is too long');
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken']);
  });

  it('writes to what is not a file as it is', async () => {
    expect((await writeSafely('/dev/null', megabytes(2))).bytes).toBe(2 << 20);
  });

  it('leaves no final name when its process is killed half way', async () => {
    const folder = newFolder();
    const { child, words } = await startWriter(['file', join(folder, 'weeks.csv')]);
    expect(words).toBe('half\n');
    await kill(child);
    const left = await readdir(folder);
    expect(left).toHaveLength(1);
    expect(isTemporary(left[0])).toBe(true);
  });

  it('explains a folder in which it may not write', async () => {
    const folder = newFolder();
    await chmod(folder, 0o555);
    const file = join(folder, 'weeks.csv');
    // The superuser may write anywhere; as root, the attempt is made by a process of another user.
    const message = isRoot ? (await startWriter(['file', file], 65534)).words.trim() : String(await errorOf(writeSafely(file, ['x'])));
    expect(message).toBe(`StoreError: cannot write ${file}: permission is denied`);
    await chmod(folder, 0o755);
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(!mountable)('leaves the old file and nothing else on a full disk (needs the right to mount)', async () => {
    await onSmallDisk('1m', async (folder) => {
      const file = join(folder, 'weeks.parquet');
      await writeSafely(file, ['before']);
      expect((await errorOf(writeSafely(file, megabytes(3)))).message).toBe(`cannot write ${file}: no space is left on the disk`);
      expect(await readdir(folder)).toEqual(['weeks.parquet']);
      expect(await readFile(file, 'utf8')).toBe('before');
      await writeSafely(file, [new Uint8Array(500_000)]);
    });
  });

  it.skipIf(!mountable)('explains a read-only disk (needs the right to mount)', async () => {
    await onSmallDisk('1m', async (folder, makeReadOnly) => {
      makeReadOnly();
      expect((await errorOf(writeSafely(join(folder, 'x'), ['x']))).message).toMatch('the file system is read-only');
    });
  });
});

import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../../sim/parameter/index.ts';
import { isFolder, makeFolder } from '../../../sim/store/disk/make-folder.ts';
import { StoreError } from '../../../sim/store/disk/store-error.ts';
import { newFolder } from '../fixture/small-disk.ts';

it('makes a folder and all that is missing above it, also twice at once', async () => {
  const path = join(newFolder(), 'a', 'b', 'c');
  await Promise.all([makeFolder(path), makeFolder(path)]);
  expect(statSync(path).isDirectory()).toBe(true);
  await makeFolder(path);
});

it('refuses a file in the way, wherever it is on the path', async () => {
  const file = join(newFolder(), 'file');
  await writeFile(file, '');
  expect(await isFolder(file)).toBe(false);
  await expect(makeFolder(file)).rejects.toBeInstanceOf(InputError);
  await expect(makeFolder(join(file, 'b', 'c'))).rejects.toBeInstanceOf(InputError);
});

it('ends where a file system knows no new folders', async (context) => {
  if (!existsSync('/proc/self')) context.skip('no /proc here');
  await expect(makeFolder('/proc/swaylab')).rejects.toBeInstanceOf(StoreError);
});

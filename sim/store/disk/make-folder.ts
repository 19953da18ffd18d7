import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../../parameter/index.ts';
import { explainDiskError } from './store-error.ts';

/**
 * Makes a folder and what is missing above it. Node's own `recursive` never ends where a file system answers ENOENT, as /proc does.
 * @throws InputError where a file is in the way, StoreError where the disk refuses
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    const missing: string[] = [];
    for (let at = resolve(path); !(await isFolder(at)); at = dirname(at)) missing.unshift(at);
    for (const part of missing) {
      await mkdir(part).catch(async (error: unknown) => {
        // Somebody else may have made it meanwhile.
        if (!(await isFolder(part))) throw error;
      });
    }
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

/** Whether there is a folder of this path. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}

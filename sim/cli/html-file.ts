import { dirname, resolve } from 'node:path';
import { InputError } from '../parameter/index.ts';
import { isFolder } from '../store/disk/make-folder.ts';

/** Refuses a report that could not be written, before anything is computed. */
export async function mustHaveFolder(flag: string, file: string): Promise<void> {
  const folder = dirname(resolve(file));
  if (!(await isFolder(folder))) {
    throw new InputError(`${flag}: there is no folder ${folder}`, { path: flag, found: file, allowed: 'a file in a folder that exists' });
  }
  if (await isFolder(file)) throw new InputError(`${flag}: ${file} is a folder`, { path: flag, found: 'a folder', allowed: 'a file' });
}

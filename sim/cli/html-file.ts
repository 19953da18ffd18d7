import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../parameter/index.ts';

/** Refuses a report that could not be written, before anything is computed. */
export async function mustHaveFolder(flag: string, file: string): Promise<void> {
  const folder = dirname(resolve(file));
  await access(folder).catch(() => {
    throw new InputError(`${flag}: there is no folder ${folder}`, { path: flag, found: file, allowed: 'a file in a folder that exists' });
  });
}

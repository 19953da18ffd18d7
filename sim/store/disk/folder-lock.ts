import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { InputError } from '../../parameter/index.ts';

export const LOCK_NAME = '.swaylab.lock';

/** Folders that this process holds: its own process id in a lock says nothing. */
const held = new Set<string>();

/**
 * Lets one process at a time write to a folder. A lock left by a process of this machine that no longer lives is taken over.
 *
 * @returns gives the folder free again
 * @throws InputError when another process is writing there
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK_NAME);
  const owner = JSON.stringify({ process: process.pid, host: hostname() });
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, owner, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        await rm(file, { force: true }).catch(() => {});
        throw error;
      }
      const other = await readOwner(file);
      if (attempt > 0 || (other !== null && lives(other, file))) {
        throw new InputError(`another process is writing results to ${folder}`, {
          file: folder,
          found: other ? `process ${other.process} on ${other.host}` : 'a lock',
          allowed: `another folder; or, when no swaylab is running, remove ${file}`,
        });
      }
      await rm(file, { force: true });
    }
  }
  held.add(file);
  return async () => {
    held.delete(file);
    await rm(file, { force: true });
  };
}

interface Owner {
  readonly process: number;
  readonly host: string;
}

/** Null when the lock has no readable owner, also a moment later: a lock just made is not yet written. */
async function readOwner(file: string): Promise<Owner | null> {
  for (const wait of [100, 0]) {
    try {
      const owner = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner> | null;
      if (typeof owner?.process === 'number' && typeof owner.host === 'string') return { process: owner.process, host: owner.host };
    } catch {
      // Not JSON, or gone: the same as no owner.
    }
    await delay(wait);
  }
  return null;
}

function lives(owner: Owner, file: string): boolean {
  if (owner.host !== hostname()) return true;
  if (owner.process === process.pid) return held.has(file);
  try {
    process.kill(owner.process, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

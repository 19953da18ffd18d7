import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { InputError } from '../../parameter/index.ts';
import { StoreError } from './store-error.ts';

export const LOCK_NAME = '.swaylab.lock';

/** Milliseconds between two signs of life. */
const HEARTBEAT = 2000;
/** A lock that gives no sign of life for so many of them, as seen from here, is dead. */
const SILENT_BEATS = 4;
/** Long enough for a rival that found the same dead lock to have put its own in place of ours. */
const SETTLE = 50;

/** Locks that this process holds: its own process id in a lock says nothing. */
const held = new Set<string>();

/** The right to write to a folder, until it is given back or lost. */
export interface FolderLock {
  /** @throws StoreError when another process has taken the lock over, which can only be while this one was stopped */
  check(): void;
  release(): Promise<void>;
}

/**
 * Lets one process at a time write to a folder. The holder touches its lock every two seconds. A lock left by a dead process of this machine
 * is taken over at once, one of another machine after it has been watched for eight seconds without a sign of life.
 *
 * @param heartbeat milliseconds between two signs of life
 * @throws InputError when another process is writing there
 */
export async function lockFolder(folder: string, heartbeat = HEARTBEAT): Promise<FolderLock> {
  const file = join(folder, LOCK_NAME);
  const token = randomBytes(8).toString('hex');
  await take(file, folder, token, heartbeat);
  held.add(file);
  let lost: StoreError | null = null;
  const beat = async (): Promise<void> => {
    const owner = await readOwner(file);
    if (owner !== null && owner.token !== token) {
      lost = new StoreError(`process ${owner.process} on ${owner.host} has taken over ${folder} while this one stood still`, file);
      return;
    }
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
  };
  const timer = setInterval(() => void beat(), heartbeat);
  timer.unref();
  return {
    check() {
      if (lost !== null) throw lost;
    },
    async release() {
      clearInterval(timer);
      held.delete(file);
      if ((await readOwner(file))?.token === token) await rm(file, { force: true });
    },
  };
}

async function take(file: string, folder: string, token: string, heartbeat: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, JSON.stringify({ process: process.pid, host: hostname(), token }), { flag: 'wx' });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) {
        await rm(file, { force: true }).catch(() => {});
        throw error;
      }
      const other = await readOwner(file);
      if (attempt > 0 || (other !== null && (await lives(other, file, heartbeat)))) throw refusal(folder, file, other);
      await setAside(file, other?.token ?? null);
      continue;
    }
    if (attempt === 0) return;
    await delay(SETTLE);
    const now = await readOwner(file);
    if (now?.token === token) return;
    throw refusal(folder, file, now);
  }
}

/** Removes a dead lock, but not the one that a rival has put in its place meanwhile. */
async function setAside(file: string, token: string | null): Promise<void> {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await ownerIn(aside);
  if (moved !== null && moved.token !== token) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function refusal(folder: string, file: string, other: Owner | null): InputError {
  return new InputError(`another process is writing results to ${folder}`, {
    file: folder,
    found: other ? `process ${other.process} on ${other.host}` : 'a lock',
    allowed: `another folder; or, when no swaylab is running, remove ${file}`,
  });
}

interface Owner {
  readonly process: number;
  readonly host: string;
  readonly token: string;
}

/** Null when the lock has no readable owner, also a moment later: a lock just made is not yet written. */
async function readOwner(file: string): Promise<Owner | null> {
  const owner = await ownerIn(file);
  if (owner !== null) return owner;
  await delay(100);
  return await ownerIn(file);
}

async function ownerIn(file: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner> | null;
    if (typeof owner?.process !== 'number' || typeof owner.host !== 'string') return null;
    return { process: owner.process, host: owner.host, token: String(owner.token) };
  } catch {
    // Not JSON, or gone: the same as no owner.
    return null;
  }
}

async function lives(owner: Owner, file: string, heartbeat: number): Promise<boolean> {
  if (owner.host !== hostname()) return await beats(file, heartbeat);
  if (owner.process === process.pid) return held.has(file);
  try {
    process.kill(owner.process, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  // After a restart of the machine the number may be another process's, which does not beat.
  return await beats(file, heartbeat);
}

/** Whether a lock shows a sign of life while it is watched. Clocks of other machines are not trusted, only that the time changes. */
async function beats(file: string, heartbeat: number): Promise<boolean> {
  const first = await touched(file);
  if (first === null) return false;
  if (Math.abs(Date.now() - first) < SILENT_BEATS * heartbeat) return true;
  for (let watched = 0; watched < SILENT_BEATS; watched++) {
    await delay(heartbeat);
    if ((await touched(file)) !== first) return true;
  }
  return false;
}

async function touched(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

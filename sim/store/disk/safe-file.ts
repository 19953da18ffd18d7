import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainDiskError } from './store-error.ts';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface Written {
  readonly bytes: number;
  /** SHA-256 of the content, 64 hex digits. */
  readonly sha256: string;
}

const TEMPORARY = /^\.swaylab-[0-9a-f]{16}\.tmp$/;

/** Whether a name is that of a file still being written, or left behind by a process that was killed. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/**
 * Writes a file so that its name only ever stands for the whole content: a temporary name in the same folder, fsync, rename,
 * fsync of the folder. On any failure, and on abort, the temporary file is removed and the file as it was before stays.
 * A symbolic link is followed; what is not a regular file (a pipe, a terminal) is written directly.
 *
 * @throws StoreError when the disk refuses; the signal's reason; whatever the chunks throw
 */
export async function writeSafely(file: string, chunks: Chunks, signal?: AbortSignal): Promise<Written> {
  signal?.throwIfAborted();
  try {
    const target = await resolveTarget(file);
    return target.regular ? await replaceFile(target.path, chunks, signal) : await writeThrough(target.path, chunks, signal);
  } catch (error) {
    throw explainDiskError(error, 'write', file);
  }
}

async function resolveTarget(file: string): Promise<{ path: string; regular: boolean }> {
  try {
    const path = await realpath(file);
    const kind = await stat(path);
    if (kind.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR', syscall: 'open' });
    return { path, regular: kind.isFile() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { path: file, regular: true };
    throw error;
  }
}

async function replaceFile(file: string, chunks: Chunks, signal?: AbortSignal): Promise<Written> {
  const folder = dirname(file);
  const temporary = join(folder, `.swaylab-${randomBytes(8).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx');
  try {
    let written: Written;
    try {
      written = await pour(handle, chunks, signal);
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await rename(temporary, file);
    await syncFolder(folder);
    return written;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeThrough(file: string, chunks: Chunks, signal?: AbortSignal): Promise<Written> {
  const handle = await open(file, 'w');
  try {
    return await pour(handle, chunks, signal);
  } finally {
    await handle.close();
  }
}

async function pour(handle: FileHandle, chunks: Chunks, signal?: AbortSignal): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    hash.update(buffer);
    bytes += buffer.byteLength;
    await handle.writeFile(buffer);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Makes names in a folder durable. Some systems cannot sync a folder; their renames are as durable as they get. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR' && code !== 'ENOTSUP') throw error;
  }
}

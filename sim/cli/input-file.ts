import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../parameter/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission is denied',
  EISDIR: 'a folder',
  ENOTDIR: 'no such file',
  ELOOP: 'a loop of links',
  ENAMETOOLONG: 'the name is too long',
};

/** Size of a file that is about to be read; undefined for what has none, such as a pipe. @throws InputError when it cannot be read */
export async function sizeOf(file: string, kind: string): Promise<number | undefined> {
  const info = await stat(file).catch((error: unknown) => {
    throw unreadable(file, kind, error);
  });
  if (info.isDirectory()) throw unreadable(file, kind, { code: 'EISDIR' });
  return info.isFile() ? info.size : undefined;
}

/** The bytes of a small file. @throws InputError when it cannot be read or is larger than `limit` */
export async function readBounded(file: string, kind: string, limit: number): Promise<Buffer> {
  const tooLarge = (found: string): InputError =>
    new InputError(`${file} is too large to be ${kind}`, { file, path: 'file', found, allowed: `at most ${limit} bytes` });
  const size = await sizeOf(file, kind);
  if (size !== undefined && size > limit) throw tooLarge(`${size} bytes`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of pieces(file, kind)) {
    bytes += part.length;
    if (bytes > limit) throw tooLarge(`more than ${limit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The text of a small UTF-8 file. */
export async function readText(file: string, kind: string, limit: number): Promise<string> {
  const bytes = await readBounded(file, kind, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not text in UTF-8`, { file, path: 'file', found: 'other bytes', allowed: 'UTF-8' });
  }
}

/** A file piece by piece. */
export async function* pieces(file: string, kind: string): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 1 << 18 });
  const reader = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await reader.next().catch((error: unknown) => {
        throw unreadable(file, kind, error);
      });
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    await reader.return?.();
  }
}

function unreadable(file: string, kind: string, error: unknown): Error {
  const code = String((error as { code?: unknown } | null)?.code);
  const found = REASONS[code] ?? (error instanceof Error ? error.message : code);
  return new InputError(`cannot read ${file}: ${found}`, { file, path: 'file', found, allowed: `a file that can be read, as ${kind}` });
}

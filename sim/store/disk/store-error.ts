/** The disk refused: one sentence for a person. The command line exits 1 on it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** The file or folder that could not be read or written. */
  readonly file: string;

  constructor(message: string, file: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'a file of that name is in the way',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the file would be larger than the file system allows',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an input/output error',
  EBUSY: 'it is in use',
};

/** An error of the file system as a `StoreError`; any other error as it is. */
export function explainDiskError(thrown: unknown, doing: 'write' | 'read', file: string): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  const code = 'code' in thrown && typeof thrown.code === 'string' && 'syscall' in thrown ? thrown.code : null;
  if (code === null) return thrown;
  return new StoreError(`cannot ${doing} ${file}: ${REASONS[code] ?? thrown.message}`, file, thrown);
}

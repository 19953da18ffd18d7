import { CommanderError } from 'commander';
import { InputError } from '../parameter/index.ts';
import { StoreError } from '../store/disk/index.ts';

/** A person (or the system) asked to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('interrupted');
    this.exitCode = signal === 'SIGINT' ? 130 : 143;
  }
}

/** The reader of our output has gone; nothing is wrong. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}

/** Work was done, but not all of it came out well. The command exits 1. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished';
}

/** What `--json` prints of an error. */
export interface ErrorReport {
  readonly file: string | null;
  readonly path: string | null;
  readonly found: string | null;
  readonly allowed: string | null;
  readonly message: string;
}

/** 0 done, 1 failed, 2 bad usage or input, 130 after Ctrl-C. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ClosedPipe) return 0;
  if (error instanceof InputError) return 2;
  if (error instanceof Interrupted) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return 1;
}

export function errorReport(error: unknown): ErrorReport {
  const nowhere = { file: null, path: null, found: null, allowed: null };
  if (error instanceof InputError) {
    const { file, path, found, allowed, message } = error;
    return { file, path, found, allowed, message };
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)$/, ', did you mean $1?');
    return { ...nowhere, path: 'command line', found: /'([^']*)'/.exec(message)?.[1] ?? null, message };
  }
  if (error instanceof StoreError) return { ...nowhere, file: error.file, message: error.message };
  return { ...nowhere, message: error instanceof Error ? error.message : String(error) };
}

const LONGEST = 400;

/** An error for a person: one sentence, then where, what was found, what is allowed, as far as the sentence does not say so itself. */
export function errorText(error: unknown): string {
  const { file, path, found, allowed, message } = errorReport(error);
  const details = Object.entries({ file, at: path, found, allowed }).flatMap(([name, text]) =>
    text === null || message.includes(text) ? [] : [`  ${name.padEnd(8)}${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`],
  );
  const known =
    error instanceof CommanderError || ['InputError', 'StoreError', 'Interrupted', 'Unfinished'].includes((error as Error)?.name);
  const stack = known || !(error instanceof Error) || error.stack === undefined ? [] : [error.stack];
  return [`swaylab: ${message}`, ...details, ...stack].join('\n');
}

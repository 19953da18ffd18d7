import { explainDiskError } from '../store/disk/store-error.ts';
import { ClosedPipe } from './exit.ts';

let stderrOpen = true;

/** Without these, a reader that leaves early (`| head`) would end the process with a stack. */
export function guardStreams(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {
    stderrOpen = false;
  });
}

/** Writes part of the result. @throws ClosedPipe when the reader has left; StoreError when the disk behind it is full */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else if ('code' in error && error.code === 'EPIPE') reject(new ClosedPipe());
      else reject(explainDiskError(error, 'write', 'standard output'));
    });
  });
}

/** Prints a value as a JSON document. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes progress, warnings and errors; nobody may be listening. */
export function tell(text: string): void {
  if (stderrOpen) process.stderr.write(text);
}

export function warn(text: string): void {
  tell(`swaylab: ${text}\n`);
}

import { InputError } from '../parameter/index.ts';
import type { Failure } from './protocol.ts';

/** An error, or whatever else was thrown, as plain data. */
export function describeFailure(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), stack: null, input: null };
  const { name, message, stack = null } = thrown;
  if (!(thrown instanceof InputError)) return { name, message, stack, input: null };
  const { file, path, found, allowed } = thrown;
  return { name, message, stack, input: { file, path, found, allowed } };
}

/** The error again, with its class where a person's input is to blame, and the worker's stack. */
export function reviveFailure(failure: Failure): Error {
  const error: Error = failure.input ? new InputError(failure.message, failure.input) : new Error(failure.message);
  if (!failure.input) error.name = failure.name;
  if (failure.stack !== null) error.stack = failure.stack;
  return error;
}

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

import { InputError } from '../parameter/index.ts';

/** Words that would reach into an object's prototype. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of a raw scenario with one value replaced: `market.need=0.1`, `brands.0.price=30`, `strategies=["push"]`. The value is read as
 * JSON, else taken as text. The result is still to be validated.
 */
export function override(given: unknown, assignment: string): unknown {
  const at = assignment.indexOf('=');
  if (at < 1) throw new InputError('an override is written path=value', { path: '--set', found: assignment, allowed: 'path=value' });
  return assign(given, assignment.slice(0, at), readValue(assignment.slice(at + 1)));
}

/** A copy of a raw scenario with the value at a path replaced; still to be validated. */
export function assign(given: unknown, path: string, value: unknown): unknown {
  const steps = path.split('.');
  if (steps.some((step) => step === '' || FORBIDDEN.has(step))) {
    throw new InputError('not a path', { path: '--set', found: path, allowed: 'names and positions joined by dots' });
  }
  return replace(given, steps, value, path);
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function replace(node: unknown, path: readonly string[], value: unknown, assignment: string): unknown {
  if (path.length === 0) return value;
  const [step, ...rest] = path;
  if (Array.isArray(node)) {
    const position = Number(step);
    if (!Number.isInteger(position) || position < 0 || position > node.length) {
      throw new InputError('not a position in the list', { path: '--set', found: assignment, allowed: `0 to ${node.length}` });
    }
    const copy: unknown[] = [...(node as unknown[])];
    copy[position] = replace(copy[position], rest, value, assignment);
    return copy;
  }
  // A list that the file leaves to its default starts with one entry, so that brands.0.price works on any scenario.
  if (node === undefined && step === '0') return [replace(undefined, rest, value, assignment)];
  const object = typeof node === 'object' && node !== null ? node : {};
  return { ...object, [step]: replace((object as Record<string, unknown>)[step], rest, value, assignment) };
}

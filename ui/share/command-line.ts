import { canonicalJson } from '../../sim/experiment/canonical.ts';
import { override, parseScenario } from '../../sim/scenario/index.ts';
import type { Draft } from '../state/app-state.ts';
import { scenarioOf } from '../state/scenario-of.ts';

/** A shipped scenario, as the command line takes it. */
export interface Shipped {
  readonly id: string;
  readonly draft: Draft;
}

export interface CommandLine {
  readonly command: string;
  /** Whether the scenario must be saved under this name first, since no shipped one with changes is the same. */
  readonly file: string | null;
}

/** Longer than this, a command line is no longer read: a file is. */
const MOST_CHARACTERS = 1200;
/** What a run does not depend on, and a command line need not repeat. */
const LABELS = ['name', 'story'];

/**
 * The command that computes the same: a shipped scenario with what differs, when that is short and exactly the same once settled, else a file.
 *
 * @param flags of an imported network
 */
export function commandLine(draft: Draft, shipped: readonly Shipped[], fileName: string, flags: readonly string[] = []): CommandLine {
  const wanted = decisive(scenarioOf(draft));
  const candidates = shipped
    .map(({ id, draft: base }) => ({ id, assignments: assignmentsTo(draft, base), base }))
    .filter(({ base, assignments }) => settlesTo(base, assignments) === wanted)
    .map(({ id, assignments }) => [
      'swaylab',
      'compare',
      ...(id === 'default' ? [] : [id]),
      ...assignments.flatMap((each) => ['--set', each]),
      ...flags,
    ])
    .map((words) => words.map(quoted).join(' '))
    .sort((a, b) => a.length - b.length);
  const [shortest] = candidates;
  if (shortest !== undefined && shortest.length <= MOST_CHARACTERS) return { command: shortest, file: null };
  return { command: ['swaylab', 'compare', `./${fileName}`, ...flags].map(quoted).join(' '), file: fileName };
}

/** `path=value` for each value in which the scenario differs from another; lists are given whole. */
function assignmentsTo(draft: Draft, base: Draft): string[] {
  const full = scenarioOf(draft) as unknown as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  const visit = (path: readonly string[], now: unknown, before: unknown, complete: unknown): void => {
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    if (
      isBranch(now ?? {}) &&
      isBranch(before ?? {}) &&
      (now !== undefined || before !== undefined) &&
      path.length < 3 &&
      path[0] !== 'network'
    ) {
      for (const key of new Set([...Object.keys((now ?? {}) as object), ...Object.keys((before ?? {}) as object)])) {
        visit([...path, key], at(now, key), at(before, key), at(complete, key));
      }
      return;
    }
    // What only the other one sets goes back to its default, which the complete scenario holds.
    found.push(`${path.join('.')}=${JSON.stringify(now ?? complete)}`);
  };
  for (const key of new Set([...Object.keys(draft), ...Object.keys(base)])) {
    if (!LABELS.includes(key) && key !== '$schema') visit([key], draft[key], base[key], full[key]);
  }
  return found;
}

function at(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
}

function isBranch(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the command line makes of it, as far as results depend on it; null where it refuses. */
function settlesTo(base: Draft, assignments: readonly string[]): string | null {
  try {
    return decisive(parseScenario(assignments.reduce<unknown>((given, each) => override(given, each), base)));
  } catch {
    return null;
  }
}

function decisive(scenario: object): string {
  return canonicalJson({ ...scenario, name: '', story: '' });
}

/** Quoted for a POSIX shell where it must be. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

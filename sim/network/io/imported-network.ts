import type { Network } from '../network.ts';

/** One column of the node table: a text per person, null where the file has none. */
export interface AttributeColumn {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

/** A network from elsewhere together with what the file called its people. Plain data, structured-clonable. */
export interface ImportedNetwork {
  readonly network: Network;
  /** The file's own ids, in node order. */
  readonly ids: readonly string[];
  readonly attributes: readonly AttributeColumn[];
  /** Name of each tribe, in tribe order. */
  readonly tribeNames: readonly string[];
  /** The attribute that tribes were taken from; null where everyone is in one tribe. */
  readonly tribeColumn: string | null;
  /** What the reader changed or ignored, in sentences for a person. */
  readonly warnings: readonly string[];
  /** SHA-256 of the canonical form; see `networkHash`. */
  readonly hash: string;
}

/** Where everyone is in one tribe, it is called this. */
export const EVERYONE = 'everyone';
/** The tribe of those whose file names none. */
export const NO_TRIBE = '(none)';

/** "1 edge", "2 edges". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

import type { Store } from '../state/store.ts';
import type { Command } from './command.ts';

/**
 * Adds commands to those there are; one with the same id takes the place of the one before.
 *
 * @returns a function that takes them away again
 */
export function addCommands(commands: Store<readonly Command[]>, added: readonly Command[]): () => void {
  const ids = new Set(added.map((command) => command.id));
  commands.update((all) => [...all.filter((command) => !ids.has(command.id)), ...added]);
  return () => commands.update((all) => all.filter((command) => !added.includes(command)));
}

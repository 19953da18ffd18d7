import type { Command } from './command.ts';

/**
 * Commands that answer a search, best first: every word must be found in title, group or further words; the start of a word counts more
 * than its middle, and the title more than the rest. Without a search all, as they come.
 */
export function findCommands(commands: readonly Command[], search: string): readonly Command[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return commands
    .map((command, at) => ({ command, at, score: score(command, words) }))
    .filter((each) => each.score !== null)
    .sort((a, b) => (b.score as number) - (a.score as number) || a.at - b.at)
    .map((each) => each.command);
}

function score(command: Command, words: readonly string[]): number | null {
  const title = ` ${command.title.toLowerCase()}`;
  const others = ` ${command.group} ${command.words ?? ''}`.toLowerCase();
  let total = 0;
  for (const word of words) {
    const worth = [title.includes(` ${word}`), title.includes(word), others.includes(` ${word}`), others.includes(word)].indexOf(true);
    if (worth < 0) return null;
    total += 4 - worth;
  }
  return total;
}

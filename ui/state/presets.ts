import type { Draft } from './app-state.ts';

/** A scenario that ships. */
export interface Preset {
  /** Its file's name, as the command line takes it. */
  readonly id: string;
  readonly title: string;
  readonly draft: Draft;
}

const files = import.meta.glob<Draft>('../../scenarios/*.json', { eager: true, import: 'default' });

/** Every scenario that ships, the default first, the others by title. */
export const SCENARIO_PRESETS: readonly Preset[] = Object.entries(files)
  .map(([path, { $schema: _, ...draft }]) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    return { id, title: titleOf(typeof draft.name === 'string' ? draft.name : id), draft };
  })
  .sort((a, b) => Number(b.id === 'default') - Number(a.id === 'default') || (a.title < b.title ? -1 : 1));

/** A name as a title: those of files are words with hyphens. */
export function titleOf(name: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
  const words = name.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

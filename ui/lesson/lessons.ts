import { type Lesson, parseLesson } from '../../sim/lesson/index.ts';

/** A lesson that ships, under its file's name. */
export interface ShippedLesson extends Lesson {
  readonly id: string;
}

const files = import.meta.glob<unknown>('../../scenarios/lessons/*.json', { eager: true, import: 'default' });

/** From the widest question to the narrowest. */
const ORDER = ['reach-or-relationships', 'how-sure', 'bad-news', 'tribes', 'what-the-firm-sees'];

/** Every lesson that ships. */
export const LESSONS: readonly ShippedLesson[] = Object.entries(files)
  .map(([path, given]) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    return { id, ...parseLesson(given, id) };
  })
  .sort((a, b) => place(a.id) - place(b.id));

function place(id: string): number {
  const at = ORDER.indexOf(id);
  return at < 0 ? ORDER.length : at;
}

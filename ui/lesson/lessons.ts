import { type Lesson, parseLesson } from '../../sim/lesson/index.ts';
import type { LessonNow } from '../state/lesson-now.ts';

/** A lesson under its file's name. */
export interface NamedLesson extends Lesson {
  readonly id: string;
}

const files = import.meta.glob<unknown>('../../scenarios/lessons/*.json', { eager: true, import: 'default' });

/** From the widest question to the narrowest. */
const ORDER = ['reach-or-relationships', 'how-sure', 'bad-news', 'tribes', 'what-the-firm-sees'];

/** Every lesson that ships. */
export const LESSONS: readonly NamedLesson[] = Object.entries(files)
  .map(([path, given]) => {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    return { id, ...parseLesson(given, id) };
  })
  .sort((a, b) => place(a.id) - place(b.id));

const opened = new WeakMap<object, NamedLesson>();

/** The lesson that is open: one that ships, or one's own; null where there is none of that name. @throws InputError when one's own is none */
export function lessonOf({ lesson: id, own }: LessonNow): NamedLesson | null {
  if (typeof own !== 'object' || own === null) return LESSONS.find((each) => each.id === id) ?? null;
  const known = opened.get(own) ?? { id, ...parseLesson(own, id) };
  opened.set(own, known);
  return known;
}

function place(id: string): number {
  const at = ORDER.indexOf(id);
  return at < 0 ? ORDER.length : at;
}

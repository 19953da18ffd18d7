import { parseLesson } from '../../sim/lesson/index.ts';
import type { App } from '../app.ts';
import { goToStep } from '../state/lesson-now.ts';
import { checkLesson } from './check-lesson.ts';

/** Begins a lesson of one's own. @throws InputError when it is none, or names what there is not */
export function openLesson(app: App, given: unknown, file: string): void {
  const lesson = parseLesson(given, file);
  checkLesson(lesson, file);
  goToStep(file, 0, given);
  app.announce(`The lesson “${lesson.title}” in ${file} has begun.`);
}

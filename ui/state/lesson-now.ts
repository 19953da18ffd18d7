import { Store } from './store.ts';

/** How far one is in a lesson. */
export interface LessonNow {
  /** Its file's name. */
  readonly lesson: string;
  /** What the file holds, when it is one's own; null for a lesson that ships. */
  readonly own: unknown;
  /** Step, from 0. */
  readonly step: number;
  /** The step has been entered. */
  readonly begun: boolean;
  /** The option foretold in this step, once it was run; null before. */
  readonly foretold: number | null;
  /** The goal of this step was reached, or shown. */
  readonly reached: boolean;
}

const KEY = 'swaylab.lesson';

/** The lesson that is open; null when none is. It survives the visit. */
export const lessonNow = new Store<LessonNow | null>(kept());

lessonNow.subscribe((now) => {
  try {
    if (now === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // Without storage it is kept for this visit.
  }
});

/** Goes to a step of a lesson, nothing foretold yet. */
export function goToStep(lesson: string, step: number, own: unknown = null): void {
  lessonNow.set({ lesson, own, step, begun: false, foretold: null, reached: false });
}

/** What was kept may be of another version, or meddled with: a lesson or step that is not there is noticed by whoever shows it. */
function kept(): LessonNow | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isLessonNow(found) ? { ...found, own: found.own ?? null } : null;
  } catch {
    return null;
  }
}

function isLessonNow(found: unknown): found is LessonNow {
  if (typeof found !== 'object' || found === null) return false;
  const { lesson, step, begun, foretold, reached } = found as Readonly<Record<string, unknown>>;
  const isStep = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
  const isFlag = (value: unknown) => typeof value === 'boolean';
  return typeof lesson === 'string' && isStep(step) && isFlag(begun) && (foretold === null || isStep(foretold)) && isFlag(reached);
}

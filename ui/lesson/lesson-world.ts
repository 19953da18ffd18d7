import type { LessonStart, LessonStep } from '../../sim/lesson/index.ts';
import { boundedDraft } from '../share/bounded-draft.ts';
import { type Draft, FIRST_VIEW, type JsonValue, PAGES, type PageName, type ViewState } from '../state/app-state.ts';
import { pathOf, withDraftValue } from '../state/draft.ts';
import { SCENARIO_PRESETS } from '../state/presets.ts';

/** The scenario in which a step takes place, within what a browser can bear. @throws Error when the lesson names one that does not ship */
export function draftOfStart({ scenario, changes }: LessonStart): Draft {
  const preset = SCENARIO_PRESETS.find(({ id }) => id === scenario);
  if (preset === undefined) throw new Error(`the lesson names the scenario "${scenario}", which does not ship`);
  return changed(preset.draft, changes);
}

/** A scenario with changes by path, within what a browser can bear. @throws InputError when it is none with them */
export function changed(draft: Draft, changes: LessonStart['changes']): Draft {
  const made = Object.entries(changes).reduce((now, [path, value]) => withDraftValue(now, pathOf(path), value as JsonValue), draft);
  return boundedDraft(made).draft;
}

/** What is looked at when a step begins. */
export function viewOfStart({ shown, page, metric, week, lines }: LessonStart): ViewState {
  return {
    ...FIRST_VIEW,
    shown,
    page: pageNamed(page),
    lines,
    week: week ?? null,
    ...(metric !== undefined && { metric }),
  };
}

export function pageNamed(name: string): PageName {
  return PAGES.find((page) => page === name) ?? 'compare';
}

/** The world of a step: its own, or that of the step before it which had one. */
export function startOfStep(steps: readonly LessonStep[], at: number): LessonStart | null {
  return steps.slice(0, at + 1).findLast(({ start }) => start !== undefined)?.start ?? null;
}

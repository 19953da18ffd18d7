import { comparedWeeks } from '../../sim/experiment/compare-result.ts';
import { type Goal, type Lesson, type LessonStart, type LessonStep, numberAt } from '../../sim/lesson/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import type { Scenario } from '../../sim/scenario/index.ts';
import { type Draft, PAGES } from '../state/app-state.ts';
import { SCENARIO_PRESETS } from '../state/presets.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { changed, draftOfStart, startOfStep } from './lesson-world.ts';

/** Whether all that a lesson names is there: scenarios, parameters, strategies, weeks and pages. @throws InputError at the first that is not */
export function checkLesson({ steps }: Lesson, file: string | null): void {
  for (const [n, step] of steps.entries()) within(file, `steps.${n}`, () => checkStep(step, startOfStep(steps, n)));
}

function checkStep(step: LessonStep, start: LessonStart | null): void {
  const { predict, goal } = step;
  if (step.start !== undefined) checkStart(step.start);
  if (start === null) {
    if (predict !== undefined || goal !== undefined) refuse('start', 'none', 'one here or in a step before, where something is asked');
    return;
  }
  const draft = draftOfStart(start);
  const scenario = scenarioOf(draft);
  for (const [k, { when }] of (predict?.options ?? []).entries()) {
    if (when !== undefined) checkCondition(when, `predict.options.${k}.when`, start, scenario);
  }
  if (goal === undefined) return;
  // A goal may ask of a week that only its solution has.
  checkCondition(goal.when, 'goal.when', start, scenarioOf(solved(goal.solution, draft)));
}

function checkStart(start: LessonStart): void {
  const presets = SCENARIO_PRESETS.map(({ id }) => id);
  expectOneOf('start.scenario', start.scenario, presets);
  expectOneOf('start.page', start.page, PAGES);
  const { strategies } = within(null, 'start.changes', () => scenarioOf(draftOfStart(start)));
  const names = strategies.map(({ name }) => name);
  for (const [k, name] of start.shown.entries()) expectOneOf(`start.shown.${k}`, name, names);
}

function checkCondition(when: Goal, path: string, { shown }: LessonStart, scenario: Scenario): void {
  if (when.kind === 'page') expectOneOf(`${path}.page`, when.page, PAGES);
  else if (when.kind === 'setting') {
    if (numberAt(scenario, when.path) === null) refuse(`${path}.path`, `"${when.path}"`, 'the path of a number of the scenario');
  } else {
    const weeks = comparedWeeks(scenario.horizon);
    if (!weeks.includes(when.week)) refuse(`${path}.week`, String(when.week), `one of ${weeks.join(', ')}`);
    const named: Readonly<Record<string, string>> =
      when.kind === 'level' ? { strategy: when.strategy } : { first: when.first, second: when.second };
    for (const [key, name] of Object.entries(named)) expectOneOf(`${path}.${key}`, name, shown);
  }
}

function solved({ changes, page }: NonNullable<LessonStep['goal']>['solution'], draft: Draft): Draft {
  if (page !== undefined) expectOneOf('goal.solution.page', page, PAGES);
  return within(null, 'goal.solution.changes', () => changed(draft, changes));
}

function expectOneOf(path: string, found: string, allowed: readonly string[]): void {
  if (!allowed.includes(found)) refuse(path, `"${found}"`, `one of ${allowed.join(', ')}`);
}

function refuse(path: string, found: string, allowed: string): never {
  throw new InputError(`${path}: found ${found}, allowed is ${allowed}`, { path, found, allowed });
}

/** What goes wrong in it lies at a place of the file. */
function within<T>(file: string | null, place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, path, found, allowed } = error;
    throw new InputError(`${place}.${message}`, { file, path: path === null ? place : `${place}.${path}`, found, allowed });
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type * as Library from '../../sim/index.ts';
import type { Scenario } from '../../sim/index.ts';
import {
  answerOf,
  isReached,
  LESSON_REPLICATES,
  type LessonStart,
  type LessonStep,
  parseLesson,
  type Situation,
} from '../../sim/lesson/index.ts';

/** The built library, so that workers run what is built. */
const { compare, loadScenario }: typeof Library = await import(pathToFileURL(resolve('dist/node/index.js')).href);

const FOLDER = resolve(import.meta.dirname, '../../scenarios/lessons');
const LESSONS = readdirSync(FOLDER).map((file) => [file, parseLesson(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')), file)] as const);

const worlds = new Map<string, Promise<Situation>>();

/** What a visitor has before them at the start of a step, with changes. Steps often share a world. */
function situationAt(start: LessonStart, changes: LessonStart['changes'] = {}, page = start.page): Promise<Situation> {
  const given = { ...start.changes, ...changes, strategies: start.shown, replicates: LESSON_REPLICATES };
  const key = JSON.stringify([start.scenario, given]);
  const assignments = Object.entries(given).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
  const made =
    worlds.get(key) ??
    loadScenario(start.scenario, assignments).then(async (scenario: Scenario) => ({ result: await compare(scenario), scenario, page }));
  worlds.set(key, made);
  return made.then((situation) => ({ ...situation, page }));
}

test.each(LESSONS)(
  '%s: the model answers every question, and every goal is open at first and reached by its solution',
  async (_, lesson) => {
    let start: LessonStart | undefined;
    for (const step of lesson.steps as readonly LessonStep[]) {
      start = step.start ?? start;
      if (start === undefined) throw new Error(`"${step.title}" has no world`);
      const { predict, goal } = step;
      if (predict !== undefined) {
        const answer = answerOf(predict.options, await situationAt(start));
        expect(answer, `${step.title}: ${predict.question}`).not.toBeNull();
        console.log(`${lesson.title} / ${predict.question} ${predict.options[answer as number].text}`);
      }
      if (goal !== undefined) {
        expect(isReached(goal.when, await situationAt(start)), `${step.title}, before`).not.toBe(true);
        const { changes, page } = goal.solution;
        expect(isReached(goal.when, await situationAt(start, changes, page)), `${step.title}, solved`).toBe(true);
      }
    }
  },
);

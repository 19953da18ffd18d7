import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import {
  answerOf,
  type Goal,
  goalInWords,
  isReached,
  LESSON_REPLICATES,
  type Lesson,
  parseLesson,
  type Situation,
} from '../../sim/lesson/index.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import { checkLesson } from '../../ui/lesson/check-lesson.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios/lessons');
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>;
const LESSONS = readdirSync(FOLDER).map((file): [string, Lesson] => [file, parseLesson(read(file), file)]);

/** A lesson of somebody's own. */
const OWN = {
  title: 'Mine',
  about: 'Who needs it.',
  minutes: 5,
  steps: [
    {
      title: 'Who is ahead?',
      text: ['Say it first.'],
      start: { scenario: 'default', changes: { horizon: 52 }, shown: ['push', 'learn-and-relate'], page: 'compare' },
      predict: {
        question: 'Who?',
        options: [
          { text: 'push', when: { kind: 'ahead', metric: 'margin', week: 52, first: 'push', second: 'learn-and-relate' } },
          { text: 'not push' },
        ],
      },
    },
    {
      title: 'More need',
      text: ['Raise it.'],
      goal: {
        task: 'Raise it.',
        when: { kind: 'setting', path: 'market.need', above: 0.4 },
        solution: { changes: { 'market.need': 0.5 } },
      },
    },
  ],
};

/** A comparison of two strategies in which "a" has a margin of 10 to 12 and "b" of 1 to 3 after 52 weeks. */
function comparison(verdict: 'a' | 'b' | 'tie' | 'undecided', replicates = LESSON_REPLICATES): CompareResult {
  const strategy = (name: string, low: number, high: number) => ({
    name,
    weekly: {},
    atWeek: [{ week: 52, metrics: { margin: { mean: (low + high) / 2, low, high } } }],
  });
  return {
    replicates,
    metricInfo: { margin: { unit: 'currency per head', better: 'higher' } },
    strategies: [strategy('a', 10, 12), strategy('b', 1, 3)],
    comparisons: [
      { metric: 'margin', week: 52, a: 'a', b: 'b', difference: { mean: 9, low: 7, high: 11 }, probabilityABeatsB: 1, verdict },
    ],
  } as unknown as CompareResult;
}

const scenario = parseScenario({ name: 'test', horizon: 52, brands: [{ familiarity: 0.25 }] });
const situation = (result: CompareResult | null, page = 'compare'): Situation => ({ result, scenario, page });
const pair = { metric: 'margin', week: 52 } as const;
const AHEAD: Goal = { kind: 'ahead', ...pair, first: 'a', second: 'b' };
const BEHIND: Goal = { kind: 'ahead', ...pair, first: 'b', second: 'a' };

describe('a goal', () => {
  test('of who is ahead is reached where the verdict says so, from either side', () => {
    expect([AHEAD, BEHIND].map((goal) => isReached(goal, situation(comparison('a'))))).toEqual([true, false]);
    expect([AHEAD, BEHIND].map((goal) => isReached(goal, situation(comparison('b'))))).toEqual([false, true]);
    expect([AHEAD, BEHIND].map((goal) => isReached(goal, situation(comparison('undecided'))))).toEqual([false, false]);
  });

  test('of what the model says stays open while runs are too few, are of another scenario, or lack the week or strategy', () => {
    expect(isReached(AHEAD, situation(comparison('a', LESSON_REPLICATES - 1)))).toBeNull();
    expect(isReached(AHEAD, situation(null))).toBeNull();
    expect(isReached({ ...AHEAD, week: 156 }, situation(comparison('a')))).toBeNull();
    expect(isReached({ ...AHEAD, first: 'c' }, situation(comparison('a')))).toBeNull();
  });

  test('of no difference is reached by a tie and where nothing can be told', () => {
    const goal: Goal = { ...AHEAD, kind: 'undecided' };
    expect((['a', 'b', 'tie', 'undecided'] as const).map((verdict) => isReached(goal, situation(comparison(verdict))))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('of a level wants the whole interval', () => {
    const level = (bounds: { above?: number; below?: number }) =>
      isReached({ kind: 'level', ...pair, strategy: 'a', ...bounds }, situation(comparison('a')));
    expect([level({ above: 9 }), level({ above: 11 }), level({ below: 13 }), level({ below: 11 }), level({ above: 9, below: 13 })]).toEqual(
      [true, false, true, false, true],
    );
    expect(isReached({ kind: 'level', ...pair, strategy: 'c', above: 0 }, situation(comparison('a')))).toBeNull();
  });

  test('of a setting and of a page needs no run', () => {
    expect(isReached({ kind: 'setting', path: 'brands.0.familiarity', above: 0.2 }, situation(null))).toBe(true);
    expect(isReached({ kind: 'setting', path: 'horizon', below: 52 }, situation(null))).toBe(false);
    expect(isReached({ kind: 'setting', path: 'no.such', above: 0 }, situation(null))).toBe(false);
    expect(isReached({ kind: 'page', page: 'tribes' }, situation(null, 'tribes'))).toBe(true);
    expect(isReached({ kind: 'page', page: 'tribes' }, situation(null))).toBe(false);
  });

  test('is told in words', () => {
    expect(goalInWords(AHEAD)).toBe('a is ahead of b in margin after 52 weeks');
    expect(goalInWords({ kind: 'level', metric: 'adoption', week: 13, strategy: 'push', above: 0.1, below: 0.5 })).toMatch(
      /^adoption under push after 13 weeks is above 10.* and below 50/,
    );
  });
});

test('a question is answered by the first option that holds, else by the one without a condition, and not before it can be told', () => {
  const options = [{ text: 'a', when: AHEAD }, { text: 'b', when: BEHIND }, { text: 'neither' }];
  expect(answerOf(options, situation(comparison('a')))).toBe(0);
  expect(answerOf(options, situation(comparison('b')))).toBe(1);
  expect(answerOf(options, situation(comparison('undecided')))).toBe(2);
  expect(answerOf(options, situation(comparison('undecided', 8)))).toBeNull();
  expect(answerOf(options.slice(0, 2), situation(comparison('tie')))).toBeNull();
});

test('a lesson that cannot be used says where, what was found and what is allowed', () => {
  const good = read('tribes.json');
  expect(() => parseLesson({ ...good, minutes: 0 }, 'mine.json')).toThrow(/minutes: found 0, allowed is at least 1/);
  expect(() => parseLesson({ ...good, steps: [] }, 'mine.json')).toThrow(/steps/);
  const misspelt = JSON.parse(JSON.stringify(good).replaceAll('"crossTribeShare"', '"crossTribe"')) as unknown;
  expect(() => parseLesson(misspelt, 'mine.json')).toThrow(/crossTribe/);
});

test.each(LESSONS)('%s names scenarios, parameters, strategies, weeks and pages that there are', (file, lesson) => {
  expect(() => checkLesson(lesson, file)).not.toThrow();
});

test.each([
  ['"scenario":"default"', '"scenario":"no-such"', 'steps.0.start.scenario', /"no-such".*default/],
  ['"page":"compare"', '"page":"nowhere"', 'steps.0.start.page', /"nowhere".*compare/],
  ['"shown":["push"', '"shown":["pull"', 'steps.0.start.shown.0', /"pull".*push/],
  ['"horizon":52', '"horizons":52', 'steps.0.start.changes', /horizons.*did you mean "horizon"/],
  ['"horizon":52', '"horizon":-1', 'steps.0.start.changes.horizon', /-1/],
  ['"week":52', '"week":51', 'steps.0.predict.options.0.when.week', /51.*13, 52/],
  ['"first":"push"', '"first":"hybrid"', 'steps.0.predict.options.0.when.first', /"hybrid".*push, learn-and-relate/],
  ['"path":"market.need"', '"path":"market.greed"', 'steps.1.goal.when.path', /market\.greed/],
  ['"market.need":0.5', '"market.need":5', 'steps.1.goal.solution.changes.market.need', /5/],
  ['"start":{', '"start":null,"x":{', 'steps.0', /./],
])('a lesson that says %s as %s is refused at its place', (right, wrong, path, message) => {
  const text = JSON.stringify(OWN);
  expect(text).toContain(right);
  expect(() => checkLesson(parseLesson(OWN), null)).not.toThrow();
  expect(() => checkLesson(parseLesson(JSON.parse(text.replace(right, wrong)), 'mine.json'), 'mine.json')).toThrow(
    expect.objectContaining({
      file: 'mine.json',
      path: expect.stringContaining(path) as string,
      message: expect.stringMatching(message) as string,
    }),
  );
});

test('a question needs a world in which it is asked', () => {
  const [{ start: _, ...first }, ...rest] = OWN.steps;
  expect(() => checkLesson(parseLesson({ ...OWN, steps: [first, ...rest] }), null)).toThrow(/steps\.0\.start: found none/);
});

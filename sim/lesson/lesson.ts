import { z } from 'zod';
import { explainIssues, SCENARIO_FORMAT } from '../scenario/index.ts';
import { goalSchema, metric } from './goal.ts';

const line = z.string().min(1).max(200);
const paragraphs = z.array(z.string().min(1).max(2000)).min(1).max(12);
const changes = z.record(z.string().min(1).max(200), z.json()).meta({ description: 'values of the scenario by path' });
const strategy = z.string().min(1).max(80);

const start = z
  .strictObject({
    scenario: z.string().min(1).max(80).default('default').meta({ description: 'a scenario that ships' }),
    changes: changes.default({}),
    shown: z.array(strategy).min(1).max(12).meta({ description: 'strategies that are run' }),
    page: z.string().min(1).max(40).default('compare'),
    metric: metric.optional().meta({ description: 'metric of the difference chart' }),
    week: z.int().min(1).optional(),
    lines: z.boolean().default(false).meta({ description: 'every run as a line' }),
  })
  .meta({ description: 'the world in which the step takes place' });

const step = z.strictObject({
  title: line,
  text: paragraphs,
  start: start.optional(),
  predict: z
    .strictObject({
      question: line,
      options: z
        .array(z.strictObject({ text: line, when: goalSchema.optional().meta({ description: 'without one: when no other holds' }) }))
        .min(2)
        .max(6),
    })
    .optional()
    .meta({ description: 'asked before the start is run; the model answers' }),
  goal: z
    .strictObject({
      task: z.string().min(1).max(600),
      when: goalSchema,
      hint: z.string().min(1).max(600).optional(),
      solution: z
        .strictObject({ changes: changes.default({}), page: z.string().min(1).max(40).optional() })
        .meta({ description: 'one way to reach it' }),
    })
    .optional(),
  explain: paragraphs.optional().meta({ description: 'shown when the model has answered, or the goal is reached' }),
});

const lessonSchema = z
  .strictObject({
    $schema: z.string().optional(),
    swaylab: z.literal(SCENARIO_FORMAT).default(SCENARIO_FORMAT).meta({ description: 'version of the format' }),
    title: line,
    about: z.string().min(1).max(400),
    minutes: z.int().min(1).max(180).meta({ description: 'how long it takes' }),
    steps: z.array(step).min(1).max(30),
    sources: z.array(z.string().min(1).max(300)).max(30).default([]),
  })
  .meta({ title: 'Swaylab lesson', description: 'Steps that tell, ask before they run, and set goals that are checked on the model.' });

/** A lesson as data: what is told, asked and to be reached. Nothing in it says what the model answers. */
export type Lesson = Omit<z.output<typeof lessonSchema>, '$schema'>;
export type LessonStep = Lesson['steps'][number];
export type LessonStart = NonNullable<LessonStep['start']>;

/** Validates a lesson. @throws InputError that names the place, what was found and what is allowed */
export function parseLesson(given: unknown, file: string | null = null): Lesson {
  const result = lessonSchema.safeParse(given, { reportInput: true });
  if (!result.success) throw explainIssues(result.error.issues, file, lessonSchema);
  const { $schema: _, ...lesson } = result.data;
  return lesson;
}

/** JSON Schema (draft 2020-12) of what a lesson may hold, for editors. */
export function lessonJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(lessonSchema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}

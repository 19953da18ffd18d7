import { z } from 'zod';
import type { Strategy } from '../../brand/index.ts';
import { explainIssues, SCENARIO_FORMAT, SCENARIO_LIMITS, scenarioSchemas } from '../../scenario/index.ts';
import { METRICS, type MetricName } from '../metrics.ts';
import type { JsonValue } from './factor.ts';

/** What an experiment may ask for. */
export const EXPERIMENT_LIMITS = { factors: 400, levels: 10_000, points: 1_000_000, constraints: 64 } as const;

const json: z.ZodType<JsonValue> = z.json();
const points = z.int().min(1).max(EXPERIMENT_LIMITS.points);

const factorRange = z
  .strictObject({
    range: z.tuple([z.number(), z.number()]).optional().meta({ description: "from, to; without it the parameter's plausible range" }),
    scale: z.enum(['linear', 'log']).optional().meta({ description: 'log where the range spans a factor of ten, unless said otherwise' }),
    steps: z.int().min(2).max(EXPERIMENT_LIMITS.levels).optional().meta({ description: 'levels in a full factorial' }),
  })
  .meta({ description: 'a range' });

const factor = z.union([z.number(), z.string(), z.boolean(), z.array(json).min(1).max(EXPERIMENT_LIMITS.levels), factorRange]).meta({
  description: 'a list: its elements are the levels (a whole vector or network is an element); an object: a range; else a constant',
});

const design = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('explicit'),
      points: z
        .array(z.record(z.string(), json))
        .min(1)
        .max(EXPERIMENT_LIMITS.points)
        .optional()
        .meta({ description: 'each point: value by path' }),
      file: z.string().min(1).optional().meta({ description: 'CSV beside this file: a column for each path, a row for each point' }),
    })
    .refine((given) => (given.points === undefined) !== (given.file === undefined), { error: 'either points or a file is needed' })
    .meta({ description: 'points of your own' }),
  z
    .strictObject({
      kind: z.literal('factorial'),
      levels: z.int().min(2).max(EXPERIMENT_LIMITS.levels).default(3).meta({ description: 'levels of each range' }),
    })
    .meta({ description: 'every combination of all levels; the first factor changes slowest' }),
  z
    .strictObject({ kind: z.literal('latin-hypercube'), points, maximin: z.boolean().default(true).meta({ description: 'spread out' }) })
    .meta({ description: 'each factor in equal strata, one point in each' }),
  z
    .strictObject({ kind: z.literal('sobol'), points, scramble: z.boolean().default(true) })
    .meta({ description: 'Sobol sequence, Owen-scrambled; a power of two of points is best' }),
  z
    .strictObject({
      kind: z.literal('morris'),
      trajectories: points.default(20),
      levels: z
        .int()
        .min(2)
        .max(64)
        .refine((given) => given % 2 === 0, { error: 'an even number is needed' })
        .default(4)
        .meta({ description: 'levels of the grid' }),
    })
    .meta({ description: 'Morris trajectories: each factor moved once from random starts' }),
  z
    .strictObject({ kind: z.literal('saltelli'), points: points.default(128) })
    .meta({ description: 'Saltelli sample for Sobol indices: points x (factors + 2) rows; a power of two of points is best' }),
]);

const metricNames = METRICS.map(({ name }) => name) as unknown as [MetricName, ...MetricName[]];

/** The JSON of an experiment: which points of a scenario's parameters are run, how often, and what is kept of them. */
const experimentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    swaylab: z.literal(SCENARIO_FORMAT).default(SCENARIO_FORMAT).meta({ description: 'version of the format' }),
    name: z.string().min(1).max(80).meta({ description: 'name of the experiment' }),
    story: z.string().max(SCENARIO_LIMITS.text).default('').meta({ description: 'what it asks' }),
    scenario: z
      .union([z.string().min(1), z.record(z.string(), z.unknown())])
      .default('default')
      .meta({ description: 'a file beside this one, the name of a shipped scenario, or a scenario itself' }),
    strategies: scenarioSchemas().strategies.optional().meta({ description: "in place of the scenario's" }),
    factors: z
      .record(z.string().min(1), factor)
      .refine((given) => Object.keys(given).length <= EXPERIMENT_LIMITS.factors, { error: `at most ${EXPERIMENT_LIMITS.factors} factors` })
      .default({})
      .meta({ description: 'parameters by path; what is not named stays as the scenario has it' }),
    design,
    constraints: z
      .array(z.string().min(1).max(400))
      .max(EXPERIMENT_LIMITS.constraints)
      .default([])
      .meta({ description: 'conditions such as "brands.0.margin < brands.0.price"; points that break one are not run' }),
    replicates: z.int().min(1).max(SCENARIO_LIMITS.replicates).default(30).meta({ description: 'replicates of every point' }),
    seed: z.string().min(1).max(200).optional().meta({ description: "the scenario's unless given" }),
    outputs: z
      .strictObject({
        metrics: z.array(z.enum(metricNames)).min(1).optional().meta({ description: 'all unless given' }),
        weeks: z
          .array(z.int().min(1).max(SCENARIO_LIMITS.horizon))
          .min(1)
          .optional()
          .meta({ description: '13, 52, 156 and the last unless given' }),
      })
      .default({})
      .meta({ description: 'what is kept of each run' }),
  })
  .meta({ title: 'Swaylab experiment', description: 'A scenario run at the points of a design.' });

/** A validated experiment. Its scenario is named or included, not yet read. */
export type Experiment = Omit<z.output<typeof experimentSchema>, '$schema' | 'strategies'> & { readonly strategies?: Strategy[] };
export type DesignSettings = Experiment['design'];
export type GivenFactor = Experiment['factors'][string];

/** Validates an experiment file. @throws InputError that names the place, what was found and what is allowed */
export function parseExperiment(given: unknown, file: string | null = null): Experiment {
  const result = experimentSchema.safeParse(given, { reportInput: true });
  if (!result.success) throw explainIssues(result.error.issues, file, experimentSchema);
  const { $schema: _, ...experiment } = result.data;
  return experiment as unknown as Experiment;
}

/** JSON Schema (draft 2020-12) of what an experiment file may hold, for editors. */
export function experimentJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(experimentSchema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}

import { z } from 'zod';
import { BRAND_MECHANISMS, BRAND_PARAMETERS, MAXIMUM_BRANDS, NOTHING, PRESETS, type Strategy, TACTICS } from '../brand/index.ts';
import { CONSUMER_MECHANISMS } from '../consumer/catalogue.ts';
import { DRIVE_NAMES } from '../consumer/state.ts';
import { MARKET_PARAMETERS, type MarketSettings, MECHANISMS, ties } from '../market/settings.ts';
import type { NetworkSpec } from '../network/generators.ts';
import { NETWORK_KINDS } from '../network/kinds.ts';
import type { MechanismTable, Parameter, ParameterTable } from '../parameter/index.ts';

// A strict Content-Security-Policy forbids the code generation that zod would otherwise probe for.
z.config({ jitless: true });

export const SCENARIO_FORMAT = 1;
export const SCENARIO_LIMITS = { bytes: 1 << 20, horizon: 1040, strategies: 24, keyframes: 64, text: 20000, replicates: 100000 } as const;

/** A validated scenario: every parameter has a value. */
export interface Scenario extends MarketSettings {
  swaylab: number;
  name: string;
  story: string;
  network: NetworkSpec & { readonly redraw: 'replicate' | 'once' };
  strategies: Strategy[];
  seed: string;
  replicates: number;
}

function parameterSchema(parameter: Parameter): z.ZodType {
  const meta = {
    description: parameter.meaning,
    source: parameter.source,
    ...(parameter.type !== 'choice' && { unit: parameter.unit, plausible: [...parameter.range] }),
  };
  switch (parameter.type) {
    case 'choice':
      return z
        .enum(parameter.options as [string, ...string[]])
        .default(parameter.default)
        .meta(meta);
    case 'vector':
      return z
        .array(bounded(z.number(), parameter.allowed))
        .length(parameter.elements.length)
        .default([...parameter.default])
        .meta({ ...meta, elements: [...parameter.elements] });
    case 'integer':
      return bounded(z.int(), parameter.allowed).default(parameter.default).meta(meta);
    default:
      return bounded(z.number(), parameter.allowed).default(parameter.default).meta(meta);
  }
}

function bounded(schema: z.ZodNumber, [low, high]: readonly [number, number]): z.ZodNumber {
  return schema.min(low).max(high);
}

function shapeOf(table: ParameterTable): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(table).map(([name, parameter]) => [name, parameterSchema(parameter)]));
}

function tableSchema(table: ParameterTable, description: string) {
  return z.strictObject(shapeOf(table)).prefault({}).meta({ description });
}

function mechanismsSchema(table: MechanismTable, description: string) {
  const shape = Object.fromEntries(Object.entries(table).map(([key, each]) => [key, tableSchema(each.parameters, each.meaning)]));
  return z.strictObject(shape).prefault({}).meta({ description });
}

/** Schemas of a scenario, and of the strategies to compare as it lists them. */
type Schemas = ReturnType<typeof buildSchemas>;
let built: Schemas | null = null;

/** Built when they are first asked for, which takes some time: a page opens with a scenario that was parsed before. */
export function scenarioSchemas(): Schemas {
  built ??= buildSchemas();
  return built;
}

function buildSchemas() {
  const switches = Object.fromEntries(
    Object.entries(MECHANISMS)
      .filter(([, each]) => each.off !== null)
      .map(([key, each]) => [key, z.boolean().default(true).meta({ description: each.meaning })]),
  );

  const share = z.number().min(0).max(1);
  const shares = z
    .strictObject(Object.fromEntries(TACTICS.map((tactic) => [tactic, share.optional()])))
    .refine((given) => sum(Object.values(given)) <= 1 + 1e-9, { error: 'shares of a week must not add up to more than 1' });

  const week = z.int().min(0).max(SCENARIO_LIMITS.horizon);
  /** Names are shown in terminals, which obey control characters. */
  const label = z
    .string()
    .min(1)
    .max(80)
    .regex(/^\P{Cc}*$/u, 'control characters are not allowed');
  const text = z
    .string()
    .max(SCENARIO_LIMITS.text)
    .regex(/^[\P{Cc}\n\r\t]*$/u, 'of control characters, only line ends and tabs are allowed');

  const strategyDefinition = z
    .strictObject({
      name: label.meta({ description: 'a label; no mechanism reads it' }),
      plan: z
        .array(z.strictObject({ week, shares, linear: z.boolean().optional() }))
        .max(SCENARIO_LIMITS.keyframes)
        .refine(ascending, { error: 'weeks must ascend' })
        .meta({ description: "shares of the week's money by tactic, from each week on; linear: moving evenly to the next" }),
      claims: z.array(z.enum(DRIVE_NAMES)).min(1).max(4).default(['acquire']).meta({ description: 'drives that its messages address' }),
      budget: z
        .array(z.strictObject({ week, level: z.number().min(0).max(1e6), linear: z.boolean().optional() }))
        .min(1)
        .max(SCENARIO_LIMITS.keyframes)
        .refine(ascending, { error: 'weeks must ascend' })
        .optional()
        .meta({ description: 'relative spending over time; every strategy has the same present value' }),
      feedback: z.boolean().optional().meta({ description: 'move money towards answering when complaints are heard' }),
    })
    .refine(({ name, plan }) => name !== NOTHING.name || plan.every((frame) => sum(Object.values(frame.shares)) === 0), {
      path: ['plan'],
      error: `"${NOTHING.name}" is the reference that spends nothing: leave its plan empty, or give the strategy another name`,
    })
    .meta({ description: 'a strategy: budget shares over tactics' });

  const presetName = z.enum(PRESETS.map((preset) => preset.name) as [string, ...string[]]).transform((name) => {
    const preset = PRESETS.find((each) => each.name === name);
    return preset as Strategy;
  });

  const strategy = z.union([presetName, strategyDefinition]).meta({ description: "a preset's name or a definition" });

  const brand = z
    .strictObject({
      name: label.default('brand').meta({ description: 'a label; no mechanism reads it' }),
      ...shapeOf(BRAND_PARAMETERS),
      strategy: strategy
        .nullable()
        .default(null)
        .meta({ description: "what this brand does; the first brand's is compared and stays empty" }),
    })
    .meta({ description: 'a brand' });

  const networkKinds = Object.entries(NETWORK_KINDS).map(([kind, generator]) =>
    z.strictObject({
      kind: z.literal(kind),
      ...shapeOf(generator.parameters),
      redraw: z.enum(['replicate', 'once']).default('replicate').meta({ description: 'a new network for every replicate, or one for all' }),
    }),
  );

  const strategies = z.array(strategy).min(1).max(SCENARIO_LIMITS.strategies);

  const scenario = z
    .strictObject({
      $schema: z.string().optional(),
      swaylab: z.literal(SCENARIO_FORMAT).default(SCENARIO_FORMAT).meta({ description: 'version of the format' }),
      name: label.meta({ description: 'name of the scenario' }),
      story: text.default('').meta({ description: 'what the scenario is about, and its point' }),
      market: tableSchema(MARKET_PARAMETERS, 'the market: its size, its money, its category'),
      network: z
        .discriminatedUnion('kind', networkKinds as unknown as [(typeof networkKinds)[number], ...(typeof networkKinds)[number][]])
        .prefault({ kind: 'tribal' } as never)
        .meta({ description: 'who knows whom' }),
      consumers: mechanismsSchema(CONSUMER_MECHANISMS, 'how consumers work, mechanism by mechanism'),
      tactics: mechanismsSchema(BRAND_MECHANISMS, 'what money buys'),
      ties: tableSchema(ties.parameters, ties.meaning),
      brands: z
        .array(brand)
        .min(1)
        .max(MAXIMUM_BRANDS)
        .prefault([{}])
        .meta({ description: 'competing brands; strategies are compared on the first' }),
      strategies: strategies
        .prefault(PRESETS.map((preset) => preset.name) as never)
        .meta({ description: 'strategies to compare; `nothing` is always added as the reference' }),
      mechanisms: z.strictObject(switches).prefault({}).meta({ description: 'switches, for ablations' }),
      horizon: z.int().min(1).max(SCENARIO_LIMITS.horizon).default(156).meta({ description: 'weeks', unit: 'weeks' }),
      seed: z.string().min(1).max(200).default('swaylab').meta({ description: 'any text; equal seeds give equal results' }),
      replicates: z.int().min(1).max(SCENARIO_LIMITS.replicates).default(30).meta({ description: 'replicates of a comparison' }),
    })
    .superRefine((given, context) => {
      const users = sum(given.brands.map((each) => (each as unknown as { users: number }).users));
      if (users > 1)
        context.addIssue({
          code: 'custom',
          path: ['brands'],
          input: users,
          message: `users of all brands add up to ${users}, more than 1`,
        });
      const names = given.strategies.map((each) => each.name);
      const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
      if (twice >= 0)
        context.addIssue({
          code: 'custom',
          path: ['strategies', twice, 'name'],
          input: names[twice],
          message: `two strategies are named "${names[twice]}"`,
        });
      const [own] = given.brands;
      if (own !== undefined && own.strategy !== null) {
        context.addIssue({
          code: 'custom',
          path: ['brands', 0, 'strategy'],
          input: own.strategy,
          message: "the first brand's strategies are those compared: leave it empty",
        });
      }
    })
    .meta({ title: 'Swaylab scenario', description: 'A market, its brands and the strategies to compare.' });
  return { scenario, strategies };
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function ascending(frames: readonly { week: number }[]): boolean {
  return frames.every((frame, at) => at === 0 || frame.week > frames[at - 1].week);
}

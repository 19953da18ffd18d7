import { z } from 'zod';
import { pairSeenFrom } from '../chart/catalogue.ts';
import { summaryAt } from '../chart/contest.ts';
import { formatValue } from '../chart/format.ts';
import { metricTitle } from '../chart/metric-text.ts';
import { METRICS, type MetricName } from '../experiment/metrics.ts';
import type { CompareResult } from '../experiment/result-schema.ts';
import type { Scenario } from '../scenario/index.ts';

/** Replicates before a lesson says what the model says: fewer may still change their mind. */
export const LESSON_REPLICATES = 50;

/** A metric by its name. */
export const metric = z.enum(METRICS.map(({ name }) => name) as [MetricName, ...MetricName[]]);
const week = z.int().min(1).meta({ description: 'a compared week: 13, 52, 156 or the last' });
const strategy = z.string().min(1).max(80);
const pair = { metric, week, first: strategy, second: strategy };
const bounds = { above: z.number().optional(), below: z.number().optional() };

/** A condition on what the model says, on the scenario or on what is looked at. */
export const goalSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ahead'), ...pair }).meta({ description: 'the first strategy beats the second, decided' }),
    z.strictObject({ kind: z.literal('undecided'), ...pair }).meta({ description: 'neither can be told to beat the other' }),
    z
      .strictObject({ kind: z.literal('level'), metric, week, strategy, ...bounds })
      .meta({ description: 'the whole interval of a metric lies above, or below, a value' }),
    z
      .strictObject({ kind: z.literal('setting'), path: z.string().min(1).max(200), ...bounds })
      .meta({ description: 'a number of the scenario lies above, or below, a value' }),
    z.strictObject({ kind: z.literal('page'), page: z.string().min(1).max(40) }).meta({ description: 'a page of the screen is shown' }),
  ])
  .meta({ description: 'a condition' });

export type Goal = z.output<typeof goalSchema>;

/** What goals are checked on. */
export interface Situation {
  /** The comparison of this very scenario, as far as it has come; null while there is none. */
  readonly result: CompareResult | null;
  readonly scenario: Scenario;
  readonly page: string;
}

/** Whether a goal is reached; null as long as the runs are too few to tell, or were not asked for. */
export function isReached(goal: Goal, { result, scenario, page }: Situation): boolean | null {
  if (goal.kind === 'page') return page === goal.page;
  if (goal.kind === 'setting') return isWithin(numberAt(scenario, goal.path), goal);
  if (result === null || result.replicates < LESSON_REPLICATES) return null;
  if (goal.kind === 'level') {
    const found = result.strategies.find(({ name }) => name === goal.strategy);
    const summary = found === undefined ? null : summaryAt(found, goal.metric, goal.week);
    if (summary === null) return null;
    const whole = [summary.low, summary.high];
    return whole.some((end) => end === null) ? null : whole.every((end) => isWithin(end, goal));
  }
  const seen = pairSeenFrom(result, goal.metric, goal.week, goal.first, goal.second);
  if (seen === null) return null;
  if (goal.kind === 'ahead') return seen.verdict === 'better' || seen.verdict === 'higher';
  return seen.verdict === 'undecided' || seen.verdict === 'tie';
}

/** A goal in words. */
export function goalInWords(goal: Goal): string {
  switch (goal.kind) {
    case 'page':
      return `the page “${goal.page}” is shown`;
    case 'setting':
      return `${goal.path} is ${boundsInWords(goal, String)}`;
    case 'level': {
      const unit = METRICS.find(({ name }) => name === goal.metric)?.unit ?? '';
      const bound = boundsInWords(goal, (value) => formatValue(value, unit));
      return `${metricTitle(goal.metric).toLowerCase()} under ${goal.strategy} after ${goal.week} weeks is ${bound}`;
    }
    default: {
      const link = goal.kind === 'ahead' ? 'is ahead of' : 'cannot be told from';
      return `${goal.first} ${link} ${goal.second} in ${metricTitle(goal.metric).toLowerCase()} after ${goal.week} weeks`;
    }
  }
}

interface Bounds {
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

function isWithin(value: number | null, { above = -Infinity, below = Infinity }: Bounds): boolean {
  return value !== null && value > above && value < below;
}

function boundsInWords({ above, below }: Bounds, words: (value: number) => string): string {
  return [...(above === undefined ? [] : [`above ${words(above)}`]), ...(below === undefined ? [] : [`below ${words(below)}`])].join(
    ' and ',
  );
}

/** The number a scenario has at a dotted path; null where there is none. */
export function numberAt(scenario: Scenario, path: string): number | null {
  let node: unknown = scenario;
  for (const step of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = (node as Readonly<Record<string, unknown>>)[step];
  }
  return typeof node === 'number' ? node : null;
}

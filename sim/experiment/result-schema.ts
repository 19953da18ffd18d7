import { z } from 'zod';

/**
 * The document that `swaylab compare --json` prints. This schema is the one definition of it: the TypeScript types and the published
 * JSON Schema are derived. A value that is undefined (no return on marketing without spending, no interval from one replicate) is null.
 */
const value = z.number().nullable();
const week = z.int().min(1).describe('number of weeks that have passed: 13 is the state after the thirteenth week');

const quantities = {
  mean: value.describe('mean over replicates'),
  low: value.describe('lower end of the 95 % t interval of the mean'),
  high: value.describe('upper end of the 95 % t interval of the mean'),
  q05: value.describe('5 % quantile over replicates'),
  q25: value.describe('25 % quantile'),
  q50: value.describe('median'),
  q75: value.describe('75 % quantile'),
  q95: value.describe('95 % quantile'),
};

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

export const compareResultSchema = z.strictObject({
  engine: z.string().describe('package version and hash of the code that computed the runs'),
  scenario: z.unknown().describe('the scenario after all overrides'),
  seed: z.string(),
  replicates: z.int().min(0).describe('replicates in which every strategy has run; all numbers below come from these'),
  digest: hex(64).describe('SHA-256 over the run digests in (strategy position, replicate) order'),
  runs: z.array(
    z.strictObject({
      strategy: z.string(),
      replicate: z.int().min(0),
      runId: hex(32).describe('identity of what was computed'),
      digest: hex(64).describe('SHA-256 over the weekly columns'),
    }),
  ),
  metricInfo: z.record(
    z.string(),
    z.strictObject({
      unit: z.string(),
      better: z.enum(['higher', 'lower']).nullable().describe('null: neither direction is better as such'),
    }),
  ),
  strategies: z.array(
    z.strictObject({
      name: z.string(),
      atWeek: z.array(z.strictObject({ week, metrics: z.record(z.string(), z.strictObject(quantities)) })),
      weekly: z.record(z.string(), z.array(z.strictObject({ week, ...quantities }))),
    }),
  ),
  comparisons: z
    .array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        metric: z.string(),
        week,
        difference: z
          .strictObject({ mean: value, low: value, high: value })
          .describe("mean of a - b over paired replicates, with the t interval at the level of Holm's correction within the metric"),
        probabilityABeatsB: value.describe('share of paired replicates in which a is better, plus half the ties'),
        verdict: z
          .enum(['a', 'b', 'tie', 'undecided'])
          .describe(
            'a or b is better (where neither direction is better as such: higher) if the interval excludes 0; tie if every paired difference is 0 or the interval lies within the margin asked for',
          ),
        statistics: z
          .strictObject({
            bca: z
              .strictObject({ low: z.number(), high: z.number() })
              .nullable()
              .describe(
                'BCa bootstrap interval of the mean difference: 95 %, for this pair alone; null for one replicate and for more than 2,000',
              ),
            effectSize: value.describe("mean difference in standard deviations of the single strategies, pooled: Hedges' g"),
            pairedEffectSize: value.describe(
              "mean difference in standard deviations of the paired differences: Cohen's d_z with Hedges' correction",
            ),
            varianceSaved: value.describe('share of the variance of the difference that common random numbers took away'),
          })
          .optional()
          .describe('effect sizes, in documents of the command line; null where nothing varies or a value is undefined'),
      }),
    )
    .describe('every unordered pair of strategies x metric x week'),
  reasons: z
    .array(
      z.strictObject({
        strategy: z.string(),
        week,
        purchases: z.strictObject(quantities).describe("purchases of the strategies' brand in weeks 1 to this, for each person"),
        shares: z.record(z.string(), z.strictObject(quantities)).describe('share of each reason; they add up to 1'),
      }),
    )
    .optional()
    .describe(
      'with --reasons, what spoke for purchases: the positive parts of the score of a choice, and of liking, familiarity and expectation what had built them',
    ),
  decision: z
    .strictObject({
      settled: z.boolean().describe('whether every pair of strategies is decided or a tie in this metric at this week'),
      metric: z.string(),
      week,
      error: z.number().describe('chance of any false verdict on a metric, over all looks at growing results'),
      margin: z.number().min(0).describe('differences of at most this size count as a tie'),
      looks: z.int().min(1).describe('how often the results were looked at; every interval above is at the level of the last look'),
    })
    .optional()
    .describe('where replicates were added until the ranking was settled'),
});

export type CompareResult = z.infer<typeof compareResultSchema>;
export type StrategyResult = CompareResult['strategies'][number];
export type WeekResult = StrategyResult['weekly'][string][number];
export type PairResult = CompareResult['comparisons'][number];
export type Verdict = PairResult['verdict'];
export type MetricInfo = CompareResult['metricInfo'][string];

/** The published JSON Schema of the document (draft 2020-12). */
export function compareResultJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(compareResultSchema), title: 'Result of swaylab compare' };
}

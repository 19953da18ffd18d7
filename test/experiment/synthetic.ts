import exp from '@stdlib/math-base-special-exp';
import { Comparison } from '../../sim/experiment/compare-result.ts';
import { runDigest } from '../../sim/experiment/digest.ts';
import { runId } from '../../sim/experiment/identity.ts';
import type { MetricName } from '../../sim/experiment/metrics.ts';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { COLUMNS, type ColumnName } from '../../sim/market/columns.ts';
import type { Recording } from '../../sim/market/recording.ts';
import { drawNormal } from '../../sim/random/index.ts';

export type ColumnValues = Partial<Record<ColumnName, readonly number[] | ((week: number, brand: number) => number)>>;

/** A recording with the columns given, 0 elsewhere. */
export function recordingOf(columns: ColumnValues, shape: { weeks: number; brands?: number } & Partial<Recording>): Recording {
  const { weeks, brands = 1 } = shape;
  const values = new Float64Array(COLUMNS.length * weeks * brands);
  COLUMNS.forEach(({ name }, position) => {
    const given = columns[name];
    for (let week = 0; week < weeks; week++) {
      for (let brand = 0; brand < brands; brand++) {
        values[(position * weeks + week) * brands + brand] = typeof given === 'function' ? given(week, brand) : (given?.[week] ?? 0);
      }
    }
  });
  return { population: 1000, people: 1_000_000, interest: 0, ...shape, brands, values };
}

export interface Arm {
  readonly name: string;
  /** Share of people who end up adopting. */
  readonly ceiling: number;
  /** Week at which half of them have. */
  readonly middle: number;
  readonly weeklySpend: number;
  /** How strongly the replicate's own luck, not shared between arms, moves the ceiling. */
  readonly noise?: number;
}

/** A run that looks like a market: logistic adoption whose level depends on luck that all arms of a replicate share. */
export function marketRun(arm: Arm, replicate: number, weeks: number): Recording {
  const luck = drawNormal(11, 22, replicate, 0) * 0.04 + drawNormal(33, arm.middle, replicate, 1) * (arm.noise ?? 0.01);
  const ceiling = Math.max(0.01, arm.ceiling * (1 + luck));
  const tried = (week: number) => (week < 0 ? 0 : Math.round((1000 * ceiling) / (1 + exp(-(week - arm.middle) / (arm.middle / 4 + 2)))));
  return recordingOf(
    {
      adopters: tried,
      aware: (week) => Math.min(1000, tried(week) * 1.3),
      active: (week) => Math.round(tried(week) * 0.7),
      purchases: (week) => tried(week) * 0.05,
      repeats: (week) => tried(week) * 0.04,
      positiveHeard: (week) => tried(week) * 0.06 * (1 + luck),
      negativeHeard: (week) => tried(week) * 0.02 * (1 - luck),
      knowledgeHeard: (week) => tried(week) * 0.01,
      affect: (week) => 0.4 * ceiling - 0.1 + week * 0.0005,
      fit: () => 0.5 + luck * 0.2,
      spend: () => arm.weeklySpend,
      revenue: (week) => tried(week) * 0.05 * 60 * 1000,
      grossMargin: (week) => tried(week) * 0.05 * 20 * 1000,
      lastTouchRevenue: (week) => (arm.weeklySpend > 0 ? tried(week) * 0.02 * 60 * 1000 : 0),
      satisfaction: (week) => (tried(week) > 0 ? 0.2 : Number.NaN),
      followers: (week) => tried(week) * 0.1,
    },
    { weeks, interest: 0.001 },
  );
}

export const ARMS: readonly Arm[] = [
  { name: 'nothing', ceiling: 0.05, middle: 60, weeklySpend: 0 },
  { name: 'push', ceiling: 0.62, middle: 30, weeklySpend: 20_000 },
  { name: 'learn-and-relate', ceiling: 0.44, middle: 70, weeklySpend: 20_000 },
  { name: 'hybrid', ceiling: 0.62, middle: 31, weeklySpend: 20_000, noise: 0.03 },
];

export function comparisonOf(options: {
  arms?: readonly Arm[];
  weeks?: number;
  replicates?: number;
  metrics?: readonly MetricName[];
  statistics?: boolean;
}): CompareResult {
  const { arms = ARMS, weeks = 156, replicates = 30, metrics, statistics = false } = options;
  const comparison = new Comparison({
    engine: '0.1.0+test',
    scenario: { name: 'synthetic' },
    seed: 'one',
    strategies: arms.map((arm) => arm.name),
    reference: 'nothing',
    weeks,
    metrics,
    statistics,
  });
  for (let replicate = 0; replicate < replicates; replicate++) {
    arms.forEach((arm, strategy) => {
      const recording = marketRun(arm, replicate, weeks);
      const id = runId({ scenario: 'synthetic', network: null, strategy: { ...arm }, engine: '0.1.0+test', seed: 'one', replicate });
      comparison.add({ strategy, replicate, runId: id, digest: runDigest(recording), recording });
    });
  }
  return comparison.result();
}

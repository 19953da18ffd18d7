import { metricMeaning } from '../../sim/chart/index.ts';
import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import { columnsOf, type Table, table } from '../../sim/store/codec/index.ts';

const QUANTITIES = ['mean', 'low', 'high', 'q05', 'q25', 'q50', 'q75', 'q95'] as const;
type Quantity = (typeof QUANTITIES)[number];

const QUANTITY_MEANINGS: Readonly<Record<Quantity, string>> = {
  mean: 'mean over replicates',
  low: 'lower end of the 95 % t interval of the mean',
  high: 'upper end of the 95 % t interval of the mean',
  q05: '5 % quantile over replicates',
  q25: '25 % quantile over replicates',
  q50: 'median over replicates',
  q75: '75 % quantile over replicates',
  q95: '95 % quantile over replicates',
};

type Entry = readonly [table: string, term: string, unit: string, meaning: string];

/** Columns that are there where the comparison computed them. */
const STATISTICS: readonly Entry[] = [
  ['differences', 'bcaLow, bcaHigh', "the metric's", 'ends of the 95 % interval of the difference by BCa bootstrap'],
  [
    'differences',
    'effectSize',
    'standard deviations',
    "Hedges' g: the difference in standard deviations of the strategies, pooled, above 0 where a is better",
  ],
  ['differences', 'pairedEffectSize', 'standard deviations', 'd_z: the difference in standard deviations of the paired differences'],
  ['differences', 'varianceSaved', 'share', 'of the variance of the difference, saved by common luck'],
];

/** A row a strategy, metric and week, with what the replicates gave. */
export function weeklyTable({ strategies, metricInfo }: CompareResult): Table {
  const rows = strategies.flatMap(({ name, weekly }) =>
    Object.entries(weekly).flatMap(([metric, weeks]) => weeks.map((week) => ({ name, metric, ...week }))),
  );
  const { texts, whole, numbers } = columnsOf(rows);
  return table(rows.length, [
    texts('strategy', ({ name }) => name),
    texts('metric', ({ metric }) => metric),
    texts('unit', ({ metric }) => metricInfo[metric].unit),
    whole('week', ({ week }) => week),
    ...QUANTITIES.map((quantity) => numbers(quantity, (row) => row[quantity])),
  ]);
}

/** What each column and each metric means: a row a term. */
export function dictionaryTable({ metricInfo, replicates, comparisons }: CompareResult): Table {
  const rows: Entry[] = [
    ['weekly', 'strategy', '', 'name of the strategy'],
    ['weekly', 'metric', '', 'name of the metric, explained below'],
    ['weekly', 'unit', '', 'unit of the metric'],
    ['weekly', 'week', 'weeks', 'weeks that have passed: 13 is the state after the thirteenth week'],
    ...QUANTITIES.map(
      (quantity) => ['weekly', quantity, "the metric's", `${QUANTITY_MEANINGS[quantity]} (${replicates}); empty where undefined`] as const,
    ),
    ['differences', 'a, b', '', 'the two strategies'],
    ['differences', 'difference', "the metric's", 'mean of a - b over paired replicates'],
    ['differences', 'low, high', "the metric's", "t interval at the level of Holm's correction within the metric"],
    ['differences', 'probabilityABeatsB', 'share', 'share of paired replicates in which a is better, plus half the ties'],
    ['differences', 'verdict', '', 'a or b is better, tie, or undecided'],
    ...(comparisons.some(({ statistics }) => statistics !== undefined) ? STATISTICS : []),
    ...Object.entries(metricInfo).map(([metric, { unit }]) => ['metrics', metric, unit, metricMeaning(metric)] as const),
  ];
  const { texts } = columnsOf(rows);
  return table(
    rows.length,
    ['table', 'term', 'unit', 'meaning'].map((name, at) => texts(name, (row) => row[at])),
  );
}

import { metricMeaning } from '../../sim/chart/index.ts';
import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import type { Table, TableColumn } from '../../sim/store/codec/index.ts';

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

/** A row a strategy, metric and week, with what the replicates gave. */
export function weeklyTable({ strategies, metricInfo }: CompareResult): Table {
  const rows = strategies.flatMap(({ name, weekly }) =>
    Object.entries(weekly).flatMap(([metric, weeks]) => weeks.map((week) => ({ name, metric, ...week }))),
  );
  return {
    rows: rows.length,
    columns: [
      texts(
        'strategy',
        rows.map(({ name }) => name),
      ),
      texts(
        'metric',
        rows.map(({ metric }) => metric),
      ),
      texts(
        'unit',
        rows.map(({ metric }) => metricInfo[metric].unit),
      ),
      { name: 'week', type: 'int32', values: Int32Array.from(rows, ({ week }) => week) },
      ...QUANTITIES.map((quantity) =>
        numbers(
          quantity,
          rows.map((row) => row[quantity]),
        ),
      ),
    ],
  };
}

/** A row a pair of strategies, metric and compared week. */
export function differencesTable({ comparisons }: CompareResult): Table {
  return {
    rows: comparisons.length,
    columns: [
      texts(
        'a',
        comparisons.map(({ a }) => a),
      ),
      texts(
        'b',
        comparisons.map(({ b }) => b),
      ),
      texts(
        'metric',
        comparisons.map(({ metric }) => metric),
      ),
      { name: 'week', type: 'int32', values: Int32Array.from(comparisons, ({ week }) => week) },
      numbers(
        'difference',
        comparisons.map(({ difference }) => difference.mean),
      ),
      numbers(
        'low',
        comparisons.map(({ difference }) => difference.low),
      ),
      numbers(
        'high',
        comparisons.map(({ difference }) => difference.high),
      ),
      numbers(
        'probabilityABeatsB',
        comparisons.map(({ probabilityABeatsB }) => probabilityABeatsB),
      ),
      texts(
        'verdict',
        comparisons.map(({ verdict }) => verdict),
      ),
    ],
  };
}

/** What each column and each metric means: a row a term. */
export function dictionaryTable({ metricInfo, replicates }: CompareResult): Table {
  const rows: (readonly [table: string, term: string, unit: string, meaning: string])[] = [
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
    ...Object.entries(metricInfo).map(([metric, { unit }]) => ['metrics', metric, unit, metricMeaning(metric)] as const),
  ];
  return {
    rows: rows.length,
    columns: ['table', 'term', 'unit', 'meaning'].map((name, at) =>
      texts(
        name,
        rows.map((row) => row[at]),
      ),
    ),
  };
}

function texts(name: string, values: readonly string[]): TableColumn {
  return { name, type: 'string', values };
}

/** What is undefined is not a number, which formats write as missing. */
function numbers(name: string, values: readonly (number | null)[]): TableColumn {
  return { name, type: 'float64', values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

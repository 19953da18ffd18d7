import type { MapResult } from '../../experiment/map/result.ts';
import type { CompareResult } from '../../experiment/result-schema.ts';
import type { SensitivityResult } from '../../experiment/sensitivity/result.ts';
import { columnsOf, type Table, table } from './table.ts';

/**
 * The table `comparisons`: a row a pair of strategies, metric and compared week, with the verdict and, where the comparison computed them, interval by
 * bootstrap, effect sizes and variance saved.
 */
export function comparisonsTable({ comparisons }: CompareResult): Table {
  const { texts, whole, numbers } = columnsOf(comparisons);
  const told = comparisons.some(({ statistics }) => statistics !== undefined);
  return table(comparisons.length, [
    texts('a', ({ a }) => a),
    texts('b', ({ b }) => b),
    texts('metric', ({ metric }) => metric),
    whole('week', ({ week }) => week),
    numbers('difference', ({ difference }) => difference.mean),
    numbers('low', ({ difference }) => difference.low),
    numbers('high', ({ difference }) => difference.high),
    numbers('probabilityABeatsB', ({ probabilityABeatsB }) => probabilityABeatsB),
    texts('verdict', ({ verdict }) => verdict),
    ...(told
      ? [
          numbers('bcaLow', ({ statistics }) => statistics?.bca?.low),
          numbers('bcaHigh', ({ statistics }) => statistics?.bca?.high),
          numbers('effectSize', ({ statistics }) => statistics?.effectSize),
          numbers('pairedEffectSize', ({ statistics }) => statistics?.pairedEffectSize),
          numbers('varianceSaved', ({ statistics }) => statistics?.varianceSaved),
        ]
      : []),
  ]);
}

/** The table `map`: a row a cell of each panel, with its place on every axis. */
export function mapTable({ axes, panels }: MapResult): Table {
  const cells = panels.flatMap((panel, number) =>
    panel.y.flatMap((y, row) =>
      panel.x.map((x, column) => ({
        number,
        place: [x, y, ...panel.fixed.map(({ value }) => value)],
        probability: panel.probability[row][column],
        low: panel.low[row][column],
        high: panel.high[row][column],
        ahead: panel.ahead[row][column],
      })),
    ),
  );
  const { whole, numbers } = columnsOf(cells);
  return table(cells.length, [
    whole('panel', ({ number }) => number),
    ...axes.map(({ path }, axis) => numbers(path, ({ place }) => place[axis])),
    ...(['probability', 'low', 'high', 'ahead'] as const).map((name) => numbers(name, (cell) => cell[name])),
  ]);
}

/** The table `sensitivity`: a row a factor of each output. What a method does not give has no column; what is undefined is missing. */
export function sensitivityTable({ method, factors, outputs }: SensitivityResult): Table {
  const rows = outputs.flatMap((output) =>
    factors.map(({ path }) => ({ output, path, effect: output.factors?.find((factor) => factor.path === path) })),
  );
  const { texts, whole, numbers } = columnsOf(rows);
  const interval = (name: 'mu' | 'muStar' | 'first' | 'total') => {
    const index = ({ effect }: (typeof rows)[number]) =>
      (effect as Partial<Record<typeof name, { estimate: number; low: number; high: number }>>)?.[name];
    return [
      numbers(name, (row) => index(row)?.estimate),
      numbers(`${name}Low`, (row) => index(row)?.low),
      numbers(`${name}High`, (row) => index(row)?.high),
    ];
  };
  const single = (name: 'sigma' | 'noise' | 'sigmaWithoutLuck' | 'muStarOfLuck') =>
    numbers(name, ({ effect }) => (effect as Partial<Record<typeof name, number | null>>)?.[name]);
  return table(rows.length, [
    texts('strategy', ({ output }) => output.strategy),
    texts('against', ({ output }) => output.against),
    texts('metric', ({ output }) => output.metric),
    whole('week', ({ output }) => output.week),
    texts('factor', ({ path }) => path),
    ...(method === 'morris'
      ? [...interval('mu'), ...interval('muStar'), single('sigma'), single('noise'), single('sigmaWithoutLuck'), single('muStarOfLuck')]
      : [...interval('first'), ...interval('total')]),
    numbers('varianceOfParameters', ({ output }) => output.split?.parameters),
    numbers('varianceOfLuck', ({ output }) => output.split?.luck),
  ]);
}

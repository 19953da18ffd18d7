import type { MapResult } from '../../experiment/map/result.ts';
import type { CompareResult } from '../../experiment/result-schema.ts';
import type { SensitivityResult } from '../../experiment/sensitivity/result.ts';
import { type Table, type TableColumn, table } from './table.ts';

const numbers = (name: string, values: Iterable<number | null | undefined>): TableColumn => ({
  name,
  type: 'float64',
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
});
const texts = (name: string, values: readonly (string | null)[]): TableColumn => ({ name, type: 'string', values });

/** The table `comparisons`: a row a pair of strategies, metric and compared week, with the verdict and everything that is said of the difference. */
export function comparisonsTable({ comparisons }: CompareResult): Table {
  type Pair = CompareResult['comparisons'][number];
  const column = (name: string, of: (pair: Pair) => number | null | undefined) => numbers(name, comparisons.map(of));
  return table(comparisons.length, [
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
    column('difference', ({ difference }) => difference.mean),
    column('low', ({ difference }) => difference.low),
    column('high', ({ difference }) => difference.high),
    column('probabilityABeatsB', ({ probabilityABeatsB }) => probabilityABeatsB),
    texts(
      'verdict',
      comparisons.map(({ verdict }) => verdict),
    ),
    column('bcaLow', ({ statistics }) => statistics?.bca?.low),
    column('bcaHigh', ({ statistics }) => statistics?.bca?.high),
    column('effectSize', ({ statistics }) => statistics?.effectSize),
    column('pairedEffectSize', ({ statistics }) => statistics?.pairedEffectSize),
    column('varianceSaved', ({ statistics }) => statistics?.varianceSaved),
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
  return table(cells.length, [
    { name: 'panel', type: 'int32', values: Int32Array.from(cells, ({ number }) => number) },
    ...axes.map(({ path }, axis) =>
      numbers(
        path,
        cells.map(({ place }) => place[axis]),
      ),
    ),
    ...(['probability', 'low', 'high', 'ahead'] as const).map((name) =>
      numbers(
        name,
        cells.map((cell) => cell[name]),
      ),
    ),
  ]);
}

/** The table `sensitivity`: a row a factor of each output. What a method does not give has no column; what is undefined is missing. */
export function sensitivityTable({ method, factors, outputs }: SensitivityResult): Table {
  const rows = outputs.flatMap((output) =>
    factors.map(({ path }) => ({ output, path, effect: output.factors?.find((factor) => factor.path === path) })),
  );
  const effects = (name: string, of: (row: (typeof rows)[number]) => number | null | undefined) => numbers(name, rows.map(of));
  const interval = (name: 'mu' | 'muStar' | 'first' | 'total') => {
    const index = ({ effect }: (typeof rows)[number]) =>
      (effect as Partial<Record<typeof name, { estimate: number; low: number; high: number }>>)?.[name];
    return [
      effects(name, (row) => index(row)?.estimate),
      effects(`${name}Low`, (row) => index(row)?.low),
      effects(`${name}High`, (row) => index(row)?.high),
    ];
  };
  const single = (name: 'sigma' | 'noise' | 'sigmaWithoutLuck' | 'muStarOfLuck') =>
    effects(name, ({ effect }) => (effect as Partial<Record<typeof name, number | null>>)?.[name]);
  return table(rows.length, [
    texts(
      'strategy',
      rows.map(({ output }) => output.strategy),
    ),
    texts(
      'against',
      rows.map(({ output }) => output.against),
    ),
    texts(
      'metric',
      rows.map(({ output }) => output.metric),
    ),
    { name: 'week', type: 'int32', values: Int32Array.from(rows, ({ output }) => output.week) },
    texts(
      'factor',
      rows.map(({ path }) => path),
    ),
    ...(method === 'morris'
      ? [...interval('mu'), ...interval('muStar'), single('sigma'), single('noise'), single('sigmaWithoutLuck'), single('muStarOfLuck')]
      : [...interval('first'), ...interval('total')]),
    effects('varianceOfParameters', ({ output }) => output.split?.parameters),
    effects('varianceOfLuck', ({ output }) => output.split?.luck),
  ]);
}

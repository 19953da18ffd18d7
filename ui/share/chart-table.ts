import type { DifferenceChart, ShareChart, TimeChart } from '../../sim/chart/describe.ts';
import { columnsOf, type Table, table } from '../../sim/store/codec/index.ts';

const QUANTILES = ['q05', 'q25', 'q50', 'q75', 'q95'] as const;

/** The numbers of a chart, in the unit that its metric has in a file (shares as 0 to 1): a row a line and week, a row a part, or a row a difference. */
export function chartTable(chart: TimeChart | ShareChart | DifferenceChart): Table {
  switch (chart.kind) {
    case 'time':
      return timeTable(chart);
    case 'shares':
      return shareTable(chart);
    case 'difference':
      return differenceTable(chart);
  }
}

function timeTable({ lines, clock, title, unit }: TimeChart): Table {
  const rows = lines.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  const { texts, whole, numbers } = columnsOf(rows);
  return table(rows.length, [
    texts(clock === undefined ? 'strategy' : 'quantity', ({ name }) => name),
    texts('measure', () => title),
    texts('unit', () => unit),
    whole(clock === undefined ? 'week' : 'step', ({ point }) => point.week),
    ...QUANTILES.map((quantile) => numbers(quantile, ({ point }) => point[quantile])),
  ]);
}

function shareTable({ rows, groups, measure }: ShareChart): Table {
  const all = rows.flatMap(({ name: strategy, parts }) => parts.map((part) => ({ strategy, ...part })));
  const { texts, numbers } = columnsOf(all);
  return table(all.length, [
    texts('strategy', ({ strategy }) => strategy),
    texts('group', ({ group }) => groups[group].name),
    texts('part', ({ name }) => name),
    texts('measure', () => measure),
    numbers('share', ({ share }) => share),
  ]);
}

function differenceTable({ rows, base, title, unit, week }: DifferenceChart): Table {
  const { texts, whole, numbers } = columnsOf(rows);
  return table(rows.length, [
    texts('strategy', ({ name }) => name),
    texts('against', () => base),
    texts('measure', () => title),
    texts('unit', () => unit),
    whole('week', () => week),
    ...(['mean', 'low', 'high', 'probability'] as const).map((name) => numbers(name, (row) => row[name])),
    texts('verdict', ({ verdict }) => verdict),
  ]);
}

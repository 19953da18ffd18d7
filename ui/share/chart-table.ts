import type { ShareChart, TimeChart } from '../../sim/chart/describe.ts';
import type { Table, TableColumn } from '../../sim/store/codec/index.ts';

const QUANTILES = ['q05', 'q25', 'q50', 'q75', 'q95'] as const;

/** The numbers of a chart, in the unit that its metric has in a file (shares as 0 to 1): a row a line and week, or a row a part. */
export function chartTable(chart: TimeChart | ShareChart): Table {
  return chart.kind === 'time' ? timeTable(chart) : shareTable(chart);
}

function timeTable({ lines, clock, title, unit }: TimeChart): Table {
  const rows = lines.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  return {
    rows: rows.length,
    columns: [
      texts(
        clock === undefined ? 'strategy' : 'quantity',
        rows.map(({ name }) => name),
      ),
      texts(
        'measure',
        rows.map(() => title),
      ),
      texts(
        'unit',
        rows.map(() => unit),
      ),
      { name: clock === undefined ? 'week' : 'step', type: 'int32', values: Int32Array.from(rows, ({ point }) => point.week) },
      ...QUANTILES.map(
        (quantile): TableColumn => ({
          name: quantile,
          type: 'float64',
          values: Float64Array.from(rows, ({ point }) => point[quantile] ?? Number.NaN),
        }),
      ),
    ],
  };
}

function shareTable({ rows, groups, measure }: ShareChart): Table {
  const all = rows.flatMap(({ name: strategy, parts }) => parts.map((part) => ({ strategy, ...part })));
  const column = (name: string, of: (row: (typeof all)[number]) => string): TableColumn => texts(name, all.map(of));
  return {
    rows: all.length,
    columns: [
      column('strategy', ({ strategy }) => strategy),
      column('group', ({ group }) => groups[group].name),
      column('part', ({ name }) => name),
      column('measure', () => measure),
      { name: 'share', type: 'float64', values: Float64Array.from(all, ({ share }) => share) },
    ],
  };
}

function texts(name: string, values: readonly string[]): TableColumn {
  return { name, type: 'string', values };
}

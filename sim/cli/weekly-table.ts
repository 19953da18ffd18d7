import { columnDecimals, displayOf, fixed } from '../chart/format.ts';
import { metricHead } from '../chart/index.ts';
import { wrapped } from '../chart/table.ts';
import { padLeft, plainText } from '../chart/terminal-text.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import type { Terminal } from './terminal.ts';

const METRICS = [
  'adoption',
  'active',
  'womPositive',
  'womNegative',
  'womKnowledge',
  'sentiment',
  'fit',
  'followers',
  'spend',
  'margin',
  'romi',
];
const MOST_ROWS = 27;

/** Means of the main metrics in regular weeks; every week where there are few. Columns that do not fit are left out from the right. */
export function weeklyTable(result: CompareResult, strategy: string, { width, ascii }: Terminal): string {
  const own = result.strategies.find(({ name }) => name === strategy);
  if (own === undefined) return '';
  const weeks = shownWeeks(own.weekly.adoption.length);
  const columns = METRICS.map((metric) => {
    const { unit } = result.metricInfo[metric];
    const { factor } = displayOf(unit);
    const rows = weeks.map((week) => own.weekly[metric][week - 1]);
    const decimals = Math.min(
      3,
      columnDecimals(
        rows.map(({ mean }) => ({ mean, low: null, high: null })),
        factor,
      ),
    );
    const head = unit === 'share' ? `${metricHead(metric)} %` : metricHead(metric);
    const cells = rows.map(({ mean }) => (mean === null ? (ascii ? '-' : '–') : fixed(mean * factor, decimals)));
    return { head, cells, width: Math.max(head.length, ...cells.map((cell) => cell.length)) };
  });
  let room = width - 4;
  const shown = columns.filter((column) => {
    room -= column.width + 2;
    return room >= 0;
  });
  const line = (first: string, cells: readonly string[]): string =>
    padLeft(first, 4) + cells.map((cell, at) => padLeft(cell, shown[at].width + 2)).join('');
  const runs = result.replicates === 1 ? '1 replicate' : `means of ${result.replicates} replicates`;
  return [
    ...wrapped(`${plainText(strategy)}, week by week (${runs}; money per head, discounted; word of mouth per person so far)`, width),
    line(
      'week',
      shown.map(({ head }) => head),
    ),
    ...weeks.map((week, row) =>
      line(
        String(week),
        shown.map(({ cells }) => cells[row]),
      ),
    ),
  ].join('\n');
}

function shownWeeks(weeks: number): number[] {
  if (weeks <= MOST_ROWS) return Array.from({ length: weeks }, (_, week) => week + 1);
  const step = [2, 4, 8, 13, 26, 52].find((each) => weeks / each <= MOST_ROWS) ?? 104;
  const regular = Array.from({ length: Math.floor(weeks / step) }, (_, at) => (at + 1) * step);
  return [...new Set([1, ...regular, weeks])];
}

import type { DifferenceChart, TimeChart } from './describe.ts';
import { formatInterval, formatProbability, formatRange, formatValue, listed } from './format.ts';

/** The end of every line in words, highest median first. States what is drawn and names no winner. */
export function timeSentence(chart: TimeChart): string {
  const ends = chart.lines
    .flatMap(({ name, points }) => {
      const last = points.findLast((point) => point.q50 !== null);
      return last === undefined ? [] : [{ name, last }];
    })
    .sort((a, b) => (b.last.q50 as number) - (a.last.q50 as number));
  if (ends.length === 0) return `${chart.title}: no value is defined.`;
  const parts = ends.map(({ name, last }) => {
    const range = chart.runs > 1 ? ` (90 % of runs ${formatRange(last.q05, last.q95, chart.unit)})` : '';
    return `${name} ${formatValue(last.q50, chart.unit)}${range}`;
  });
  return `${chart.title} after ${chart.weeks} ${chart.weeks === 1 ? 'week' : (chart.clock ?? 'weeks')}, ${chart.runs > 1 ? 'medians' : 'values'}: ${listed(parts)}.`;
}

/** Every difference in words. */
export function differenceSentence(chart: DifferenceChart): string {
  const parts = chart.rows.map(
    (row) =>
      `${row.name} ${formatInterval(row.mean, row.low, row.high, chart.unit)}, ` +
      `ahead in a share of ${formatProbability(row.probability)} of runs, ${row.verdict}`,
  );
  return `${chart.title} after ${chart.week} weeks, difference from ${chart.base}: ${parts.length === 0 ? 'nothing to compare' : parts.join('; ')}.`;
}

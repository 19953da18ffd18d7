import { scaleLinear } from 'd3-scale';
import type { DifferenceChart, DifferenceRow } from './describe.ts';
import { decimalsFor, differenceDecimals, displayOf, fixed, formatProbability } from './format.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { seriesInk } from './palette.ts';
import { differenceSentence } from './sentence.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, textWidth, wrapText } from './text-size.ts';

const TITLE = 15;
const ROW = 24;
const HEAD = 64;
const FOOT = 44;

function differenceCaption(chart: DifferenceChart): string {
  return (
    `Dot: mean of ${chart.runs} paired differences (same seeds); bar: its interval, corrected for all comparisons of this measure. ` +
    'Hollow: undecided, the interval holds 0. P: share of the pairs in which the strategy is ahead.'
  );
}

const titleOf = (chart: DifferenceChart) => `${chart.title}: difference from ${chart.base} after ${chart.week} weeks`;

const captionOf = (chart: DifferenceChart, width: number) => wrapText(differenceCaption(chart), width - 8, TEXT - 1);

/** Height that shows every row. */
export function differenceHeight(chart: DifferenceChart, width: number): number {
  return HEAD + chart.rows.length * ROW + FOOT + captionOf(chart, width).length * (TEXT + 2);
}

/** A row for each strategy: its difference from the base with the interval, a line at no difference, and the verdict in words. */
export function layoutDifferenceChart(chart: DifferenceChart, size: Size): Drawing {
  const { width, height } = size;
  const drawing = { width, height, title: titleOf(chart), description: `${differenceSentence(chart)} ${differenceCaption(chart)}` };
  const values = chart.rows.flatMap((row) => [row.mean, row.low, row.high]).filter((value) => value !== null);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const extent = high > low ? [low, high] : [-1, 1];
  if (size.detail === 'thumbnail') {
    const x = scaleLinear(extent, [6, width - 6]);
    const step = (height - 4) / Math.max(1, chart.rows.length);
    return {
      ...drawing,
      marks: [zeroLine(x(0), 2, height - 2), ...chart.rows.flatMap((row, index) => bar(row, x, 2 + (index + 0.5) * step))],
    };
  }

  const columns = columnsOf(chart, width);
  const caption = captionOf(chart, width);
  const bottom = height - FOOT - caption.length * (TEXT + 2);
  const step = (bottom - HEAD) / Math.max(1, chart.rows.length);
  const x = scaleLinear(extent, [columns.plot.from, columns.plot.to]).nice(4);
  const unit = displayOf(chart.unit);
  const ticks = x.ticks(4);
  const decimals = ticks.length > 1 ? decimalsFor((ticks[1] - ticks[0]) * unit.factor, 1) : 0;
  const measure = unit.name === '' ? chart.measure : `${chart.measure}, ${unit.name}`;
  return {
    ...drawing,
    marks: [
      text(4, 4 + TITLE, fitText(titleOf(chart), width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
      text(4, 9 + TITLE + TEXT, fitText(measure, width - 8, TEXT)),
      ...columns.words.map(({ head, at }) => text(at, HEAD - 8, head, { size: TEXT - 1 })),
      ...ticks.flatMap((tick): Mark[] => [
        { kind: 'line', from: [x(tick), HEAD], to: [x(tick), bottom], stroke: { ink: 'grid', width: 1 } },
        text(x(tick), bottom + TEXT + 5, fixed(tick * unit.factor, decimals), { anchor: 'middle' }),
      ]),
      text(Math.max(x(0), columns.plot.from + 40), bottom + TEXT * 2 + 8, fitText(`0: same as ${chart.base}`, width / 2, TEXT), {
        anchor: 'middle',
      }),
      zeroLine(x(0), HEAD, bottom),
      ...chart.rows.flatMap((row, index): Mark[] => {
        const y = HEAD + (index + 0.5) * step;
        return [
          text(4, y + TEXT * 0.35, fitText(row.name, columns.plot.from - 18, TEXT), { ink: 'ink' }),
          ...bar(row, x, y),
          ...columns.words.map(({ at, cells }) =>
            text(at, y + TEXT * 0.35, cells[index], { ink: row.verdict === 'undecided' ? 'muted' : 'ink' }),
          ),
        ];
      }),
      ...caption.map((line, row) => text(4, height - 5 - (caption.length - 1 - row) * (TEXT + 2), line, { size: TEXT - 1 })),
    ],
  };
}

/** Where names, plot and words stand; a narrow chart keeps the verdict and drops the numbers. */
function columnsOf(chart: DifferenceChart, width: number) {
  const { factor } = displayOf(chart.unit);
  const decimals = differenceDecimals(chart.rows, factor);
  const number = (value: number | null) => (value === null ? '–' : fixed(value * factor, decimals));
  const interval = (row: DifferenceRow) =>
    row.low === null ? number(row.mean) : `${number(row.mean)} [${number(row.low)}, ${number(row.high)}]`;
  const all = [
    { head: 'difference', cells: chart.rows.map(interval) },
    { head: 'P', cells: chart.rows.map((row) => formatProbability(row.probability)) },
    { head: 'verdict', cells: chart.rows.map((row) => row.verdict as string) },
  ].map((column) => ({ ...column, width: 12 + Math.max(...[column.head, ...column.cells].map((cell) => textWidth(cell, TEXT))) }));
  const kept = width < 480 ? all.slice(2) : all;
  let at = width - kept.reduce((sum, column) => sum + column.width, 0);
  const plotEnd = at - 10;
  const words = kept.map((column) => {
    const placed = { ...column, at };
    at += column.width;
    return placed;
  });
  const names = Math.min(width * 0.25, Math.max(0, ...chart.rows.map((row) => textWidth(row.name, TEXT))));
  return { words, plot: { from: names + 20, to: Math.max(plotEnd, names + 60) } };
}

function zeroLine(x: number, top: number, bottom: number): Mark {
  return { kind: 'line', from: [x, top], to: [x, bottom], stroke: { ink: 'ink', width: 1.5 } };
}

function bar(row: DifferenceRow, x: (value: number) => number, y: number): Mark[] {
  if (row.mean === null) return [];
  const ink = seriesInk(row.look);
  const dot: Mark = {
    kind: 'circle',
    centre: [x(row.mean), y],
    radius: 4,
    fill: row.verdict === 'undecided' ? 'paper' : ink,
    stroke: { ink, width: 2 },
  };
  if (row.low === null || row.high === null) return [dot];
  return [{ kind: 'line', from: [x(row.low), y], to: [x(row.high), y], stroke: { ink, width: 2.5 } }, dot];
}

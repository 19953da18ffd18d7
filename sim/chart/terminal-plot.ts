import { weekTicks } from './axis.ts';
import type { TimeChart, TimeLine } from './describe.ts';
import { decimalsFor, displayOf, fixed } from './format.ts';
import { spreadLabels } from './spread-labels.ts';
import { cutTo, padLeft, padRight, plainText } from './terminal-text.ts';
import { terminalWidth } from './text-size.ts';
import { extentOf } from './time-chart.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Rows of the plot itself. */
  readonly height?: number;
  /** Braille dots, or plain ASCII where a terminal or font lacks them. */
  readonly characters?: 'braille' | 'ascii';
  /** ANSI colours; the plot reads without them. */
  readonly colour?: boolean;
}

const MARKS = 'abcdefghijklmnopqrstuvwxyz';
const COLOURS = [34, 31, 32, 35, 33, 36, 39];
/** Bit of each dot of a braille cell, by row and column (Unicode 2800). */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** What is in a character cell: dots set so far, and the line that came last. */
interface Cell {
  dots: number;
  owner: number;
}

/**
 * Medians of a time chart as text: axis at the left, a letter for each line where it ends, names in a legend at the right. Every line of the
 * answer fits the width.
 */
export function terminalPlot(chart: TimeChart, options: TerminalOptions): string {
  const { width, height = 13, characters = 'braille', colour = false } = options;
  const lines = chart.lines.slice(0, MARKS.length);
  const paint = (text: string, owner: number) => (colour ? `\u001b[${COLOURS[lines[owner].look % COLOURS.length]}m${text}\u001b[0m` : text);
  const { factor, name } = displayOf(chart.unit);
  const [low, high] = extentOf({ ...chart, bands: false });
  const top = high > low ? high : low + 1;
  const heads = [top, (low + top) / 2, low].map((value) => fixed(value * factor, decimalsFor((top - low) * factor, 2)));
  const axis = Math.max(...heads.map((head) => head.length));
  const legend = Math.max(
    8,
    Math.min(Math.floor(width * 0.3), 4 + Math.max(0, ...lines.map((line) => terminalWidth(plainText(line.name))))),
  );
  const columns = Math.max(10, width - axis - 2 - legend);

  const cells = Array.from({ length: height }, () => Array.from({ length: columns }, (): Cell => ({ dots: 0, owner: -1 })));
  const rowOf = (value: number, rows: number) => Math.round(((top - value) / (top - low)) * (rows - 1));
  lines.forEach((line, owner) => {
    draw(line, chart.weeks, characters, cells, rowOf, owner);
  });
  const labels = legendRows(lines, height, (value) => rowOf(value, height));

  const measure = name === '' ? '' : `, ${name}`;
  const output = [
    cutTo(`${plainText(chart.title)} (${chart.middle ?? 'median'}${chart.runs === 1 ? '' : ` of ${chart.runs} runs`}${measure})`, width),
  ];
  cells.forEach((row, index) => {
    const head =
      index === 0 ? heads[0] : index === height - 1 ? heads[2] : index === Math.floor((height - 1) / 2) && height % 2 === 1 ? heads[1] : '';
    const owner = labels[index];
    const text = row.map((cell) => (cell.owner < 0 ? ' ' : paint(glyph(cell, characters), cell.owner))).join('');
    const label = owner < 0 ? '' : `${paint(MARKS[owner], owner)} ${cutTo(plainText(lines[owner].name), legend - 3)}`;
    output.push(`${padLeft(head, axis)} ${characters === 'braille' ? '▏' : '|'}${text} ${label}`.trimEnd());
  });
  output.push(weekLine(chart, columns, axis, width));
  return output.join('\n');
}

function glyph(cell: Cell, characters: 'braille' | 'ascii'): string {
  return characters === 'ascii' ? MARKS[cell.owner] : String.fromCodePoint(0x2800 + cell.dots);
}

/** Joins the points of a line: every column of dots from one value to the next. */
function draw(
  line: TimeLine,
  weeks: number,
  characters: 'braille' | 'ascii',
  cells: Cell[][],
  rowOf: (value: number, rows: number) => number,
  owner: number,
): void {
  const [across, down] = characters === 'braille' ? [2, 4] : [1, 1];
  const rows = cells.length * down;
  const dotColumns = cells[0].length * across;
  let previous: number | null = null;
  for (let column = 0; column < dotColumns; column++) {
    const week = Math.round((column / Math.max(1, dotColumns - 1)) * (weeks - 1));
    const value = line.points[week]?.q50 ?? null;
    const row = value === null ? null : rowOf(value, rows);
    if (row !== null) {
      const from = previous === null || previous === row ? row : previous < row ? previous + 1 : previous - 1;
      for (let dot = Math.min(from, row); dot <= Math.max(from, row); dot++) {
        const cell = cells[Math.floor(dot / down)][Math.floor(column / across)];
        if (cell.owner !== owner && characters === 'ascii' && cell.owner >= 0) continue;
        cell.dots |= DOTS[dot % down][column % across];
        cell.owner = owner;
      }
    }
    previous = row;
  }
}

/** Which line's name stands in which row: next to where the line ends, one a row; -1 for none. */
function legendRows(lines: readonly TimeLine[], height: number, rowOf: (value: number) => number): number[] {
  const ends = lines.flatMap((line, owner) => {
    const last = line.points.findLast((point) => point.q50 !== null);
    return last === undefined ? [] : [{ owner, row: rowOf(last.q50 as number) }];
  });
  const rows = new Array<number>(height).fill(-1);
  const shown = ends.slice(0, height);
  const placed = spreadLabels(
    shown.map((end) => end.row),
    1,
    0,
    height - 1,
  );
  const order = shown.map((_, index) => index).sort((i, j) => placed[i] - placed[j]);
  let free = 0;
  order.forEach((index, rank) => {
    const row = Math.min(Math.max(Math.round(placed[index]), free), height - (order.length - rank));
    rows[row] = shown[index].owner;
    free = row + 1;
  });
  return rows;
}

function weekLine({ weeks, clock }: TimeChart, columns: number, axis: number, width: number): string {
  const marks = new Array<string>(columns + 12).fill(' ');
  for (const week of weekTicks(weeks, Math.max(2, Math.floor(columns / 10)))) {
    const at = week === 0 ? 0 : Math.round(((week - 1) / Math.max(1, weeks - 1)) * (columns - 1));
    const text = String(week);
    const start = Math.max(0, at - Math.floor(text.length / 2));
    [...text].forEach((digit, index) => {
      marks[start + index] = digit;
    });
  }
  return cutTo(`${padRight('', axis + 2)}${marks.join('').trimEnd()} ${clock ?? 'weeks'}`, width);
}

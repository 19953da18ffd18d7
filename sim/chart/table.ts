import type { CompareResult } from '../experiment/result-schema.ts';
import { comparedWeeksOf, pairSeenFrom } from './catalogue.ts';
import { columnDecimals, differenceDecimals, displayOf, type Estimate, fixed, formatProbability } from './format.ts';
import { metricHead, metricTitle } from './metric-text.ts';
import { cutTo, padLeft, padRight, plainText } from './terminal-text.ts';
import { terminalWidth } from './text-size.ts';

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Metrics in the table of means. */
  readonly metrics?: readonly string[];
  /** Metrics in the table of paired differences. */
  readonly paired?: readonly string[];
  /** Strategy from which the others' differences are shown; the first that is not called "nothing". */
  readonly against?: string;
  /** ASCII only: "+/-" for "±". */
  readonly ascii?: boolean;
}

const SHOWN = ['adoption', 'active', 'womPositive', 'womNegative', 'sentiment', 'fit', 'margin', 'romi'];
const PAIRED = ['adoption', 'margin'];

/** The result of a comparison as people read it in a terminal: means at each week, then paired differences with their verdicts. */
export function comparisonTable(result: CompareResult, options: TableOptions): string {
  const available = (names: readonly string[]) => names.filter((name) => name in result.metricInfo);
  const metrics = available(options.metrics ?? SHOWN);
  const against = options.against ?? result.strategies.find(({ name }) => name !== 'nothing')?.name;
  const blocks = comparedWeeksOf(result).map((week) => meansAt(result, week, metrics, options));
  if (result.strategies.length > 1 && against !== undefined) {
    blocks.push(...available(options.paired ?? PAIRED).map((metric) => differencesIn(result, metric, against, options)));
  }
  return blocks.join('\n\n');
}

function meansAt(result: CompareResult, week: number, metrics: readonly string[], options: TableOptions): string {
  const runs =
    result.replicates === 1
      ? '1 replicate: no interval'
      : `${result.replicates} replicates: mean ${plusMinus(options)} half-width of its 95 % interval`;
  const names = result.strategies.map(({ name }) => plainText(name));
  const columns = metrics.map((metric) => {
    const { unit } = result.metricInfo[metric];
    const summaries = result.strategies.map(({ atWeek }) => atWeek.find((entry) => entry.week === week)?.metrics[metric] ?? null);
    return { head: headOf(metric, unit), cells: estimates(summaries, unit, options) };
  });
  return grid(`After ${week} ${week === 1 ? 'week' : 'weeks'} (${runs})`, 'strategy', names, columns, options.width);
}

function headOf(metric: string, unit: string): string {
  if (unit === 'share') return `${metricHead(metric)} %`;
  const [, per] = unit.split(' per ');
  return per === undefined ? metricHead(metric) : `${metricHead(metric)}/${per}`;
}

/** Means and half-widths of one column, aligned at the sign between. */
function estimates(summaries: readonly (Estimate | null)[], unit: string, options: TableOptions): string[] {
  const { factor } = displayOf(unit);
  const decimals = columnDecimals(summaries, factor);
  const means = summaries.map((each) => (each === null || each.mean === null ? '-' : fixed(each.mean * factor, decimals)));
  const errors = summaries.map((each) =>
    each === null || each.low === null || each.high === null
      ? ''
      : `${plusMinus(options)} ${fixed(((each.high - each.low) / 2) * factor, decimals)}`,
  );
  const meanWidth = Math.max(...means.map((text) => text.length));
  const errorWidth = Math.max(...errors.map((text) => text.length));
  return means.map((mean, row) =>
    errorWidth === 0 ? padLeft(mean, meanWidth) : `${padLeft(mean, meanWidth)} ${padRight(errors[row], errorWidth)}`,
  );
}

function differencesIn(result: CompareResult, metric: string, against: string, options: TableOptions): string {
  const { unit } = result.metricInfo[metric];
  const { factor, name: unitName } = displayOf(unit);
  const others = result.strategies.map(({ name }) => name).filter((name) => name !== against);
  const columns = comparedWeeksOf(result).map((week) => {
    const seen = others.map((name) => pairSeenFrom(result, metric, week, name, against));
    const decimals = differenceDecimals(seen, factor);
    const number = (value: number | null) => (value === null ? '-' : fixed(value * factor, decimals));
    const differences = seen.map((pair) =>
      pair === null || pair.low === null ? number(pair?.mean ?? null) : `${number(pair.mean)} [${number(pair.low)}, ${number(pair.high)}]`,
    );
    const chances = seen.map((pair) => `P ${formatProbability(pair?.probability ?? null).replace('–', '-')}`);
    const differenceWidth = Math.max(...differences.map((text) => text.length));
    const chanceWidth = Math.max(...chances.map((text) => text.length));
    const cells = differences.map(
      (text, row) => `${padLeft(text, differenceWidth)}  ${padRight(chances[row], chanceWidth)}  ${seen[row]?.verdict ?? 'undecided'}`,
    );
    return { head: `after ${week} weeks`, cells };
  });
  const title =
    `${metricTitle(metric)}${unitName === '' ? '' : `, ${unitName}`}: paired difference from ${plainText(against)}, with Holm-corrected interval; ` +
    'P: share of replicates ahead';
  return grid(title, 'strategy', others.map(plainText), columns, options.width);
}

/** A column of a text table. */
export interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

/** Rows under heads; columns that do not fit the width continue in further grids below, with the names repeated. */
export function grid(title: string, corner: string, names: readonly string[], columns: readonly Column[], width: number): string {
  const nameWidth = Math.min(Math.max(terminalWidth(corner), ...names.map(terminalWidth)), Math.max(10, Math.floor(width / 3)));
  const parts: Column[][] = [];
  let room = 0;
  for (const column of columns) {
    const needed = 2 + widthOf(column);
    if (parts.length === 0 || needed > room) {
      parts.push([]);
      room = width - nameWidth;
    }
    parts[parts.length - 1].push(column);
    room -= needed;
  }
  const part = (shown: readonly Column[]) => [
    [padRight(corner, nameWidth), ...shown.map((column) => `  ${padRight(column.head, widthOf(column))}`)].join('').trimEnd(),
    ...names.map((name, row) =>
      [padRight(cutTo(name, nameWidth), nameWidth), ...shown.map((column) => `  ${padRight(column.cells[row], widthOf(column))}`)]
        .join('')
        .trimEnd(),
    ),
  ];
  return [...wrapped(title, width), ...parts.flatMap((shown, index) => (index === 0 ? part(shown) : ['', ...part(shown)]))].join('\n');
}

function widthOf(column: Column): number {
  return Math.max(terminalWidth(column.head), ...column.cells.map(terminalWidth));
}

export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = cutTo(word, width);
    else if (terminalWidth(line) + 1 + terminalWidth(word) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(cutTo(word, width));
  }
  return lines;
}

function plusMinus(options: TableOptions): string {
  return options.ascii ? '+/-' : '±';
}

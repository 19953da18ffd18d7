import { comparisonTable, terminalPlot, timeChartOf } from '../chart/index.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import { wrapped } from './parameter-catalogue.ts';
import { reasonGroups, reasonsOfStrategy } from './reasons-table.ts';
import type { Terminal } from './terminal.ts';
import { verdictLines } from './verdict-lines.ts';
import { weeklyTable } from './weekly-table.ts';

/** What stands above a result: title, and facts in sentences. */
export interface PageHead {
  readonly title: string;
  readonly facts: readonly string[];
}

const DECIDING = ['margin', 'adoption'];
const PLOTTED = ['adoption', 'womPositive', 'womNegative'];

/** A comparison as people read it in a terminal: what came out, tables, plots, and how to have it again. */
export function comparePage(result: CompareResult, head: PageHead, terminal: Terminal): string {
  const { width, ascii } = terminal;
  return page(result, head, terminal, [
    verdictLines(result, DECIDING, width).join('\n'),
    comparisonTable(result, { width, ascii }),
    reasonGroups(result, terminal),
    ...plots(result, terminal),
  ]);
}

/** One strategy week by week. */
export function runPage(result: CompareResult, strategy: string, head: PageHead, terminal: Terminal): string {
  const shown = { ...result, strategies: result.strategies.filter(({ name }) => name === strategy || name === 'nothing') };
  return page(result, head, terminal, [
    weeklyTable(result, strategy, terminal),
    reasonsOfStrategy(result, strategy, terminal),
    ...plots(shown, terminal),
  ]);
}

function page(result: CompareResult, { title, facts }: PageHead, { width }: Terminal, blocks: readonly string[]): string {
  const identity = `engine ${result.engine}, seed ${JSON.stringify(result.seed)}, digest ${result.digest}`;
  const parts = [[title, ...facts.flatMap((fact) => wrapped(fact, width))].join('\n'), ...blocks, wrapped(identity, width).join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function plots(result: CompareResult, { width, ascii, colour }: Terminal): string[] {
  return PLOTTED.map((metric) =>
    terminalPlot(timeChartOf(result, metric), {
      width: Math.min(width, 110),
      height: Math.max(9, result.strategies.length),
      characters: ascii ? 'ascii' : 'braille',
      colour,
    }),
  );
}

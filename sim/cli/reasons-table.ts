import { fixed } from '../chart/format.ts';
import { type Column, grid } from '../chart/table.ts';
import { padLeft, plainText } from '../chart/terminal-text.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import { REASON_GROUPS, REASON_NAMES } from '../experiment/reasons.ts';
import type { Terminal } from './terminal.ts';

type Entry = NonNullable<CompareResult['reasons']>[number];

const WHAT = 'share of what spoke for a purchase, %';

/** What spoke for purchases up to the last week, strategy by strategy, by who is behind it. Nothing where no ledger was kept. */
export function reasonGroups({ reasons = [] }: CompareResult, { width, ascii }: Terminal): string {
  const week = Math.max(...reasons.map((each) => each.week));
  const last = reasons.filter((each) => each.week === week);
  if (last.length === 0) return '';
  const columns = [
    numbers(
      'purchases/person',
      last.map(({ purchases }) => scaled(purchases.mean, 1, 2, ascii)),
    ),
    ...REASON_GROUPS.map((group) =>
      numbers(
        group.name.toLowerCase(),
        last.map((entry) => scaled(sumOf(entry, group), 100, 0, ascii)),
      ),
    ),
  ];
  const names = last.map(({ strategy }) => plainText(strategy));
  return grid(`Why people bought, weeks 1 to ${week} (${WHAT})`, 'strategy', names, columns, width);
}

/** What spoke for the purchases under one strategy, reason by reason, at every compared week. Nothing where no ledger was kept. */
export function reasonsOfStrategy({ reasons = [] }: CompareResult, strategy: string, { width, ascii }: Terminal): string {
  const own = reasons.filter((each) => each.strategy === strategy);
  if (own.length === 0) return '';
  const columns = own.map(({ week, purchases, shares }) =>
    numbers(`weeks 1-${week}`, [
      scaled(purchases.mean, 1, 2, ascii),
      ...REASON_NAMES.map((name) => scaled(shares[name].mean, 100, 1, ascii)),
    ]),
  );
  return grid(`${plainText(strategy)}: why people bought (${WHAT})`, 'reason', ['purchases/person', ...REASON_NAMES], columns, width);
}

/** Numbers stand under the end of their head. */
function numbers(head: string, cells: readonly string[]): Column {
  return { head, cells: cells.map((cell) => padLeft(cell, head.length)) };
}

function sumOf({ shares }: Entry, { reasons }: (typeof REASON_GROUPS)[number]): number | null {
  const means = reasons.map(({ name }) => shares[name].mean);
  return means.some((mean) => mean === null) ? null : means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0);
}

function scaled(value: number | null, factor: number, decimals: number, ascii: boolean): string {
  return value === null ? (ascii ? '-' : '–') : fixed(value * factor, decimals);
}

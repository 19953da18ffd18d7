import { REASON_GROUPS, REASON_NAMES } from '../experiment/reasons.ts';
import type { CompareResult } from '../experiment/result-schema.ts';
import type { ShareChart } from './describe.ts';

/** Shares of one strategy in the order of `REASON_NAMES`, none where nothing was bought. */
export interface ReasonRow {
  readonly strategy: string;
  readonly shares: readonly number[];
}

/** What spoke for purchases in the first weeks, a bar a strategy. */
export function reasonChart(rows: readonly ReasonRow[], week: number): ShareChart {
  return {
    kind: 'shares',
    title: `What spoke for purchases, weeks 1 to ${week}`,
    measure: 'share of what spoke for a purchase',
    groups: REASON_GROUPS.map(({ name }, look) => ({ name, look })),
    rows: rows.map(({ strategy, shares }) => ({
      name: strategy,
      parts:
        shares.length === 0
          ? []
          : REASON_GROUPS.flatMap(({ reasons }, group) =>
              reasons.map(({ name }) => ({ group, name, share: shares[REASON_NAMES.indexOf(name)] })),
            ),
    })),
  };
}

/** The rows of a result that holds reasons, at one of its compared weeks. Strategies without purchases in every replicate have no shares. */
export function reasonRows({ reasons = [] }: CompareResult, week: number): ReasonRow[] {
  return reasons
    .filter((own) => own.week === week)
    .map(({ strategy, shares }) => {
      const means = REASON_NAMES.map((name) => shares[name].mean);
      return { strategy, shares: means.filter((mean) => mean !== null) };
    });
}

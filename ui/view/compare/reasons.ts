import type { ShareChart } from '../../../sim/chart/describe.ts';
import { COMPONENTS, SOURCES } from '../../../sim/experiment/recorded.ts';
import type { ReasonResult } from '../../lab/protocol.ts';

type Source = (typeof SOURCES)[number];
type Component = (typeof COMPONENTS)[number];

/** Something that speaks for a purchase: what built liking, familiarity and expectation, or another part of the choice. */
interface Reason {
  readonly name: string;
  /** Position among sources, then components. */
  readonly part: number;
}

const sources = (...names: readonly Source[]): Reason[] => names.map((name) => ({ name, part: SOURCES.indexOf(name) }));
const components = (...names: readonly Component[]): Reason[] =>
  names.map((name) => ({ name, part: SOURCES.length + COMPONENTS.indexOf(name) }));

/** Reasons by who is behind them, in the order of the bars. */
const GROUPS: readonly { readonly name: string; readonly look: number; readonly reasons: readonly Reason[] }[] = [
  { name: 'The brand', look: 0, reasons: sources('advertising', 'content', 'relationship', 'being asked') },
  { name: 'Other people', look: 1, reasons: [...sources('word of mouth', 'reviews', 'peers'), ...components('social support')] },
  { name: 'Own use and habit', look: 2, reasons: [...sources('own use'), ...components('habit')] },
  { name: 'Own need and intent', look: 3, reasons: components('struggle', 'intent') },
  { name: 'Known from before', look: 4, reasons: sources('prior') },
];

/** What each source and component is, for the head of a table. */
export const REASON_NAMES: readonly string[] = GROUPS.flatMap(({ reasons }) => reasons.map(({ name }) => name));

/** What spoke for the purchases of some weeks. */
export interface Reasons {
  readonly strategy: string;
  /** Purchases that anything spoke for, for each person of the market. */
  readonly purchases: number;
  /** Share of each reason, in the order of `REASON_NAMES`; they add up to 1. Empty without purchases. */
  readonly shares: readonly number[];
}

/** @param week the last one that counts, from 1 */
export function reasonsUntil({ strategy, parts, population }: ReasonResult, week: number): Reasons {
  const width = SOURCES.length + COMPONENTS.length;
  const sums = new Float64Array(width);
  for (let at = 0; at < week * width; at++) sums[at % width] += parts[at];
  const purchases = sums.subarray(SOURCES.length).reduce((sum, share) => sum + share, 0);
  if (!(purchases > 0)) return { strategy, purchases: 0, shares: [] };
  const shares = GROUPS.flatMap(({ reasons }) => reasons.map(({ part }) => sums[part]));
  // What sources built is as much as the components that have sources, but for the rounding of small numbers.
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return { strategy, purchases: purchases / population, shares: shares.map((share) => share / whole) };
}

/** The chart of several strategies. */
export function reasonChart(reasons: readonly Reasons[], week: number): ShareChart {
  return {
    kind: 'shares',
    title: `What spoke for purchases, weeks 1 to ${week}`,
    measure: 'share of what spoke for a purchase',
    groups: GROUPS,
    rows: reasons.map(({ strategy, shares }) => ({
      name: strategy,
      parts:
        shares.length === 0
          ? []
          : GROUPS.flatMap(({ reasons: own }, group) =>
              own.map(({ name }) => ({ group, name, share: shares[REASON_NAMES.indexOf(name)] })),
            ),
    })),
  };
}

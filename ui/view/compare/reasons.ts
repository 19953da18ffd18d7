import { divideReasons } from '../../../sim/experiment/reasons.ts';
import { COMPONENTS, SOURCES } from '../../../sim/experiment/recorded.ts';
import type { ReasonResult } from '../../lab/protocol.ts';

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
  const { purchases, shares } = divideReasons(parts.subarray(0, week * (SOURCES.length + COMPONENTS.length)));
  return { strategy, purchases: purchases / population, shares };
}

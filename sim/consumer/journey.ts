import { BOND, FAMILIARITY, READING, SATISFACTION, TRIED } from './state.ts';

/** Journey stages, in the order of the recorded columns. Derived from state each week, never stored as truth. */
export const STAGES = ['unaware', 'dormant', 'triggered', 'evaluating', 'customer', 'advocate', 'detractor', 'lapsed'] as const;

const AWARE = 0.05;
const BONDED = 0.25;

/** Stage of one consumer with one brand; `row` is the start of the state row. */
export function stageOf(rows: Float32Array, row: number, flags: number, usesIt: boolean, inMarket: boolean): number {
  const tried = (flags & TRIED) !== 0;
  if (tried && rows[row + READING] >= 0 && rows[row + SATISFACTION] < -0.1) return 6;
  if (usesIt) return rows[row + BOND] >= BONDED && rows[row + SATISFACTION] > 0 ? 5 : 4;
  if (inMarket) return rows[row + FAMILIARITY] < AWARE ? 2 : 3;
  if (tried) return 7;
  return rows[row + FAMILIARITY] < AWARE ? 0 : 1;
}

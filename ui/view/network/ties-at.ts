import type { Replay } from '../../../sim/experiment/replay/replay.ts';

/** A pair of nodes as one number: a * nodes + b, a < b. */
export function pairKey(nodes: number, a: number, b: number): number {
  return a < b ? a * nodes + b : b * nodes + a;
}

/** Strength from which a tie counts as close; that of a tie formed on the way is not known, and it does not. */
const CLOSE = 0.5;

/** Ties that stand after so many weeks, as pair keys; `close`: only the close ones of the start that are left. */
export function tiesAt(replay: Replay, week: number, close = false): Set<number> {
  const { ties, strengths, formed, ended } = replay;
  const nodes = replay.people.length;
  const standing = new Map<number, number>();
  const add = (a: number, b: number, change: number): void => {
    const key = pairKey(nodes, a, b);
    standing.set(key, (standing.get(key) ?? 0) + change);
  };
  for (let tie = 0; tie < strengths.length; tie++) if (!close || strengths[tie] >= CLOSE) add(ties[2 * tie], ties[2 * tie + 1], 1);
  // Within a week a tie may form and end, in either order: only the balance counts.
  for (let at = 0; at < ended.length && ended[at] < week; at += 3) add(ended[at + 1], ended[at + 2], -1);
  if (!close) for (let at = 0; at < formed.length && formed[at] < week; at += 3) add(formed[at + 1], formed[at + 2], 1);
  return new Set([...standing].filter(([, count]) => count > 0).map(([key]) => key));
}

/** Nodes tied to a node after so many weeks, ascending. */
export function contactsAt(replay: Replay, node: number, week: number): number[] {
  const { ties, formed, ended } = replay;
  const standing = new Map<number, number>();
  const add = (a: number, b: number, change: number): void => {
    const other = a === node ? b : b === node ? a : -1;
    if (other >= 0) standing.set(other, (standing.get(other) ?? 0) + change);
  };
  for (let at = 0; at < ties.length; at += 2) add(ties[at], ties[at + 1], 1);
  for (let at = 0; at < ended.length && ended[at] < week; at += 3) add(ended[at + 1], ended[at + 2], -1);
  for (let at = 0; at < formed.length && formed[at] < week; at += 3) add(formed[at + 1], formed[at + 2], 1);
  return [...standing]
    .filter(([, count]) => count > 0)
    .map(([other]) => other)
    .sort((a, b) => a - b);
}

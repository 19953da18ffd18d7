import { KNOWLEDGE_TONE, NOBODY } from '../../../sim/experiment/replay/codes.ts';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import type { TieClock } from './tie-clock.ts';

/** What a line stands for: a tie, or what was said over it. */
export type Line = 'tie' | 'for' | 'against' | 'useful';

/** Which lines are drawn: talk of the last weeks, the close ties that are left of the start, all ties of the week, none. */
export const LINES_SHOWN = ['talk', 'close', 'all', 'none'] as const;
export type LinesShown = (typeof LINES_SHOWN)[number];

/** Weeks over which talk is drawn. */
export const TALK_WEEKS = 8;
const MESSAGE = 4;

/**
 * Lines between nodes after so many weeks, by `a * nodes + b`. Where somebody is chosen, all their ties are among them; on a line over which
 * people talked more than once, the last message counts.
 */
export function linesOf(
  replay: Replay,
  clocks: { readonly all: TieClock; readonly close: TieClock },
  shown: LinesShown,
  week: number,
  chosen: number | null,
): Map<number, Line> {
  const nodes = replay.people.length;
  const lines = new Map<number, Line>();
  if (shown === 'close') for (const pair of clocks.close.at(week)) lines.set(pair, 'tie');
  if (shown === 'all' || chosen !== null) {
    for (const pair of clocks.all.at(week)) {
      if (shown === 'all' || Math.floor(pair / nodes) === chosen || pair % nodes === chosen) lines.set(pair, 'tie');
    }
  }
  if (shown === 'talk') {
    const { messages } = replay;
    for (let at = firstAfter(messages, week - TALK_WEEKS); at < messages.length && messages[at] < week; at += MESSAGE) {
      const a = messages[at + 1];
      const b = messages[at + 2];
      if (a === NOBODY || b === NOBODY) continue;
      const tone = messages[at + 3] & 255;
      lines.set(Math.min(a, b) * nodes + Math.max(a, b), tone === KNOWLEDGE_TONE ? 'useful' : tone > KNOWLEDGE_TONE ? 'for' : 'against');
    }
  }
  return lines;
}

/** Where the messages of a week begin; they are in the order of weeks. */
function firstAfter(messages: Uint32Array, week: number): number {
  let low = 0;
  let high = messages.length / MESSAGE;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (messages[middle * MESSAGE] < week) low = middle + 1;
    else high = middle;
  }
  return low * MESSAGE;
}

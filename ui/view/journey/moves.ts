import { fixed } from '../../../sim/chart/format.ts';
import type { JourneyResult } from '../../lab/protocol.ts';

/** What happened in some weeks: moves a week between stages, and people in each stage at the end of a week, on average. */
export interface Moves {
  readonly stages: readonly string[];
  /** `[from * stages + to]`, people a week; the diagonal are those who stayed. */
  readonly moves: Float64Array;
  readonly people: Float64Array;
  readonly population: number;
}

/** @param from first week, from 1 @param to last week, included */
export function movesIn({ stages, flows, population }: JourneyResult, from: number, to: number): Moves {
  const count = stages.length;
  const width = count * count;
  const moves = new Float64Array(width);
  const weeks = to - from + 1;
  for (let week = from - 1; week < to; week++) {
    for (let move = 0; move < width; move++) moves[move] += flows[week * width + move] / weeks;
  }
  const people = Float64Array.from({ length: count }, (_, stage) => {
    let sum = 0;
    for (let before = 0; before < count; before++) sum += moves[before * count + stage];
    return sum;
  });
  return { stages, moves, people, population };
}

/** Stages of people who have bought at least once. */
const BOUGHT = ['customer', 'advocate', 'detractor', 'lapsed'];

/** Why it is a loop: how many moves go back, and where those who consider the brand come from. */
export function loopSentence({ stages, moves }: Moves): string {
  const count = stages.length;
  let all = 0;
  let back = 0;
  let arriving = 0;
  let again = 0;
  const evaluating = stages.indexOf('evaluating');
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      if (from === to) continue;
      const moved = moves[from * count + to];
      all += moved;
      if (to < from) back += moved;
      if (to !== evaluating) continue;
      arriving += moved;
      if (BOUGHT.includes(stages[from])) again += moved;
    }
  }
  if (all === 0) return 'Nobody moves from stage to stage in these weeks.';
  const share = (part: number, whole: number) => `${fixed((100 * part) / whole, 0)} %`;
  const second = arriving > 0 ? `, and ${share(again, arriving)} of those who begin to consider the brand have bought it before` : '';
  return `${share(back, all)} of all moves lead back to an earlier stage${second}: it is a loop, not a funnel.`;
}

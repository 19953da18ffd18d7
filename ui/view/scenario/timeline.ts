import { plannedShares, type Shares, type Strategy } from '../../../sim/scenario/vocabulary.ts';
import { TACTIC_LOOKS, type TacticLook } from './tactic-look.ts';

/** The box in which something is drawn over the weeks, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function weekX(week: number, horizon: number, box: Box): number {
  return box.left + ((box.right - box.left) * week) / horizon;
}

export function weekAt(x: number, horizon: number, box: Box): number {
  return Math.round(((x - box.left) / (box.right - box.left)) * horizon);
}

/** Weeks at which the axis is labelled: quarters of a year, as many as there is room for. */
export function weekTicks(horizon: number, width: number): readonly number[] {
  const most = Math.max(2, Math.floor(width / 64));
  const step = [1, 2, 4, 13, 26, 52, 104, 260, 520].find((each) => horizon / each <= most) ?? 1040;
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, at) => at * step);
}

/** One tactic's band of the mix. */
export interface Band {
  readonly look: TacticLook;
  readonly path: string;
  /** Where its name fits, if it does anywhere. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

/** Height that a name needs, in pixels. */
const NAME_HEIGHT = 15;

/** The planned mix of a strategy as bands on top of each other, week by week; what is unspent stays free above. */
export function mixBands(strategy: Strategy, horizon: number, box: Box): readonly Band[] {
  const mixes: readonly Shares[] = Array.from({ length: horizon }, (_, week) => plannedShares(strategy, week));
  const floor = new Float64Array(horizon);
  const y = (share: number): number => box.bottom - (box.bottom - box.top) * share;
  return TACTIC_LOOKS.flatMap((look): Band[] => {
    const shares = mixes.map((mix) => mix[look.tactic] ?? 0);
    if (shares.every((share) => share === 0)) return [];
    const low = floor.slice();
    for (let week = 0; week < horizon; week++) floor[week] += shares[week];
    const along = (weeks: Float64Array): string[] =>
      [...weeks].map(
        (share, week) =>
          `${weekX(week, horizon, box).toFixed(1)} ${y(share).toFixed(1)}L${weekX(week + 1, horizon, box).toFixed(1)} ${y(share).toFixed(1)}`,
      );
    const top = along(floor);
    const foot = [...low].map(
      (share, week) =>
        `${weekX(week + 1, horizon, box).toFixed(1)} ${y(share).toFixed(1)}L${weekX(week, horizon, box).toFixed(1)} ${y(share).toFixed(1)}`,
    );
    return [{ look, path: `M${top.join('L')}L${foot.reverse().join('L')}Z`, label: labelOf(look.tactic, shares, low, horizon, box) }];
  });
}

/** The middle of the longest stretch of weeks in which a band is high enough for its name; null when the name is wider than that. */
function labelOf(name: string, shares: readonly number[], low: Float64Array, horizon: number, box: Box): Band['label'] {
  const height = box.bottom - box.top;
  let best: [from: number, to: number] = [0, 0];
  for (let from = 0; from < horizon; from++) {
    if (shares[from] * height < NAME_HEIGHT) continue;
    let to = from + 1;
    // The name stays inside the band as long as the band does not move by more than its own slack.
    while (
      to < horizon &&
      shares[to] * height >= NAME_HEIGHT &&
      Math.abs(low[to] - low[from]) * height < shares[from] * height - NAME_HEIGHT + 4
    )
      to++;
    if (to - from > best[1] - best[0]) best = [from, to];
    from = to - 1;
  }
  const [from, to] = best;
  const width = weekX(to, horizon, box) - weekX(from, horizon, box);
  if (width < name.length * 7 + 8) return null;
  const middle = Math.floor((from + to) / 2);
  const share = low[middle] + shares[middle] / 2;
  return { x: (weekX(from, horizon, box) + weekX(to, horizon, box)) / 2, y: box.bottom - height * share + 4 };
}

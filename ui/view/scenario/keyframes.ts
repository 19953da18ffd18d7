import type { Shares, Tactic } from '../../../sim/scenario/vocabulary.ts';

/** What holds from a week on. */
export interface Frame {
  readonly week: number;
  readonly linear?: boolean;
}

/** Weeks in which a keyframe may stand: between its neighbours, from 0 to the last of the horizon. */
export function roomOf(frames: readonly Frame[], at: number, horizon: number): readonly [low: number, high: number] {
  const low = at === 0 ? 0 : frames[at - 1].week + 1;
  const high = at === frames.length - 1 ? Math.max(low, horizon - 1) : frames[at + 1].week - 1;
  return [low, high];
}

/** The keyframe moved to a week, as far as its neighbours let it. */
export function withWeek<F extends Frame>(frames: readonly F[], at: number, week: number, horizon: number): readonly F[] {
  const [low, high] = roomOf(frames, at, horizon);
  return frames.toSpliced(at, 1, { ...frames[at], week: Math.min(high, Math.max(low, Math.round(week))) });
}

/**
 * With one more keyframe, at the free week nearest to the one asked for.
 *
 * @param make the keyframe of a week
 * @returns the keyframes, and the place of the new one; null when every week has one, or there are as many as are allowed
 */
export function withFrame<F extends Frame>(
  frames: readonly F[],
  week: number,
  limits: { readonly horizon: number; readonly most: number },
  make: (week: number) => F,
): { readonly frames: readonly F[]; readonly at: number } | null {
  if (frames.length >= limits.most) return null;
  const taken = new Set(frames.map((frame) => frame.week));
  const wanted = Math.min(limits.horizon - 1, Math.max(0, Math.round(week)));
  for (let away = 0; away < limits.horizon; away++) {
    const free = [wanted + away, wanted - away].find((each) => each >= 0 && each < limits.horizon && !taken.has(each));
    if (free === undefined) continue;
    const at = frames.filter((frame) => frame.week < free).length;
    return { frames: frames.toSpliced(at, 0, make(free)), at };
  }
  return null;
}

/** Without a keyframe; the last one stays. */
export function withoutFrame<F extends Frame>(frames: readonly F[], at: number): readonly F[] {
  return frames.length === 1 ? frames : frames.toSpliced(at, 1);
}

/** Half way from a keyframe to the next, or to the end. */
export function halfWay(frames: readonly Frame[], at: number, horizon: number): number {
  return Math.round((frames[at].week + (frames[at + 1]?.week ?? horizon)) / 2);
}

/** Shares with one set; the others give way evenly where all together would be more than the money there is. */
export function withShare(shares: Shares, tactic: Tactic, share: number): Shares {
  const wanted = Math.min(1, Math.max(0, share));
  const others = Object.entries(shares).filter(([name, each]) => name !== tactic && each > 0) as [Tactic, number][];
  const sum = others.reduce((total, [, each]) => total + each, 0);
  const factor = sum > 1 - wanted ? (1 - wanted) / sum : 1;
  // Rounded down, so that the sum never passes 1.
  const kept = others.map(([name, each]) => [name, factor === 1 ? each : Math.floor(each * factor * 1e4) / 1e4] as const);
  return Object.fromEntries([...kept, [tactic, wanted] as const].filter(([, each]) => each > 0));
}

/** Share of the money that a mix leaves in the account. */
export function unspent(shares: Shares): number {
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  return Math.max(0, Number((1 - sum).toFixed(4)));
}

import type { Tactic } from './tactics.ts';

/** Shares of a week's money by tactic; what is left unallocated stays in the account and earns interest. */
export type Shares = Partial<Record<Tactic, number>>;

/** What a firm can see at the start of a week. Nothing here reveals a consumer's mind or what a rival plans. */
export interface FirmView {
  /** Week about to begin, 0 is the first. */
  readonly week: number;
  readonly horizon: number;
  /** Money granted this week and money unspent so far, in currency. */
  readonly budget: number;
  readonly balance: number;
  /** Own sales last week, scaled to the whole market. */
  readonly purchases: number;
  readonly revenue: number;
  readonly followers: number;
  /** Mentions counted last week; null unless `monitor` was paid for. */
  readonly mentions: number | null;
  /** Share of what was read or answered last week that was a complaint; null unless `listen` or `conversation` was paid for. */
  readonly complaintShare: number | null;
  /** Mean satisfaction of customers asked last week, -1 .. 1; null unless `ask` was paid for. */
  readonly surveyedSatisfaction: number | null;
  /** Market-average estimate of the weights of the four drives (sums to 1). */
  readonly estimatedDrives: readonly number[];
  /** People asked and read so far (real people). */
  readonly researched: number;
  readonly contentStock: number;
}

export interface Decision {
  readonly shares: Shares;
  /** Which drives the messages address; null keeps the strategy's own. */
  readonly claims?: readonly DriveName[] | null;
}

export type DriveName = 'acquire' | 'bond' | 'comprehend' | 'defend';

/** A closed-loop policy: sees what the firm sees, decides shares. Must be deterministic; state may live in the closure. */
export interface Policy {
  decide(view: FirmView): Decision;
}

/** A module handed over as a custom policy exports this as default; called once per run. */
export type PolicyFactory = () => Policy;

/** Shares from this week on; with `linear`, moving evenly to the next keyframe's shares. */
export interface Keyframe {
  readonly week: number;
  readonly shares: Shares;
  readonly linear?: boolean;
}

/** A strategy as data. The name is a label: no mechanism reads it. */
export interface Strategy {
  readonly name: string;
  readonly plan: readonly Keyframe[];
  /** Which drives its messages address. */
  readonly claims: readonly DriveName[];
  /** Relative spending over time by keyframes; scaled so that every strategy has the same present value. */
  readonly budget?: readonly { readonly week: number; readonly level: number; readonly linear?: boolean }[];
  /** Shift money towards answering when complaints are heard. */
  readonly feedback?: boolean;
}

/** Value of a keyframed quantity in a week. */
export function keyframed<K extends { readonly week: number; readonly linear?: boolean }>(
  frames: readonly K[],
  week: number,
  read: (frame: K) => number,
): number {
  let current = frames[0];
  let next: K | undefined;
  for (const frame of frames) {
    if (frame.week <= week) current = frame;
    else {
      next = frame;
      break;
    }
  }
  if (current === undefined || current.week > week) return 0;
  const value = read(current);
  if (!current.linear || next === undefined) return value;
  return value + ((read(next) - value) * (week - current.week)) / (next.week - current.week);
}

/** The planned shares of a week. */
export function plannedShares(strategy: Strategy, week: number): Shares {
  const tactics = new Set<Tactic>();
  for (const frame of strategy.plan) for (const tactic of Object.keys(frame.shares) as Tactic[]) tactics.add(tactic);
  const shares: Shares = {};
  for (const tactic of tactics) {
    const share = keyframed(strategy.plan, week, (frame) => frame.shares[tactic] ?? 0);
    if (share > 0) shares[tactic] = share;
  }
  return shares;
}

/**
 * Feedback of learn-and-relate: the share of complaints in what was heard moves money from content to answers and service,
 * half of it at most.
 */
export function respondToComplaints(shares: Shares, complaintShare: number | null): Shares {
  if (complaintShare === null || shares.content === undefined) return shares;
  const moved = 0.5 * complaintShare * shares.content;
  return {
    ...shares,
    content: shares.content - moved,
    conversation: (shares.conversation ?? 0) + 0.75 * moved,
    service: (shares.service ?? 0) + 0.25 * moved,
  };
}

/** The policy that a strategy's plan describes. */
export function plannedPolicy(strategy: Strategy): Policy {
  return {
    decide: (view) => {
      const shares = plannedShares(strategy, view.week);
      return { shares: strategy.feedback ? respondToComplaints(shares, view.complaintShare) : shares };
    },
  };
}

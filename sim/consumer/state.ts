/**
 * What a consumer holds about one brand: a row of sixteen 32-bit floats, one cache line, at
 * `rows[(consumer * brands + brand) * ROW + FIELD]`. Affect, which others look at, stands apart.
 */
export const ROW = 16;
export const FAMILIARITY = 0;
/** Mean of the belief about private progress. */
export const BELIEF = 1;
/** Precision of that belief relative to the prior: 1 / s2. */
export const PRECISION = 2;
export const TRUST = 3;
export const BOND = 4;
export const IRRITATION = 5;
export const INTENT = 6;
export const EXPOSURE = 7;
/** Last claim attended, -1 for none. */
export const CLAIM = 8;
export const SATISFACTION = 9;
/** Progress read at the last use, -1 before any. */
export const READING = 10;
/** Strength of knowledge that is ready to be shared: 1 from the brand itself, halved with each step. */
export const KNOWLEDGE = 11;
/** Protection from lapsing after being taught, fading. */
export const ONBOARDING = 12;
/** Journey stage at the end of the last week (a cache for counting flows; derived, never the truth). */
export const STAGE = 13;

/** Greatest familiarity that a week began with; a share of it is never forgotten. */
export const BEST_KNOWN = 14;

/** Flags per consumer and brand. */
export const TRIED = 1;
export const FOLLOWER = 2;
export const KNOWS_USE = 4;
export const WOKEN = 8;
export const ASKED = 16;

/**
 * What reaches a consumer about a brand within one step, summed and applied when the step ends, so that nobody
 * hears news of the same step: `inbox[(consumer * brands + brand) * INBOX + FIELD]`.
 */
export const INBOX = 8;
export const IN_PRECISION = 0;
export const IN_SIGNAL = 1;
export const IN_LIKE = 2;
export const IN_DISLIKE = 3;
export const IN_HEARD = 4;
export const IN_KNOWLEDGE = 5;
export const IN_USE = 6;

export const VALUES = 10;
export const DRIVES = 4;
export const JOBS = 3;
export const DRIVE_NAMES = ['acquire', 'bond', 'comprehend', 'defend'] as const;
export const JOB_NAMES = ['functional', 'emotional', 'social'] as const;

/** The outside option: doing nothing, or the incumbent. */
export const OUTSIDE = -1;

/** All people of one world as flat arrays; n people, `brands` brands. */
export interface Consumers {
  readonly n: number;
  readonly brands: number;
  readonly rows: Float32Array;
  /** Affect towards each brand, [-1, 1], at `consumer * brands + brand`. */
  readonly affect: Float32Array;
  readonly flags: Uint8Array;
  readonly inbox: Float32Array;
  readonly tribe: Uint32Array;
  readonly tribeCount: number;
  /** Identification with one's tribe, [0, 1]. */
  readonly identification: Float32Array;
  /** n x 10, centred within each person and scaled to length 1. */
  readonly values: Float32Array;
  /** n x 4, sums to 1. */
  readonly drives: Float32Array;
  /** n x 3, sums to 1. */
  readonly job: Float32Array;
  readonly conformity: Float32Array;
  readonly stubbornness: Float32Array;
  readonly sociability: Float32Array;
  /** Quality of the outside option, known exactly. */
  readonly outside: Float32Array;
  /** Present solution: a brand or OUTSIDE. */
  readonly present: Int8Array;
  /** Habit of having the present solution, [0, 1]; most of it passes on to what replaces it. */
  readonly habit: Float32Array;
  /** Weeks since the present solution was first chosen. */
  readonly tenure: Uint16Array;
  /** Weeks left in which a recent purchase lowers need. */
  readonly sated: Uint8Array;
  /** 1 while a need has come up this week. */
  readonly inMarket: Uint8Array;
  readonly struggle: Float32Array;
  /** Disappointment with the last use of the present solution, >= 0. */
  readonly surprise: Float32Array;
  /** 1 when a helpful contact this week made an inert customer reconsider. */
  readonly woken: Uint8Array;
  /** How this week's choice is made: 1 reflex, 0 reflection. */
  readonly reflex: Uint8Array;
}

import { COMPONENTS, SOURCES } from '../market/ledger.ts';
import type { Recording } from '../market/recording.ts';
import { type Summary, summarise } from './summary.ts';

type Source = (typeof SOURCES)[number];
type Component = (typeof COMPONENTS)[number];

/** Something that speaks for a purchase: what built liking, familiarity and expectation, or another part of the choice. */
interface Reason {
  readonly name: Source | Component;
  /** Position among sources, then components. */
  readonly part: number;
}

const sources = (...names: readonly Source[]): Reason[] => names.map((name) => ({ name, part: SOURCES.indexOf(name) }));
const components = (...names: readonly Component[]): Reason[] =>
  names.map((name) => ({ name, part: SOURCES.length + COMPONENTS.indexOf(name) }));

/** Reasons by who is behind them. */
export const REASON_GROUPS: readonly { readonly name: string; readonly reasons: readonly Reason[] }[] = [
  { name: 'The brand', reasons: sources('advertising', 'content', 'relationship', 'being asked') },
  { name: 'Other people', reasons: [...sources('word of mouth', 'reviews', 'peers'), ...components('social support')] },
  { name: 'Own use and habit', reasons: [...sources('own use'), ...components('habit')] },
  { name: 'Own need and intent', reasons: components('struggle', 'intent') },
  { name: 'Known from before', reasons: sources('prior') },
];

const REASONS = REASON_GROUPS.flatMap(({ reasons }) => reasons);
const WIDTH = SOURCES.length + COMPONENTS.length;

/** All reasons, in the order of their groups. */
export const REASON_NAMES: readonly string[] = REASONS.map(({ name }) => name);

/** What spoke for some purchases. */
export interface DividedReasons {
  /** Purchases that anything spoke for. */
  readonly purchases: number;
  /** Share of each reason, in the order of `REASON_NAMES`; they add up to 1. Empty without purchases. */
  readonly shares: readonly number[];
}

/**
 * Divides purchases over what spoke for them: of each purchase the positive parts of the score, and of liking, familiarity and expectation
 * what had built them.
 *
 * @param parts `[week * (sources + components) + part]` as the ledger sums them up, or weeks of it
 */
export function divideReasons(parts: ArrayLike<number>): DividedReasons {
  const sums = new Float64Array(WIDTH);
  for (let at = 0; at < parts.length; at++) sums[at % WIDTH] += parts[at];
  const purchases = sums.subarray(SOURCES.length).reduce((sum, share) => sum + share, 0);
  if (!(purchases > 0)) return { purchases: 0, shares: [] };
  const shares = REASONS.map(({ part }) => sums[part]);
  // What sources built is as much as the components that have sources, but for the rounding of small numbers.
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return { purchases, shares: shares.map((share) => share / whole) };
}

/** What spoke for the purchases of one brand in the first weeks of a run; null where the run kept no ledger. */
export function reasonsOf({ reasons, weeks, brands, population }: Recording, until: number, brand = 0): DividedReasons | null {
  if (reasons === undefined) return null;
  const parts = Float64Array.from({ length: Math.min(until, weeks) * WIDTH }, (_, at) => {
    const week = Math.floor(at / WIDTH);
    return reasons[(week * brands + brand) * WIDTH + (at % WIDTH)];
  });
  const { purchases, shares } = divideReasons(parts);
  return { purchases: purchases / population, shares };
}

/** Reasons of one strategy over replicates. */
export interface ReasonSummary {
  /** For each person of the market, from the first week on. */
  readonly purchases: Summary;
  /** By reason; undefined where nothing was bought in some replicate. */
  readonly shares: Record<string, Summary>;
}

/** @param runs a replicate each, purchases counted for each person */
export function summariseReasons(runs: readonly DividedReasons[]): ReasonSummary {
  return {
    purchases: summarise(runs.map(({ purchases }) => purchases)),
    shares: Object.fromEntries(
      REASON_NAMES.map((name, at) => [name, summarise(runs.map(({ shares }) => (shares.length === 0 ? Number.NaN : shares[at])))]),
    ),
  };
}

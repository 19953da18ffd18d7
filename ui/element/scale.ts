import type { NumberParameter, VectorParameter } from '../../sim/parameter/index.ts';

/**
 * What a slider goes over: the plausible range of a parameter, evenly in its logarithm where it spans a factor of ten or more, and some way
 * beyond an end at which the default stands, as far as is allowed, so that it can be moved to both sides.
 */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  readonly integer: boolean;
}

/** Positions of a slider: fine enough that no two pixels of it share one. */
export const POSITIONS = 1000;

/** Ranges that span at least this factor are gone through in equal ratios. */
const WIDE = 10;
/** Part of the range that a slider goes beyond its default at an end. */
const ROOM = 1 / 3;

export function scaleOf({ type, default: usual, range, allowed }: NumberParameter | VectorParameter): Scale {
  let [low, high] = range;
  const log = low > 0 && high / low >= WIDE;
  const beyond = (end: number, side: 1 | -1): number => {
    const exact = log ? end * (range[1] / range[0]) ** (side * ROOM) : end + side * ROOM * (range[1] - range[0]);
    return type === 'integer' ? Math.round(exact) : Number(exact.toPrecision(2));
  };
  if (usual === low) low = Math.max(allowed[0], beyond(low, -1));
  if (usual === high) high = Math.min(allowed[1], beyond(high, 1));
  return { low, high, log, integer: type === 'integer' };
}

/** Where a value stands on the slider, 0 to `POSITIONS`; what lies outside the range stands at its end. */
export function positionOf(value: number, { low, high, log }: Scale): number {
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * POSITIONS) : 0;
}

/** The value at a position, round: to a hundredth or thousandth of the range, or three digits of the value on a logarithmic scale. */
export function valueAt(position: number, { low, high, log, integer }: Scale): number {
  const share = Math.min(POSITIONS, Math.max(0, position)) / POSITIONS;
  if (share === 0) return low;
  if (share === 1) return high;
  const exact = log ? low * (high / low) ** share : low + (high - low) * share;
  const digit = 10 ** (Math.floor(Math.log10(log ? exact : high - low)) - 2);
  const rounded = Math.round(exact / digit) * digit;
  // 0.1 + 0.2 is written 0.3.
  const clean = Number(rounded.toPrecision(12));
  return integer ? Math.round(clean) : clean;
}

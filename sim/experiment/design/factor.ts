import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Axis } from '../../scenario/index.ts';

/** What a scenario's JSON may hold at a path. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A parameter that moves through a range. */
export interface RangeFactor extends Axis {
  readonly kind: 'range';
  /** Levels in a full factorial; null for the design's own number. */
  readonly steps: number | null;
}

/** A parameter that takes listed values: numbers, names, whole vectors, a whole network. */
export interface LevelFactor {
  readonly kind: 'levels';
  readonly path: string;
  readonly levels: readonly JsonValue[];
}

/** A parameter that an experiment varies, by its path in the scenario. */
export type Factor = RangeFactor | LevelFactor;

/** The value of a factor at a share u in [0, 1] of its way; every integer and every listed level has an equal part of it. */
export function valueAt(factor: Factor, u: number): JsonValue {
  if (factor.kind === 'range') return valueOnAxis(factor, u);
  return factor.levels[Math.min(factor.levels.length - 1, Math.floor(u * factor.levels.length))];
}

/** The number at a share u in [0, 1] of an axis: between its ends, or between their logarithms. */
export function valueOnAxis({ low, high, log, integer }: Pick<Axis, 'low' | 'high' | 'log' | 'integer'>, u: number): number {
  if (log) {
    const value = exp(ln(low) + u * (ln(high) - ln(low)));
    return Math.min(high, Math.max(low, integer ? Math.round(value) : value));
  }
  return integer ? Math.min(high, low + Math.floor(u * (high - low + 1))) : low + u * (high - low);
}

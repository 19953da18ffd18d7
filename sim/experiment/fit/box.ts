import { valueOnAxis } from '../design/factor.ts';

/** A parameter to be found, within bounds. Searches run on its place in [0, 1] between them. */
export interface FreeParameter {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Places are even in the logarithm; low is above 0. */
  readonly log: boolean;
  readonly unit: string;
  readonly meaning: string;
}

/** Values at a place of the unit box; places outside are moved to the nearest face. */
export function valuesAt(parameters: readonly FreeParameter[], place: ArrayLike<number>): number[] {
  return parameters.map(({ low, high, log }, d) => valueOnAxis({ low, high, log, integer: false }, Math.min(1, Math.max(0, place[d]))));
}

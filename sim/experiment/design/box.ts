import { type Axis, assign } from '../../scenario/index.ts';
import { valueOnAxis } from './factor.ts';

/** A raw scenario with every axis of a box set to its place in [0, 1]; still to be validated. */
export function scenarioInBox(base: object, axes: readonly Axis[], place: ArrayLike<number>): Record<string, unknown> {
  return axes.reduce<unknown>((given, axis, d) => assign(given, axis.path, valueOnAxis(axis, place[d])), base) as Record<string, unknown>;
}

import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { deriveKeys, type Keys, Stream } from '../random/index.ts';
import type { Axis } from '../scenario/index.ts';

/**
 * Latin hypercube (McKay, Beckman & Conover 1979, 10.2307/1268522): `points` rows in [0, 1)^dimensions, each dimension's values one in each
 * of `points` equal strata, in random order and at a random place within.
 */
export function latinHypercube(points: number, dimensions: number, keys: Keys): Float64Array[] {
  const rows = Array.from({ length: points }, () => new Float64Array(dimensions));
  const order = new Uint32Array(points);
  for (let d = 0; d < dimensions; d++) {
    const stream = new Stream(deriveKeys(keys, d));
    for (let p = 0; p < points; p++) order[p] = p;
    stream.shuffle(order);
    for (let p = 0; p < points; p++) rows[p][d] = (order[p] + stream.uniform()) / points;
  }
  return rows;
}

/** The value at a share u in [0, 1) of an axis. */
function valueOnAxis(axis: Axis, u: number): number {
  const value = axis.log ? exp(ln(axis.low) + u * (ln(axis.high) - ln(axis.low))) : axis.low + u * (axis.high - axis.low);
  return axis.integer ? Math.round(value) : value;
}

/** A raw scenario with the values of one point of the hypercube set on a copy of `base`. */
export function scenarioAt(base: object, axes: readonly Axis[], point: ArrayLike<number>): Record<string, unknown> {
  const copy = JSON.parse(JSON.stringify(base)) as Record<string, unknown>;
  axes.forEach((axis, d) => {
    const path = axis.path.split('.');
    let node: Record<string, unknown> = copy;
    for (const step of path.slice(0, -1)) node = node[step] as Record<string, unknown>;
    node[path.at(-1) as string] = valueOnAxis(axis, point[d]);
  });
  return copy;
}

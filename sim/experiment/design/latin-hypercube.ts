import { deriveKeys, type Keys, Stream } from '../../random/index.ts';

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

/** Distances looked at while a hypercube is spread out; a few seconds' worth. */
const EFFORT = 20_000_000;
const SWAPS_PER_VALUE = 100;

/**
 * A Latin hypercube whose closest points lie far apart (Johnson, Moore & Ylvisaker 1990, 10.1016/0378-3758(90)90122-B), reached by swapping two
 * values of a column wherever that lowers the phi criterion of Morris & Mitchell (1995, 10.1016/0378-3758(94)00035-T), the sum of
 * distance^-20 over pairs. The strata stay those of a Latin hypercube.
 */
export function maximinLatinHypercube(points: number, dimensions: number, keys: Keys): Float64Array[] {
  const rows = latinHypercube(points, dimensions, keys);
  if (points < 3 || dimensions < 2) return rows;
  const stream = new Stream(deriveKeys(keys, dimensions, 1));
  const swaps = Math.min(SWAPS_PER_VALUE * points * dimensions, Math.floor(EFFORT / (2 * points * dimensions)));
  for (let swap = 0; swap < swaps; swap++) {
    const d = stream.integer(dimensions);
    const i = stream.integer(points);
    const j = (i + 1 + stream.integer(points - 1)) % points;
    const before = crowding(rows, i, j) + crowding(rows, j, i);
    exchange(rows, i, j, d);
    if (crowding(rows, i, j) + crowding(rows, j, i) > before) exchange(rows, i, j, d);
  }
  return rows;
}

/** Sum of distance^-20 from row i to every row but itself and `except`: their distance does not change by a swap between them. */
function crowding(rows: readonly Float64Array[], i: number, except: number): number {
  const row = rows[i];
  let sum = 0;
  for (let p = 0; p < rows.length; p++) {
    if (p === i || p === except) continue;
    const other = rows[p];
    let squared = 0;
    for (let d = 0; d < row.length; d++) squared += (row[d] - other[d]) * (row[d] - other[d]);
    const x2 = 1 / (squared * squared);
    const x4 = x2 * x2;
    sum += x4 * x4 * x2;
  }
  return sum;
}

function exchange(rows: readonly Float64Array[], i: number, j: number, d: number): void {
  const value = rows[i][d];
  rows[i][d] = rows[j][d];
  rows[j][d] = value;
}

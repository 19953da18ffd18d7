import { deriveKeys, type Keys, Stream } from '../../random/index.ts';

/**
 * Trajectory `index` of Morris (1991, doi:10.1080/00401706.1991.10484804) through a grid of `levels` levels a factor: factors + 1 points, each
 * differing from the one before in one factor, by levels / (2 (levels - 1)), up or down with equal chance.
 *
 * @param levels even, so that all levels are equally likely
 */
export function morrisTrajectory(index: number, factors: number, levels: number, keys: Keys): Float64Array[] {
  const stream = new Stream(deriveKeys(keys, index));
  const delta = levels / (2 * (levels - 1));
  const order = Uint32Array.from({ length: factors }, (_, factor) => factor);
  stream.shuffle(order);
  const start = new Float64Array(factors);
  const step = new Float64Array(factors);
  for (let factor = 0; factor < factors; factor++) {
    const lower = stream.integer(levels / 2) / (levels - 1);
    const up = stream.integer(2) === 1;
    start[factor] = up ? lower : lower + delta;
    step[factor] = up ? delta : -delta;
  }
  const points = [start];
  for (const factor of order) {
    const point = (points.at(-1) as Float64Array).slice();
    point[factor] += step[factor];
    points.push(point);
  }
  return points;
}

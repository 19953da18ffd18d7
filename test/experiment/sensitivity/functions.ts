import type { Outcomes } from '../../../sim/experiment/sensitivity/outcomes.ts';

/** Ishigami & Homma (1990) with a = 7, b = 0.1 on [-pi, pi]^3, places in the unit cube. Exact indices: Sobol & Levitan (1999). */
export function ishigami(place: ArrayLike<number>): number {
  const [x, y, z] = Array.from(place, (u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

const variance = 49 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 18 + 1 / 2;
const first = (0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2) / variance;
const third = (0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)) / variance;
export const ISHIGAMI = { first: [first, 49 / 8 / variance, 0], total: [first + third, 49 / 8 / variance, third] };

/** Sobol's G function: product of (|4 u - 2| + a) / (1 + a); its exact indices follow from the partial variances 1 / (3 (1 + a)^2). */
export const G_WEIGHTS = [0, 1, 4.5, 9, 99, 99, 99, 99];
export function sobolG(place: ArrayLike<number>): number {
  return G_WEIGHTS.reduce((product, a, d) => (product * (Math.abs(4 * place[d] - 2) + a)) / (1 + a), 1);
}
const partial = G_WEIGHTS.map((a) => 1 / (3 * (1 + a) ** 2));
const whole = partial.reduce((product, v) => product * (1 + v), 1) - 1;
export const SOBOL_G = {
  first: partial.map((v) => v / whole),
  total: partial.map((v) => (v * (1 + whole)) / (1 + v) / whole),
};

/** Outcomes of a function with luck added: `luck(point, replicate)`. */
export function outcomesOf(
  places: readonly Float64Array[],
  f: (place: Float64Array) => number,
  replicates = 1,
  luck: (point: number, replicate: number, place: Float64Array) => number = () => 0,
): Outcomes {
  const values = new Float64Array(places.length * replicates);
  places.forEach((place, point) => {
    for (let r = 0; r < replicates; r++) values[point * replicates + r] = f(place) + luck(point, r, place);
  });
  return { points: places.length, replicates, values };
}

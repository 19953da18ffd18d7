import exp from '@stdlib/math-base-special-exp';
import { deriveKeys, drawNormal, drawUniform, type Keys } from '../../random/index.ts';
import { latinHypercube } from '../design/latin-hypercube.ts';
import { cholesky, moments } from './matrix.ts';
import type { Draws } from './posterior.ts';

export interface AbcSettings {
  /** Particles in a generation. */
  readonly particles: number;
  /** Simulations after which no new generation is begun. */
  readonly simulations: number;
  /** Share of a generation's distances that the next must stay below. */
  readonly quantile?: number;
  /** Ends when fewer of the proposals than this are accepted. */
  readonly acceptance?: number;
  readonly keys: Keys;
  /** Told after every simulation. */
  readonly onProgress?: (simulations: number) => void;
}

export interface AbcResult {
  /** As many draws of equal weight as there are particles, resampled from the last generation. */
  readonly draws: Draws;
  /** Place with the smallest distance of all that were tried. */
  readonly best: Float64Array;
  readonly bestDistance: number;
  /** Greatest distance that was accepted, by generation. */
  readonly thresholds: readonly number[];
  readonly simulations: number;
}

interface Generation {
  readonly places: Float64Array[];
  readonly distances: number[];
  readonly weights: number[];
}

/**
 * Approximate Bayesian computation by sequential Monte Carlo (Toni et al. 2009, 10.1098/rsif.2008.0172) under a prior that is even over the unit
 * box: particles are moved by a normal with twice their covariance (Beaumont et al. 2009, 10.1093/biomet/asp052), weighed against the prior,
 * and kept where the simulation comes nearer to the data than a quantile of the generation before (Drovandi & Pettitt 2011,
 * 10.1111/j.1541-0420.2010.01410.x).
 *
 * @param distance simulates at a place with the luck of the keys, and says how far from the data the result lies; NaN for no result
 */
export function abcSmc(distance: (place: Float64Array, keys: Keys) => number, dimensions: number, settings: AbcSettings): AbcResult {
  const { particles, quantile = 0.5, acceptance = 0.02, keys, onProgress } = settings;
  let simulations = 0;
  let best: { place: Float64Array; distance: number } = { place: new Float64Array(dimensions), distance: Infinity };
  const tried = (place: Float64Array): number => {
    const found = distance(place, deriveKeys(keys, 1, simulations++));
    if (found < best.distance) best = { place, distance: found };
    onProgress?.(simulations);
    return Number.isNaN(found) ? Infinity : found;
  };
  const places = latinHypercube(particles, dimensions, deriveKeys(keys, 2));
  let now: Generation = { places, distances: places.map(tried), weights: places.map(() => 1 / particles) };
  const thresholds = [Math.max(...now.distances)];
  while (simulations < settings.simulations) {
    const threshold = quantileOf(now.distances, quantile);
    const next = generation(
      now,
      threshold,
      deriveKeys(keys, 3, thresholds.length),
      tried,
      () => simulations < 2 * settings.simulations,
      acceptance,
    );
    if (next === null) break;
    now = next;
    thresholds.push(threshold);
  }
  return { draws: resampled(now, deriveKeys(keys, 4)), best: best.place, bestDistance: best.distance, thresholds, simulations };
}

/** As many particles below the threshold; null where proposals are accepted too rarely, or time is up. */
function generation(
  before: Generation,
  threshold: number,
  { k0, k1 }: Keys,
  tried: (place: Float64Array) => number,
  mayGoOn: () => boolean,
  acceptance: number,
): Generation | null {
  const { covariance } = moments(before.places, before.weights);
  const lower = cholesky(covariance.map((row, i) => row.map((value, j) => 2 * value + (i === j ? 1e-8 : 0))));
  if (lower === null) return null;
  const next: Generation = { places: [], distances: [], weights: [] };
  let simulated = 0;
  for (let attempt = 0; next.places.length < before.places.length; attempt++) {
    const ancestor = before.places[drawn(before.weights, drawUniform(k0, k1, attempt, 0))];
    const normals = ancestor.map((_, d) => drawNormal(k0, k1, attempt, d + 1));
    const place = ancestor.map((x, d) => lower[d].reduce((sum, l, k) => sum + l * normals[k], x));
    if (!place.every((x) => x >= 0 && x <= 1)) continue;
    if (simulated >= 50 && next.places.length < acceptance * simulated) return null;
    if (!mayGoOn()) return null;
    simulated++;
    const distance = tried(place);
    if (!(distance <= threshold)) continue;
    next.places.push(place);
    next.distances.push(distance);
    next.weights.push(1 / before.places.reduce((sum, from, at) => sum + before.weights[at] * kernel(place, from, lower), 0));
  }
  const all = next.weights.reduce((sum, weight) => sum + weight, 0);
  return { ...next, weights: next.weights.map((weight) => weight / all) };
}

/** Density of a move, up to a constant: exp of minus half the squared length of the move in units of the kernel. */
function kernel(to: Float64Array, from: Float64Array, lower: readonly Float64Array[]): number {
  const z = new Float64Array(to.length);
  let squared = 0;
  for (let i = 0; i < z.length; i++) {
    let sum = to[i] - from[i];
    for (let k = 0; k < i; k++) sum -= lower[i][k] * z[k];
    z[i] = sum / lower[i][i];
    squared += z[i] * z[i];
  }
  return exp(-squared / 2);
}

/** Index drawn with these weights, which sum to 1. */
function drawn(weights: readonly number[], u: number): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at];
    if (u < sum) return at;
  }
  return weights.length - 1;
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(share * (sorted.length - 1))];
}

/** Systematic resampling: as many draws, each particle as often as its weight says, to within one. */
function resampled({ places, weights }: Generation, { k0, k1 }: Keys): Float64Array[] {
  const u = drawUniform(k0, k1, 0, 0);
  const draws: Float64Array[] = [];
  let sum = 0;
  for (let at = 0; at < places.length; at++) {
    sum += weights[at];
    while (draws.length < places.length && draws.length + u < sum * places.length) draws.push(places[at]);
  }
  while (draws.length < places.length) draws.push(places[places.length - 1]);
  return draws;
}

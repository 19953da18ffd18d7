import { mean, sampleVariance } from 'simple-statistics';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import { drawCounts, percentileInterval } from '../resample.ts';
import { type Outcomes, ReplicatePairs } from './outcomes.ts';
import type { Index } from './sobol-indices.ts';

/** What moving one factor along its whole way does, at random places of all others; in units of the output. */
export interface MorrisEffect {
  /** Mean elementary effect; opposite effects cancel. */
  readonly mu: Index;
  /** Mean absolute elementary effect: how much the factor matters. */
  readonly muStar: Index;
  /** Standard deviation of the elementary effects: interactions and curvature, with what luck adds. */
  readonly sigma: number;
  /** Standard deviation that luck alone gives an elementary effect; null with one replicate. */
  readonly noise: number | null;
  /** sigma without the part of luck; null with one replicate. */
  readonly sigmaWithoutLuck: number | null;
  /** What mu* would be about if the factor did nothing and all were luck: noise sqrt(2 / pi). Null with one replicate. */
  readonly muStarOfLuck: number | null;
}

const RESAMPLES = 1000;
const MEAN_OF_HALF_NORMAL = 0.7978845608028654;

/**
 * Elementary effects of Morris (1991, doi:10.1080/00401706.1991.10484804) with mu* of Campolongo, Cariboni & Saltelli (2007,
 * doi:10.1016/j.envsoft.2006.10.004), scaled to the whole way of a factor. The step of a trajectory is read from its points. Both ends of a
 * step have the same luck, so most of it cancels; what is left is measured between replicates and told apart.
 *
 * @param places of the points in the unit cube, trajectory by trajectory, each of factors + 1 points
 * @returns one entry a factor; null where any value is undefined
 */
export function morrisEffects(places: readonly Float64Array[], outcomes: Outcomes, keys: Keys): MorrisEffect[] | null {
  const { replicates, values } = outcomes;
  if (!values.every(Number.isFinite)) return null;
  const factors = places[0].length;
  const trajectories = places.length / (factors + 1);
  if (!Number.isInteger(trajectories) || places.length !== outcomes.points) {
    throw new RangeError(`${places.length} points are not trajectories of ${factors + 1}, or not those of the outcomes`);
  }
  const effects = Array.from({ length: factors }, () => new Float64Array(trajectories * replicates));
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    for (let step = 0; step < factors; step++) {
      const from = trajectory * (factors + 1) + step;
      const factor = places[from].findIndex((place, d) => place !== places[from + 1][d]);
      const change = places[from + 1][factor] - places[from][factor];
      for (let r = 0; r < replicates; r++) {
        effects[factor][trajectory * replicates + r] = (values[(from + 1) * replicates + r] - values[from * replicates + r]) / change;
      }
    }
  }
  return effects.map((each, factor) => effectOf(each, trajectories, replicates, new Stream(deriveKeys(keys, factor))));
}

function effectOf(effects: Float64Array, trajectories: number, replicates: number, stream: Stream): MorrisEffect {
  const equal = new ReplicatePairs(new Float64Array(replicates).fill(1));
  const averages = (replicateWeights: ReplicatePairs) =>
    Array.from({ length: trajectories }, (_, t) => replicateWeights.mean(effects, t * replicates));
  const own = averages(equal);
  const mus: number[] = [];
  const muStars: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const again = averages(replicates < 3 ? equal : new ReplicatePairs(drawCounts(replicates, stream)));
    const counts = drawCounts(trajectories, stream);
    let sum = 0;
    let absolute = 0;
    for (let t = 0; t < trajectories; t++) {
      sum += counts[t] * again[t];
      absolute += counts[t] * Math.abs(again[t]);
    }
    mus.push(sum / trajectories);
    muStars.push(absolute / trajectories);
  }
  const variance = trajectories > 1 ? sampleVariance(own) : 0;
  const noiseVariance = replicates > 1 ? luckVariance(effects, trajectories, replicates) : null;
  const noise = noiseVariance === null ? null : Math.sqrt(noiseVariance);
  return {
    mu: { estimate: mean(own), ...percentileInterval(mus) },
    muStar: { estimate: mean(own.map(Math.abs)), ...percentileInterval(muStars) },
    sigma: Math.sqrt(variance),
    noise,
    sigmaWithoutLuck: noiseVariance === null ? null : Math.sqrt(Math.max(0, variance - noiseVariance)),
    muStarOfLuck: noise === null ? null : noise * MEAN_OF_HALF_NORMAL,
  };
}

/** Variance that luck leaves in the mean of an elementary effect over replicates. */
function luckVariance(effects: Float64Array, trajectories: number, replicates: number): number {
  let sum = 0;
  for (let t = 0; t < trajectories; t++) sum += sampleVariance(Array.from(effects.subarray(t * replicates, (t + 1) * replicates)));
  return sum / trajectories / replicates;
}

import type { Outcomes } from './outcomes.ts';

/** Where the variance of an output comes from, over random points and random luck. */
export interface VarianceSplit {
  /** Variance of the expected output between points. */
  readonly parameters: number;
  /** Variance that luck adds: between replicates of one point, averaged over points. */
  readonly luck: number;
  /** luck / (parameters + luck); null where nothing varies. */
  readonly luckShare: number | null;
}

/**
 * Separates what parameters do from what luck does: the covariance over points of two different replicates, averaged over their pairs, is
 * free of noise; the variance within a point is all noise (two-way random effects, Searle, Casella & McCulloch 1992, 10.1002/9780470316856).
 *
 * @returns null with fewer than two points or replicates
 */
export function splitVariance({ points, replicates, values }: Outcomes): VarianceSplit | null {
  if (points < 2 || replicates < 2) return null;
  const pointMeans = new Float64Array(points);
  values.forEach((value, at) => {
    pointMeans[Math.floor(at / replicates)] += value / replicates;
  });
  const replicateMeans = new Float64Array(replicates);
  values.forEach((value, at) => {
    replicateMeans[at % replicates] += value / points;
  });
  let grand = 0;
  for (const value of pointMeans) grand += value / points;
  const betweenPoints = squares(pointMeans, grand) / (points - 1);
  const betweenReplicates = squares(replicateMeans, grand) / (replicates - 1);
  let rest = 0;
  values.forEach((value, at) => {
    const left = value - pointMeans[Math.floor(at / replicates)] - replicateMeans[at % replicates] + grand;
    rest += left * left;
  });
  const interaction = rest / ((points - 1) * (replicates - 1));
  const parameters = Math.max(0, betweenPoints - interaction / replicates);
  const luck = interaction + Math.max(0, betweenReplicates - interaction / points);
  return { parameters, luck, luckShare: parameters + luck > 0 ? luck / (parameters + luck) : null };
}

function squares(values: Float64Array, centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
}

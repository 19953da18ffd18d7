import type { WinSurface } from './win-surface.ts';

/**
 * The candidates at which it is least certain who wins more often, by the straddle of Bryan et al. (2005, Active learning for identifying
 * function threshold boundaries, NIPS 18): 1.96 sd - |mean| of the log odds, above 0 just where 95 % do not settle it. Each chosen place is
 * taken for seen before the next is chosen, so that a batch spreads along the border instead of crowding at one spot of it.
 *
 * @param noise variance of the log odds that one observation has: about 4 / replicates where both win equally often
 */
export function whereNext(surface: WinSurface, candidates: readonly Float64Array[], count: number, noise: number): Float64Array[] {
  const means = candidates.map((place) => surface.at(place).mean);
  const variances = candidates.map((place) => surface.at(place).variance);
  const chosen: number[] = [];
  // Covariances with the chosen places, each after those before it, as in a pivoted Cholesky decomposition.
  const columns: Float64Array[] = [];
  while (chosen.length < Math.min(count, candidates.length)) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < candidates.length; at++) {
      const straddle = 1.96 * Math.sqrt(variances[at]) - Math.abs(means[at]);
      if (straddle > most && !chosen.includes(at)) [best, most] = [at, straddle];
    }
    const scale = Math.sqrt(variances[best] + noise);
    const column = Float64Array.from(candidates, (place, at) => {
      let covariance = surface.covariance(place, candidates[best]);
      for (const earlier of columns) covariance -= earlier[at] * earlier[best];
      return covariance / scale;
    });
    chosen.push(best);
    columns.push(column);
    for (let at = 0; at < variances.length; at++) variances[at] = Math.max(0, variances[at] - column[at] * column[at]);
  }
  return chosen.map((at) => candidates[at]);
}

/** One hypothesis after Holm's correction. */
export interface HolmResult {
  /** Adjusted p value: below alpha exactly when the hypothesis is rejected. */
  readonly adjusted: number;
  /** Level of an interval that agrees with the decision: it excludes the null exactly when the hypothesis is rejected. */
  readonly level: number;
}

/**
 * Step-down correction of Holm (1979, Scandinavian Journal of Statistics 6:65-70): the smallest of m p values is tested at alpha / m,
 * the next at alpha / (m - 1), and so on until one fails; then all further ones fail. The chance of any false rejection stays below
 * alpha whatever the dependence.
 *
 * The level of a rejected hypothesis is the one at which it was tested; all others share the level of the first that failed.
 *
 * @param pValues in any order
 * @returns in the order of the input
 */
export function holm(pValues: readonly number[], alpha = 0.05): HolmResult[] {
  const m = pValues.length;
  const order = pValues.map((_, index) => index).sort((i, j) => pValues[i] - pValues[j]);
  const results = new Array<HolmResult>(m);
  let adjusted = 0;
  let failedLevel: number | null = null;
  order.forEach((index, rank) => {
    adjusted = Math.max(adjusted, Math.min(1, pValues[index] * (m - rank)));
    const level = alpha / (m - rank);
    if (failedLevel === null && adjusted >= alpha) failedLevel = level;
    results[index] = { adjusted, level: failedLevel ?? level };
  });
  return results;
}

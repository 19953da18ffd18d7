/**
 * Moves labels apart so that none covers another, each as near as can be to where it belongs (least squares). With neighbours at least
 * `gap` apart, position minus rank x gap must not fall: that is isotonic regression, solved exactly by pooling adjacent violators
 * (Ayer et al. 1955, doi:10.1214/aoms/1177728423). When there is not room for all at `gap`, they share the room evenly.
 *
 * @param wanted centres, in any order
 * @param low smallest centre allowed
 * @param high largest centre allowed
 * @returns centres in the order of the input
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const step = count > 1 ? Math.min(gap, Math.max(0, high - low) / (count - 1)) : 0;
  const order = wanted.map((_, index) => index).sort((i, j) => wanted[i] - wanted[j] || i - j);
  const pools: { sum: number; size: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: wanted[index] - rank * step, size: 1 };
    let previous = pools.at(-1);
    while (previous && previous.sum / previous.size >= pool.sum / pool.size) {
      pools.pop();
      pool = { sum: previous.sum + pool.sum, size: previous.size + pool.size };
      previous = pools.at(-1);
    }
    pools.push(pool);
  });
  const bases = pools.flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size));
  const placed = new Array<number>(count);
  order.forEach((index, rank) => {
    placed[index] = Math.min(Math.max(bases[rank], low), Math.max(low, high - (count - 1) * step)) + rank * step;
  });
  return placed;
}

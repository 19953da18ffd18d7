/** Gini coefficient of market shares: 0 when all are equal, near 1 when one has everything; 0 for an empty market. */
export function gini(sales: ArrayLike<number>): number {
  const sorted = Float64Array.from(sales).sort();
  let total = 0;
  let ranked = 0;
  sorted.forEach((sold, rank) => {
    total += sold;
    ranked += (rank + 1) * sold;
  });
  return total === 0 ? 0 : (2 * ranked) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/**
 * Unpredictability of success: the difference of an item's market share between two worlds, mean over pairs of worlds and items
 * (Salganik et al. 2006, 10.1126/science.1121066). 0 with fewer than two worlds that sold anything.
 */
export function unpredictability(worlds: readonly ArrayLike<number>[]): number {
  const shares = worlds.map(sharesOf).filter((each) => each !== null);
  let sum = 0;
  let terms = 0;
  for (let a = 0; a < shares.length; a++) {
    for (let b = 0; b < a; b++) {
      for (let item = 0; item < shares[a].length; item++) sum += Math.abs(shares[a][item] - shares[b][item]);
      terms += shares[a].length;
    }
  }
  return terms === 0 ? 0 : sum / terms;
}

/** Spearman's rank correlation, equals sharing their ranks; 0 where either side is all equal. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (x.length + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let item = 0; item < x.length; item++) {
    xx += (x[item] - middle) * (x[item] - middle);
    yy += (y[item] - middle) * (y[item] - middle);
    xy += (x[item] - middle) * (y[item] - middle);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

function sharesOf(sales: ArrayLike<number>): Float64Array | null {
  let total = 0;
  for (let item = 0; item < sales.length; item++) total += sales[item];
  return total === 0 ? null : Float64Array.from(sales, (sold) => sold / total);
}

/** Ranks from 1; equals get the mean of theirs. */
function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, item) => item).sort((a, b) => values[a] - values[b]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let at = from; at < to; at++) result[order[at]] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

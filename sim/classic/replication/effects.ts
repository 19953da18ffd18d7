/**
 * Standardised regression coefficients of an outcome on several factors, by least squares: change of the outcome, in standard deviations, by
 * one standard deviation of a factor. Solved on the correlation matrix by elimination with pivots.
 *
 * @param points a row a setting, a number a factor
 */
export function standardisedEffects(points: readonly (readonly number[])[], outcome: readonly number[]): number[] {
  const factors = points[0].length;
  const columns = Array.from({ length: factors }, (_, factor) => standardised(points.map((point) => point[factor])));
  const y = standardised(outcome);
  const rows = columns.map((column) => [...columns.map((other) => dot(column, other)), dot(column, y)]);
  for (let k = 0; k < factors; k++) {
    let pivot = k;
    for (let row = k + 1; row < factors; row++) if (Math.abs(rows[row][k]) > Math.abs(rows[pivot][k])) pivot = row;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let row = 0; row < factors; row++) {
      if (row === k) continue;
      const share = rows[row][k] / rows[k][k];
      rows[row] = rows[row].map((each, at) => each - share * rows[k][at]);
    }
  }
  return rows.map((row, k) => row[factors] / row[k]);
}

/** Less the mean, and of length 1. */
function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const centred = values.map((each) => each - mean);
  const length = Math.sqrt(dot(centred, centred));
  return centred.map((each) => each / length);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, at) => sum + each * b[at], 0);
}

/** Lower triangle L with L L' = matrix, row by row; null where the matrix is not positive definite. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const n = matrix.length;
  const lower = matrix.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 0) lower[i][i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** Mean and covariance of rows, weighted; the weights sum to 1. */
export function moments(rows: readonly Float64Array[], weights: ArrayLike<number>): { mean: Float64Array; covariance: Float64Array[] } {
  const n = rows[0].length;
  const mean = new Float64Array(n);
  rows.forEach((row, at) => {
    for (let d = 0; d < n; d++) mean[d] += weights[at] * row[d];
  });
  const covariance = Array.from({ length: n }, () => new Float64Array(n));
  rows.forEach((row, at) => {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) covariance[i][j] += weights[at] * (row[i] - mean[i]) * (row[j] - mean[j]);
  });
  return { mean, covariance };
}

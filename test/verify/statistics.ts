import { mean, sampleCorrelation } from 'simple-statistics';

export type Numbers = ArrayLike<number>;

/** Least squares with an intercept: coefficients of the columns, in order, the intercept left out. */
export function slopes(outcome: Numbers, ...columns: Numbers[]): number[] {
  const k = columns.length + 1;
  const at = (row: number, column: number) => (column === 0 ? 1 : columns[column - 1][row]);
  const matrix = Array.from({ length: k }, () => new Float64Array(k + 1));
  for (let row = 0; row < outcome.length; row++) {
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) matrix[a][b] += at(row, a) * at(row, b);
      matrix[a][k] += at(row, a) * outcome[row];
    }
  }
  for (let a = 0; a < k; a++) {
    let pivot = a;
    for (let row = a + 1; row < k; row++) if (Math.abs(matrix[row][a]) > Math.abs(matrix[pivot][a])) pivot = row;
    [matrix[a], matrix[pivot]] = [matrix[pivot], matrix[a]];
    for (let row = 0; row < k; row++) {
      if (row === a) continue;
      const factor = matrix[row][a] / matrix[a][a];
      for (let b = a; b <= k; b++) matrix[row][b] -= factor * matrix[a][b];
    }
  }
  return matrix.slice(1).map((row, a) => row[k] / row[a + 1]);
}

export function correlation(a: Numbers, b: Numbers): number {
  return sampleCorrelation(Array.from(a), Array.from(b));
}

/** Correlation of a and b with c held fixed. */
export function partialCorrelation(a: Numbers, b: Numbers, c: Numbers): number {
  const ab = correlation(a, b);
  const ac = correlation(a, c);
  const bc = correlation(b, c);
  return (ab - ac * bc) / Math.sqrt((1 - ac * ac) * (1 - bc * bc));
}

/** Mean of the values for which `keep` holds; not a number when there is none. */
export function meanWhere(values: Numbers, keep: (at: number) => boolean): number {
  const kept = Array.from(values).filter((_, at) => keep(at));
  return kept.length === 0 ? Number.NaN : mean(kept);
}

export function sumOf(values: Numbers, from = 0, to = values.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += values[at];
  return sum;
}

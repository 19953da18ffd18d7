/** Exact answers for small populations with two opinions, from the rule written as a table of chances, for models to be compared with. */

/** A state is a bit per person. What one event makes of it: the next states and their chances. */
export type Event = (opinions: readonly number[]) => Iterable<readonly [next: readonly number[], chance: number]>;

const bitsOf = (state: number, n: number): number[] => Array.from({ length: n }, (_, i) => (state >> i) & 1);
const stateOf = (bits: readonly number[]): number => bits.reduce((sum, bit, i) => sum + (bit << i), 0);

/** Transition matrix of one event over all 2^n states. */
function matrixOf(n: number, event: Event): Float64Array[] {
  return Array.from({ length: 1 << n }, (_, state) => {
    const row = new Float64Array(1 << n);
    for (const [next, chance] of event(bitsOf(state, n))) row[stateOf(next)] += chance;
    return row;
  });
}

/** Solves a x = b by elimination with pivots; destroys its arguments. */
export function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    [a[column], a[pivot]] = [a[pivot], a[column]];
    [b[column], b[pivot]] = [b[pivot], b[column]];
    for (let row = 0; row < n; row++) {
      const factor = row === column ? 0 : a[row][column] / a[column][column];
      if (factor === 0) continue;
      for (let at = column; at < n; at++) a[row][at] -= factor * a[column][at];
      b[row] -= factor * b[column];
    }
  }
  return b.map((value, row) => value / a[row][row]);
}

/** Chance that the opinions end with all ones, from every state; zeros-only and ones-only must be the only states without a way out. */
export function endsWithOnes(n: number, event: Event): (opinions: readonly number[]) => number {
  const all = (1 << n) - 1;
  const a = matrixOf(n, event).map((row, state) => {
    if (state === 0 || state === all) row.fill(0);
    return row.map((chance, next) => (next === state ? 1 : 0) - chance);
  });
  const b = new Float64Array(1 << n);
  b[all] = 1;
  const chances = solve(a, b);
  return (opinions) => chances[stateOf(opinions)];
}

/** Long-run share of time in every state. */
export function restingShares(n: number, event: Event): Float64Array {
  const matrix = matrixOf(n, event);
  const size = matrix.length;
  // pi (I - P) = 0, one of whose equations says nothing, so that the sum takes its place.
  const a = Array.from({ length: size }, (_, column) =>
    Float64Array.from(matrix, (row, state) => (state === column ? 1 : 0) - row[column]),
  );
  a[0].fill(1);
  const b = new Float64Array(size);
  b[0] = 1;
  return solve(a, b);
}

/**
 * Spread over the number of ones among n well-mixed people, step by step, when one event takes k to k + 1 with chance `up` and to k - 1 with
 * `down`, and a step is n events.
 */
export function birthAndDeath(n: number, up: (ones: number) => number, down: (ones: number) => number) {
  return (spread: Float64Array): Float64Array => {
    let now = spread;
    for (let event = 0; event < n; event++) {
      const next = new Float64Array(n + 1);
      for (let k = 0; k <= n; k++) {
        next[k] += now[k] * (1 - up(k) - down(k));
        if (k < n) next[k + 1] += now[k] * up(k);
        if (k > 0) next[k - 1] += now[k] * down(k);
      }
      now = next;
    }
    return now;
  };
}

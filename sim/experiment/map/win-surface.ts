import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { cholesky, solveLower, solveUpper } from './cholesky.ts';

/** What was seen at one place: in how many of so many replicates one strategy beat the other; a tie is half a win. */
export interface Observation {
  /** In the unit cube of the factors. */
  readonly place: Float64Array;
  readonly wins: number;
  readonly replicates: number;
}

/** How the log odds of winning vary over the cube, before anything is seen. */
export interface SurfacePrior {
  /** Variance of the log odds about their mean level. */
  readonly variance: number;
  /** Distance, in each direction, over which they change. */
  readonly lengths: readonly number[];
}

/** The log odds that one strategy beats the other, anywhere in the cube. */
export interface WinSurface {
  readonly prior: SurfacePrior;
  /** Log marginal likelihood of what was seen, Laplace's approximation. */
  readonly evidence: number;
  /** Mean and variance of the log odds at a place. */
  at(place: ArrayLike<number>): { readonly mean: number; readonly variance: number };
  /** Covariance of the log odds at two places. */
  covariance(a: ArrayLike<number>, b: ArrayLike<number>): number;
}

/** Variance of the mean level of the log odds: from rare to certain wins. */
const LEVEL_VARIANCE = 4;
const PI = 3.141592653589793;
const NEWTON_STEPS = 50;
const HALVINGS = 20;
const CONVERGED = 1e-8;
const VARIANCES = [1, 4, 16, 64];
const LENGTHS = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
const SWEEPS = 2;

/**
 * Gaussian process classification of binomial counts with a logistic link and Laplace's approximation (Rasmussen & Williams 2006, algorithms
 * 3.1 and 3.2); covariance Matérn 5/2 with a length for each direction, on top of an unknown level.
 */
export function winSurface(observations: readonly Observation[], prior: SurfacePrior): WinSurface {
  const n = observations.length;
  const k = (a: ArrayLike<number>, b: ArrayLike<number>) => LEVEL_VARIANCE + matern(a, b, prior);
  const kernel = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) kernel[i * n + j] = k(observations[i].place, observations[j].place);

  let weights: Float64Array = new Float64Array(n);
  let f: Float64Array = new Float64Array(n);
  let objective = Number.NEGATIVE_INFINITY;
  let state = newton(kernel, observations, f);
  for (let iteration = 0; iteration < NEWTON_STEPS; iteration++) {
    // A full step can overshoot where counts are one-sided: halve it until it gains.
    let next: { readonly weights: Float64Array; readonly f: Float64Array } = { weights: state.weights, f: state.f };
    let gained = objectiveOf(next.weights, next.f, observations);
    for (let halving = 0; halving < HALVINGS && !(gained >= objective); halving++) {
      next = { weights: middle(next.weights, weights), f: middle(next.f, f) };
      gained = objectiveOf(next.weights, next.f, observations);
    }
    const done = gained - objective < CONVERGED;
    if (gained >= objective) {
      weights = next.weights;
      f = next.f;
    }
    objective = Math.max(objective, gained);
    state = newton(kernel, observations, f);
    if (done) break;
  }
  const { root, l, gradient } = state;
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) logDeterminant += ln(l[i * n + i]);

  const reduced = (place: ArrayLike<number>) => {
    const column = observations.map((observation) => k(observation.place, place));
    return {
      column,
      half: solveLower(
        l,
        column.map((value, i) => value * root[i]),
      ),
    };
  };
  const covariance = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
    const [one, two] = [reduced(a).half, reduced(b).half];
    return k(a, b) - dot(one, two);
  };
  return {
    prior,
    evidence: objective - logDeterminant,
    at(place) {
      const { column, half } = reduced(place);
      return { mean: dot(column, gradient), variance: Math.max(0, k(place, place) - dot(half, half)) };
    },
    covariance,
  };
}

/** The surface whose prior makes what was seen most likely: a coordinate search over a few variances and lengths. */
export function fitWinSurface(observations: readonly Observation[]): WinSurface {
  const dimensions = observations[0].place.length;
  let best = winSurface(observations, { variance: 4, lengths: new Array<number>(dimensions).fill(0.4) });
  const attempt = (prior: SurfacePrior): void => {
    const candidate = winSurface(observations, prior);
    if (candidate.evidence > best.evidence) best = candidate;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const variance of VARIANCES) attempt({ ...best.prior, variance });
    for (let d = 0; d < dimensions; d++) {
      const { lengths } = best.prior;
      for (const length of LENGTHS) attempt({ ...best.prior, lengths: lengths.map((own, at) => (at === d ? length : own)) });
    }
  }
  return best;
}

/** What a surface says at a place. */
export interface WinEstimate {
  /** Probability that the first strategy beats the second in a replicate. */
  readonly probability: number;
  /** Its 95 % credible interval. */
  readonly low: number;
  readonly high: number;
  /** Probability that the first wins more often than not. */
  readonly ahead: number;
}

export function winEstimate(surface: WinSurface, place: ArrayLike<number>): WinEstimate {
  const { mean, variance } = surface.at(place);
  const sd = Math.sqrt(variance);
  return {
    // Average of the logistic over the normal: MacKay (1992), doi:10.1162/neco.1992.4.5.720.
    probability: logistic(mean / Math.sqrt(1 + (PI * variance) / 8)),
    low: logistic(mean - 1.959963984540054 * sd),
    high: logistic(mean + 1.959963984540054 * sd),
    ahead: sd === 0 ? (mean > 0 ? 1 : mean < 0 ? 0 : 0.5) : normalCdf(mean / sd),
  };
}

/** Where Newton's method goes from f: algorithm 3.1 of the book, lines 4 to 10; f = K weights. */
function newton(kernel: Float64Array, observations: readonly Observation[], f: Float64Array) {
  const n = f.length;
  const weight = new Float64Array(n);
  const gradient = new Float64Array(n);
  observations.forEach(({ wins, replicates }, i) => {
    const p = logistic(f[i]);
    weight[i] = Math.max(1e-12, replicates * p * (1 - p));
    gradient[i] = wins - replicates * p;
  });
  const root = weight.map(Math.sqrt);
  const b = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) b[i * n + j] = (i === j ? 1 : 0) + root[i] * kernel[i * n + j] * root[j];
  const l = cholesky(b, n);
  const target = weight.map((w, i) => w * f[i] + gradient[i]);
  const smoothed = multiply(kernel, target);
  const inner = solveUpper(
    l,
    solveLower(
      l,
      smoothed.map((value, i) => value * root[i]),
    ),
  );
  const weights = target.map((value, i) => value - root[i] * inner[i]);
  return { root, l, gradient, weights, f: multiply(kernel, weights) };
}

/** Log posterior up to a constant, at f = K a. */
function objectiveOf(a: Float64Array, f: Float64Array, observations: readonly Observation[]): number {
  let sum = -dot(a, f) / 2;
  observations.forEach(({ wins, replicates }, i) => {
    sum += wins * f[i] - replicates * softplus(f[i]);
  });
  return sum;
}

function middle(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => (value + b[i]) / 2);
}

function matern(a: ArrayLike<number>, b: ArrayLike<number>, { variance, lengths }: SurfacePrior): number {
  let squared = 0;
  for (let d = 0; d < lengths.length; d++) squared += ((a[d] - b[d]) / lengths[d]) * ((a[d] - b[d]) / lengths[d]);
  const r = Math.sqrt(5 * squared);
  return variance * (1 + r + (r * r) / 3) * exp(-r);
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j] * vector[j];
    return sum;
  });
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

function softplus(x: number): number {
  return x > 0 ? x + ln(1 + exp(-x)) : ln(1 + exp(x));
}

/** Student's t with so many degrees of freedom is the normal distribution. */
function normalCdf(z: number): number {
  return tCdf(z, 1e9);
}

/** One output of the model at every point of a design, in every replicate. */
export interface Outcomes {
  readonly points: number;
  readonly replicates: number;
  /** `values[point * replicates + replicate]`; a replicate has the same luck at all points. */
  readonly values: Float64Array;
}

/**
 * Weights of replicates that give averages over pairs of different replicates: `sum w_r w_s y_r z_s` over r <> s, divided by their weight.
 * Noise of different replicates is independent, so that such an average of products estimates the product of the expectations without the
 * bias that squares of noisy means have. A single replicate has no pairs; its products are taken as they are.
 */
export class ReplicatePairs {
  readonly weights: ArrayLike<number>;
  readonly #sum: number;
  readonly #pairs: number;

  constructor(weights: ArrayLike<number>) {
    this.weights = weights;
    let sum = 0;
    let squares = 0;
    for (let r = 0; r < weights.length; r++) {
      sum += weights[r];
      squares += weights[r] * weights[r];
    }
    this.#sum = sum;
    this.#pairs = weights.length === 1 ? 1 : sum * sum - squares;
  }

  /** False where only one replicate has weight, so that there is no pair. */
  get valid(): boolean {
    return this.#pairs > 0;
  }

  /** Weighted mean over replicates. */
  mean(y: ArrayLike<number>, from: number): number {
    let sum = 0;
    for (let r = 0; r < this.weights.length; r++) sum += this.weights[r] * y[from + r];
    return sum / this.#sum;
  }

  /** Average of y_r z_s over pairs of different replicates. */
  product(y: ArrayLike<number>, yFrom: number, z: ArrayLike<number>, zFrom: number): number {
    const { weights } = this;
    if (weights.length === 1) return y[yFrom] * z[zFrom];
    let sumY = 0;
    let sumZ = 0;
    let same = 0;
    for (let r = 0; r < weights.length; r++) {
      const wy = weights[r] * y[yFrom + r];
      const wz = weights[r] * z[zFrom + r];
      sumY += wy;
      sumZ += wz;
      same += wy * wz;
    }
    return (sumY * sumZ - same) / this.#pairs;
  }
}

/** Each replicate's values less its mean over all points: what it shifts everywhere alike tells nothing about parameters. */
export function centred({ points, replicates, values }: Outcomes): Float64Array {
  const means = new Float64Array(replicates);
  values.forEach((value, at) => {
    means[at % replicates] += value / points;
  });
  return values.map((value, at) => value - means[at % replicates]);
}

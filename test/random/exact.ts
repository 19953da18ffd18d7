/** Distribution functions and goodness-of-fit measures for these tests, written from their definitions and independent of sim/random. */

/** ln Gamma by Lanczos (g = 7, n = 9), relative error about 1e-15. */
export function lnGamma(x: number): number {
  const c = [
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  let sum = c[0];
  for (let i = 1; i < 9; i++) sum += c[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(Gamma(shape, 1) <= x): series below the mean, Lentz's continued fraction above. */
export function gammaCdf(x: number, shape: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - lnGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

/** P(Beta(a, b) <= x) by Lentz's continued fraction. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * h;
}

/** P(N(0, 1) <= z), through the incomplete gamma function. */
export function normalCdf(z: number): number {
  const half = 0.5 * gammaCdf(0.5 * z * z, 0.5);
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** P(Poisson(mean) <= k). */
export function poissonCdf(k: number, mean: number): number {
  return k < 0 ? 0 : 1 - gammaCdf(mean, k + 1);
}

/** P(Binomial(n, p) <= k). */
export function binomialCdf(k: number, n: number, p: number): number {
  return k < 0 ? 0 : k >= n ? 1 : betaCdf(1 - p, n - k, k + 1);
}

/** p-value of Kolmogorov and Smirnov for a sample against a continuous distribution function. */
export function kolmogorovSmirnov(sample: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let worst = 0;
  for (let i = 0; i < n; i++) {
    const f = cdf(sorted[i]);
    worst = Math.max(worst, f - i / n, (i + 1) / n - f);
  }
  const t = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * worst;
  let p = 0;
  for (let j = 1; j < 100; j++) p += 2 * (j % 2 ? 1 : -1) * Math.exp(-2 * j * j * t * t);
  return Math.min(1, Math.max(0, p));
}

/** Upper p-value of the chi-square test of counts against expected counts; neighbouring cells are pooled until they expect at least 10. */
export function chiSquare(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0;
  let cells = 0;
  let count = 0;
  let expectation = 0;
  let left = 0;
  for (let i = 0; i < expected.length; i++) left += expected[i];
  for (let i = 0; i < expected.length; i++) {
    count += counts[i];
    expectation += expected[i];
    left -= expected[i];
    const last = i === expected.length - 1;
    if ((expectation < 10 || left < 10) && !last) continue;
    statistic += (count - expectation) ** 2 / expectation;
    cells++;
    count = 0;
    expectation = 0;
  }
  return 1 - gammaCdf(statistic / 2, (cells - 1) / 2);
}

/** Upper p-value of the chi-square test that all cells are equally likely. */
export function chiSquareUniform(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  return chiSquare(counts, new Float64Array(counts.length).fill(total / counts.length));
}

/** Distance of the sample mean from the mean it should have, in standard errors. */
export function meanError(sample: ArrayLike<number>, mean: number, variance: number): number {
  let sum = 0;
  for (let i = 0; i < sample.length; i++) sum += sample[i];
  return (sum / sample.length - mean) / Math.sqrt(variance / sample.length);
}

/** Sample variance about the known mean, divided by the variance it should have. */
export function varianceRatio(sample: ArrayLike<number>, mean: number, variance: number): number {
  let sum = 0;
  for (let i = 0; i < sample.length; i++) sum += (sample[i] - mean) ** 2;
  return sum / sample.length / variance;
}

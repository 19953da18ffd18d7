import exp from '@stdlib/math-base-special-exp';
import { mean } from 'simple-statistics';

export interface BassCurve {
  /** Coefficients of innovation and imitation a year, and the share of people who adopt in the end. */
  readonly p: number;
  readonly q: number;
  readonly m: number;
  readonly r2: number;
}

/**
 * Least squares of a cumulative adoption curve, one value a week, by F(t) = m (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t). The ceiling m is
 * linear and solved for exactly; ln p and ln q are searched on a grid that is refined around its best point.
 */
export function fitBass(adoption: ArrayLike<number>): BassCurve {
  const observed = Array.from(adoption);
  const centre = mean(observed);
  const spread = observed.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const at = (lnP: number, lnQ: number): BassCurve => {
    const p = exp(lnP);
    const q = exp(lnQ);
    let cross = 0;
    let square = 0;
    const shape = observed.map((value, week) => {
      const fading = exp((-(p + q) * (week + 1)) / 52);
      const f = (1 - fading) / (1 + (q / p) * fading);
      cross += f * value;
      square += f * f;
      return f;
    });
    const m = Math.min(1, cross / square);
    const error = observed.reduce((sum, value, week) => sum + (value - m * shape[week]) ** 2, 0);
    return { p, q, m, r2: 1 - error / spread };
  };
  let best = { lnP: -3, lnQ: 0, curve: at(-3, 0) };
  for (let radius = 4; radius > 0.002; radius *= 0.6) {
    const { lnP, lnQ } = best;
    for (let a = -4; a <= 4; a++) {
      for (let b = -4; b <= 4; b++) {
        const curve = at(lnP + (a * radius) / 4, lnQ + (b * radius) / 4);
        if (curve.r2 > best.curve.r2) best = { lnP: lnP + (a * radius) / 4, lnQ: lnQ + (b * radius) / 4, curve };
      }
    }
  }
  return best.curve;
}

import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * Share of the market that has adopted by time t: the solution of dF/dt = (p + q F)(1 - F) with F(0) = `start`
 * (Bass 1969, 10.1287/mnsc.15.5.215; without p the logistic curve).
 *
 * @param p coefficient of innovation per unit of time, 0 or more
 * @param q coefficient of imitation per unit of time, 0 or more
 * @param t time, 0 or more
 * @param start share of adopters at time 0, in [0, 1]
 */
export function bassShare(p: number, q: number, t: number, start = 0): number {
  const pull = p + q * start;
  if (pull <= 0) return start;
  const rest = ((1 - start) / pull) * exp(-(p + q) * t);
  return (1 - p * rest) / (1 + q * rest);
}

/** When most people adopt at once, and how many have by then; time 0 where q is not above p (Bass 1969). p above 0. */
export function bassPeak(p: number, q: number): { time: number; share: number } {
  return q > p ? { time: ln(q / p) / (p + q), share: 0.5 - p / (2 * q) } : { time: 0, share: 0 };
}

import { lnUniform } from './log-uniform.ts';

/** ln(1 - p) for p in [0, 1], exact to a few ulp also for tiny p: the rounding of 1 - p is divided out again (Goldberg 1991, theorem 4). */
export function lnComplement(p: number): number {
  const rest = 1 - p;
  return rest === 1 ? -p : rest === 0 ? -Infinity : (lnUniform(rest) * p) / (1 - rest);
}

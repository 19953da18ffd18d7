import { partnerAt } from './ties.ts';
import type { World } from './world.ts';

/** n, sum x, sum y, sum xx, sum yy, sum xy. */
const MOMENTS = 6;

/** About so many ties are looked at each week; that is enough for a correlation, and time is dear. */
const LOOKED_AT = 1024;

/** Moments of affect over ties, for each brand inside tribes, then between them. */
export function newAgreement(brands: number): Float64Array {
  return new Float64Array(brands * 2 * MOMENTS);
}

/**
 * Compares the affect of people who are tied: one tie of each person a week, in turn, and in large populations of every second, third, …
 * person. No luck is needed, and nothing is changed.
 */
export function measureAgreement(world: World, moments: Float64Array): void {
  const { people, ties, week } = world;
  const { affect, tribe, brands, n } = people;
  const stride = Math.max(1, Math.floor(n / LOOKED_AT));
  moments.fill(0);
  for (let i = week % stride; i < n; i += stride) {
    if (ties.used[i] === 0) continue;
    const other = partnerAt(ties, ties.start[i] + (week % ties.used[i]));
    for (let b = 0; b < brands; b++) {
      const x = affect[i * brands + b];
      const y = affect[other * brands + b];
      const at = (b * 2 + (tribe[i] === tribe[other] ? 0 : 1)) * MOMENTS;
      moments[at]++;
      moments[at + 1] += x;
      moments[at + 2] += y;
      moments[at + 3] += x * x;
      moments[at + 4] += y * y;
      moments[at + 5] += x * y;
    }
  }
}

/** Pearson correlation of affect about a brand across ties inside tribes, or between them; not a number without spread. */
export function agreement(moments: Float64Array, b: number, between: boolean): number {
  const at = (b * 2 + (between ? 1 : 0)) * MOMENTS;
  const count = moments[at];
  if (count < 2) return Number.NaN;
  const mx = moments[at + 1] / count;
  const my = moments[at + 2] / count;
  const vx = moments[at + 3] / count - mx * mx;
  const vy = moments[at + 4] / count - my * my;
  if (!(vx > 1e-12 && vy > 1e-12)) return Number.NaN;
  return (moments[at + 5] / count - mx * my) / Math.sqrt(vx * vy);
}

/** What a search found. */
export interface Minimum {
  /** Place in the unit box. */
  readonly place: Float64Array;
  readonly value: number;
  readonly evaluations: number;
  /** False when the evaluations ran out first. */
  readonly converged: boolean;
}

export interface SearchSettings {
  /** Edge of the first simplex, as a share of the box. */
  readonly edge?: number;
  /** Ends when simplex and values differ by less than this, relative to the values. */
  readonly tolerance?: number;
  readonly evaluations?: number;
}

/**
 * Smallest value of a function on the unit box by the simplex search of Nelder & Mead 1965 (10.1093/comjnl/7.4.308), with the coefficients
 * that adapt to the dimension of Gao & Han 2012 (10.1007/s10589-010-9329-3). Places beyond a face are mirrored into the box, so that the
 * simplex does not collapse onto it. The search is begun anew from its result until that no longer helps.
 *
 * @param f may return Infinity or NaN for a place that is not to be had
 */
export function nelderMead(f: (place: Float64Array) => number, start: ArrayLike<number>, settings: SearchSettings = {}): Minimum {
  const { edge = 0.1, tolerance = 1e-9, evaluations = 2000 } = settings;
  let best: Minimum = { place: Float64Array.from(start, mirrored), value: Infinity, evaluations: 0, converged: false };
  for (let size = edge; ; size = Math.max(size / 4, 1e-3)) {
    const found = descend(f, best.place, size, tolerance, evaluations - best.evaluations);
    const gained = best.value - found.value > tolerance * (1 + Math.abs(found.value));
    const total = best.evaluations + found.evaluations;
    best = { ...(found.value < best.value ? found : best), evaluations: total, converged: found.converged };
    if (!gained || !found.converged) return best;
  }
}

/** A number folded into [0, 1]. */
function mirrored(x: number): number {
  const turn = Math.abs(x) % 2;
  return turn > 1 ? 2 - turn : turn;
}

function descend(f: (place: Float64Array) => number, start: Float64Array, edge: number, tolerance: number, budget: number): Minimum {
  const n = start.length;
  const expand = 1 + 2 / n;
  const contract = 0.75 - 1 / (2 * n);
  const shrink = 1 - 1 / n;
  let evaluations = 0;
  const corner = (place: Float64Array) => {
    evaluations++;
    const value = f(place);
    return { place, value: Number.isNaN(value) ? Infinity : value };
  };
  const simplex = [corner(start.slice())];
  for (let d = 0; d < n; d++) {
    const place = start.slice();
    place[d] = place[d] + edge <= 1 ? place[d] + edge : place[d] - edge;
    simplex.push(corner(place));
  }
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const [best] = simplex;
    const worst = simplex[n];
    const spread = worst.value - best.value;
    const size = Math.max(...simplex.map(({ place }) => place.reduce((most, x, d) => Math.max(most, Math.abs(x - best.place[d])), 0)));
    const converged = size < 1e-6 || (spread <= tolerance * (1 + Math.abs(best.value)) && size < 1e-3);
    if (converged || evaluations >= budget) return { ...best, evaluations, converged };
    const centre = start.map((_, d) => simplex.slice(0, n).reduce((sum, { place }) => sum + place[d] / n, 0));
    const along = (step: number) => corner(centre.map((x, d) => mirrored(x + step * (x - worst.place[d]))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(expand);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < simplex[n - 1].value) {
      simplex[n] = reflected;
      continue;
    }
    const contracted = along(reflected.value < worst.value ? contract : -contract);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      simplex[n] = contracted;
      continue;
    }
    for (let i = 1; i <= n; i++)
      simplex[i] = corner(simplex[i].place.map((x, d) => best.place[d] + Math.max(shrink, 0.5) * (x - best.place[d])));
  }
}

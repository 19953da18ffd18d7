import { type FreeParameter, valuesAt } from './box.ts';
import { moments } from './matrix.ts';
import type { Draws } from './posterior.ts';

/** Standard deviation of a place about which nothing is known: uniform on [0, 1]. */
const IGNORANCE = Math.sqrt(1 / 12);
/** A posterior at least this wide, as a share of ignorance, has learned little. */
const LITTLE = 0.7;
/** Two parameters correlated as strongly as this can stand in for each other. */
const INSEPARABLE = 0.9;
/** Whose 5 % nearest to a bound lie within this share of the box may be at it. */
const AT_BOUND = 0.1;

/** What the data say about a parameter. */
export interface ParameterPosterior {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** Quantiles of every parameter. */
export function posteriorOf(parameters: readonly FreeParameter[], draws: Draws): ParameterPosterior[] {
  return parameters.map((parameter, d) => {
    const places = Float64Array.from(draws, (draw) => draw[d]).sort();
    const quantile = (share: number): number =>
      valuesAt([parameter], [places[Math.min(places.length - 1, Math.floor(share * places.length))]])[0];
    const { name, unit, meaning } = parameter;
    return { name, unit, meaning, q05: quantile(0.05), q50: quantile(0.5), q95: quantile(0.95) };
  });
}

/** What the data do not say, in sentences: parameters that they leave open, that lean on a bound, or that cannot be told apart. */
export function identifiabilityWarnings(parameters: readonly FreeParameter[], draws: Draws): string[] {
  const { covariance } = moments(draws, new Float64Array(draws.length).fill(1 / draws.length));
  const sd = covariance.map((row, d) => Math.sqrt(row[d]));
  const warnings: string[] = [];
  parameters.forEach(({ name, low, high }, d) => {
    const places = Float64Array.from(draws, (draw) => draw[d]).sort();
    const first = places[Math.floor(0.05 * places.length)];
    const last = places[Math.min(places.length - 1, Math.floor(0.95 * places.length))];
    if (sd[d] > LITTLE * IGNORANCE) warnings.push(`The data leave ${name} open: almost any value from ${low} to ${high} fits.`);
    else if (first < AT_BOUND) warnings.push(`The data do not tell ${name} from its lower bound, ${low}.`);
    else if (last > 1 - AT_BOUND) warnings.push(`The data do not tell ${name} from its upper bound, ${high}.`);
    for (let e = 0; e < d; e++) {
      const correlation = covariance[d][e] / (sd[d] * sd[e]);
      if (Math.abs(correlation) < INSEPARABLE) continue;
      warnings.push(
        `${parameters[e].name} and ${name} cannot be told apart (correlation ${correlation.toFixed(2)}): only ${correlation > 0 ? 'their ratio' : 'their sum or product'} is known.`,
      );
    }
  });
  return warnings;
}

/** A curve that has not yet passed its steepest period says little about where it ends (Van den Bulte & Lilien 1997, 10.1287/mksc.16.4.338). */
export function curveWarnings(curve: Float64Array): string[] {
  let steepest = 1;
  for (let t = 2; t < curve.length; t++) if (curve[t] - curve[t - 1] > curve[steepest] - curve[steepest - 1]) steepest = t;
  return steepest < curve.length - 2
    ? []
    : ['Most people adopted in the last periods: the curve has not bent yet, and says little about how many will adopt in the end.'];
}

import { deriveKeys, type Keys } from '../../random/index.ts';
import { type AdoptionRecord, curvesOf } from './adoption-record.ts';
import { type ContagionFit, type ContagionKind, fitContagion, forecastContagion } from './contagion-model.ts';
import { BASS, type CurveModel, fitCurve, LOGISTIC, modelCurve } from './curve-model.ts';

/** How far a forecast lies from what came. */
export interface Score {
  readonly model: string;
  /** Root mean squared error of the cumulative share after the cut: mean over communities, and each of them. */
  readonly rmse: number;
  readonly byCommunity: readonly number[];
  /** Share of what came that lies within the 90 % intervals, and their mean width; null for a forecast without intervals. */
  readonly coverage: number | null;
  readonly width: number | null;
}

/** A forecast of every community, by period: the middle, and an interval where the model has one. */
export interface Forecast {
  readonly model: string;
  readonly mean: readonly (readonly number[])[];
  readonly low: readonly (readonly number[])[] | null;
  readonly high: readonly (readonly number[])[] | null;
}

/** Mean and 90 % interval of simulated curves: draws of communities of periods. */
export function forecastOfDraws(model: string, draws: readonly (readonly Float64Array[])[]): Forecast {
  const over = (summary: (values: Float64Array) => number): number[][] =>
    draws[0].map((curve, at) => Array.from(curve, (_, t) => summary(Float64Array.from(draws, (draw) => draw[at][t]).sort())));
  return {
    model,
    mean: over((values) => values.reduce((sum, value) => sum + value / values.length, 0)),
    low: over((values) => values[Math.floor(0.05 * (values.length - 1))]),
    high: over((values) => values[Math.ceil(0.95 * (values.length - 1))]),
  };
}

/** Errors of a forecast in the periods after `cut`. */
export function score(forecast: Forecast, observed: readonly Float64Array[], cut: number): Score {
  const { model, mean, low, high } = forecast;
  const byCommunity = observed.map((curve, at) => {
    const gaps = curve.slice(cut + 1).map((value, after) => value - mean[at][cut + 1 + after]);
    return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap * gap) / gaps.length, 0));
  });
  let within = 0;
  let width = 0;
  let points = 0;
  observed.forEach((curve, at) => {
    for (let t = cut + 1; t < curve.length; t++) {
      points++;
      if (low === null || high === null) continue;
      width += high[at][t] - low[at][t];
      // Shares are whole people divided by many: equal ones may differ in the last bits.
      if (curve[t] >= low[at][t] - 1e-9 && curve[t] <= high[at][t] + 1e-9) within++;
    }
  });
  const none = low === null;
  return {
    model,
    rmse: byCommunity.reduce((sum, error) => sum + error / byCommunity.length, 0),
    byCommunity,
    coverage: none ? null : within / points,
    width: none ? null : width / points,
  };
}

/** Each community's curve alone, gone on with: Bass, logistic, no change, and the growth of the last three periods. */
export function curveForecasts(first: AdoptionRecord, until: number): Forecast[] {
  const curves = curvesOf(first);
  const cut = first.periods;
  const each = (model: string, forecast: (curve: Float64Array) => Float64Array): Forecast => ({
    model,
    mean: curves.map((curve) => [...forecast(curve)]),
    low: null,
    high: null,
  });
  const fitted = (model: CurveModel) => each(model.name, (curve) => modelCurve(model, fitCurve(model, curve), until));
  const line = (slope: (curve: Float64Array) => number) => (curve: Float64Array) =>
    Float64Array.from({ length: until + 1 }, (_, t) => (t <= cut ? curve[t] : Math.min(1, curve[cut] + (t - cut) * slope(curve))));
  const back = Math.min(3, cut);
  return [
    fitted(BASS),
    fitted(LOGISTIC),
    each(
      'persistence',
      line(() => 0),
    ),
    each(
      'linear',
      line((curve) => (curve[cut] - curve[cut - back]) / back),
    ),
  ];
}

const KINDS: readonly ContagionKind[] = ['well-mixed', 'network', 'both'];

/** Models of contagion fitted to all communities at once; without a network, the well-mixed one alone. */
export function contagionForecasts(first: AdoptionRecord, until: number, keys: Keys): { fit: ContagionFit; forecast: Forecast }[] {
  return KINDS.filter((kind) => first.network !== null || kind === 'well-mixed').map((kind, at) => {
    const fit = fitContagion(first, kind, deriveKeys(keys, 1, at));
    return { fit, forecast: forecastOfDraws(`contagion, ${kind}`, forecastContagion(first, fit, until, deriveKeys(keys, 2, at))) };
  });
}

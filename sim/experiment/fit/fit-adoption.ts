import { deriveKeys, keysFromSeed } from '../../random/index.ts';
import { ENGINE_ID } from '../engine.ts';
import type { AbcSettings } from './abc-smc.ts';
import { type AdoptionRecord, curvesOf, firstPart, sizesOf } from './adoption-record.ts';
import { type FreeParameter, valuesAt } from './box.ts';
import { type ContagionTest, testContagion } from './contagion-test.ts';
import { contagionForecasts, curveForecasts, type Forecast, forecastOfDraws, type Score, score } from './holdout.ts';
import { curveWarnings, identifiabilityWarnings, type ParameterPosterior, posteriorOf } from './identifiability.ts';
import { type LeaveOutScore, scoreLeaveOut } from './leave-out.ts';
import { fitMarket, forecastMarket, type MarketModel, marketParameters } from './market-model.ts';
import type { Draws } from './posterior.ts';

/** A model with parameters, as the data leave it. */
export interface FittedModel {
  readonly model: string;
  /** Values that fit best, and what the data say about each. */
  readonly parameters: readonly (ParameterPosterior & { readonly best: number })[];
  /** Logarithm of the greatest likelihood, up to a constant that is the same for all; null for a model without one. */
  readonly logLikelihood: number | null;
  /** Of ABC-SMC: the greatest distance accepted, by generation, in shares of people. */
  readonly thresholds: readonly number[] | null;
  readonly warnings: readonly string[];
}

export interface FitResult {
  readonly engine: string;
  readonly seed: string;
  readonly periods: number;
  /** Periods that the models were fitted to; the rest, if any, scores them. */
  readonly fitted: number;
  readonly communities: readonly { readonly name: string; readonly people: number; readonly observed: readonly number[] }[];
  /** On all periods; null without a network. */
  readonly contagion: ContagionTest | null;
  readonly warnings: readonly string[];
  readonly models: readonly FittedModel[];
  readonly forecasts: readonly Forecast[];
  readonly scores: readonly Score[];
  /** Each community foretold by the others, on all periods, where asked for. */
  readonly leaveOut: readonly LeaveOutScore[] | null;
}

export interface FitSettings {
  readonly seed: string;
  /** Periods to fit to, 2 … periods. */
  readonly fitted: number;
  /** Period up to which to forecast, at least the periods of the record. */
  readonly until: number;
  /** Shuffles and rewirings of the test of contagion. */
  readonly repeats: number;
  /** Leaves out each community in turn, and foretells it from the others; there are at least three. */
  readonly leaveOut: boolean;
  readonly market: { readonly model: MarketModel; readonly abc: Omit<AbcSettings, 'keys'> } | null;
}

/** Fits every model to the first part of a record, forecasts, and scores the forecasts on what is left. */
export function fitAdoption(record: AdoptionRecord, { seed, fitted, until, repeats, leaveOut, market }: FitSettings): FitResult {
  const keys = keysFromSeed(seed);
  const first = firstPart(record, fitted);
  const observed = curvesOf(record);
  const contagion = contagionForecasts(first, until, deriveKeys(keys, 1));
  const models = contagion.map(({ fit, forecast }) =>
    fittedModel(forecast.model, fit.parameters, fit.values, fit.draws, { logLikelihood: fit.logLikelihood }),
  );
  const forecasts = [...curveForecasts(first, until), ...contagion.map(({ forecast }) => forecast)];
  if (market !== null) {
    const abc = fitMarket(market.model, first, { ...market.abc, keys: deriveKeys(keys, 2) });
    const parameters = marketParameters(market.model);
    models.push(fittedModel('market', parameters, valuesAt(parameters, abc.best), abc.draws, { thresholds: abc.thresholds }));
    forecasts.push(forecastOfDraws('market', forecastMarket(market.model, record, abc, until, deriveKeys(keys, 3))));
  }
  const sizes = sizesOf(record);
  const { network } = record;
  return {
    engine: ENGINE_ID,
    seed,
    periods: record.periods,
    fitted,
    communities: record.names.map((name, at) => ({ name, people: sizes[at], observed: [...observed[at]] })),
    contagion: network === null ? null : testContagion({ ...record, network }, repeats, deriveKeys(keys, 4)),
    warnings: curveWarnings(curvesOf({ ...first, community: new Uint32Array(first.times.length), names: ['all'] })[0]),
    models,
    forecasts,
    scores: fitted < record.periods ? forecasts.map((forecast) => score(forecast, observed, fitted)) : [],
    leaveOut: leaveOut ? scoreLeaveOut(record, deriveKeys(keys, 5)) : null,
  };
}

function fittedModel(
  model: string,
  parameters: readonly FreeParameter[],
  best: readonly number[],
  draws: Draws,
  { logLikelihood = null, thresholds = null }: { logLikelihood?: number | null; thresholds?: readonly number[] | null },
): FittedModel {
  const posterior = posteriorOf(parameters, draws).map((each, d) => ({ ...each, best: best[d] }));
  return { model, parameters: posterior, logLikelihood, thresholds, warnings: identifiabilityWarnings(parameters, draws) };
}

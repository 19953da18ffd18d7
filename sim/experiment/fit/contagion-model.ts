import { deriveKeys, drawGamma, type Keys } from '../../random/index.ts';
import { latinHypercube } from '../design/latin-hypercube.ts';
import { type AdoptionRecord, curvesOf } from './adoption-record.ts';
import { type FreeParameter, valuesAt } from './box.ts';
import { type Hazard, logLikelihood, paceEvidence, type RiskCells, riskCells, simulateAdoption } from './hazard.ts';
import { nelderMead } from './nelder-mead.ts';
import { type Draws, sampleDensity } from './posterior.ts';

/** Bass with people, on the community as a whole, on its network, or on both. */
export type ContagionKind = 'well-mixed' | 'network' | 'both';

const P = { name: 'p', low: 1e-4, high: 0.5, log: true, unit: 'per period', meaning: 'hazard of adopting by oneself' };
const Q = { name: 'q', low: 1e-3, high: 3, log: true, unit: 'per period', meaning: 'further hazard when the whole community has adopted' };
const W = {
  name: 'w',
  low: 1e-3,
  high: 3,
  log: true,
  unit: 'per period',
  meaning: 'further hazard when all who influence one have adopted',
};
const SPREAD = { name: 'spread', low: 0.02, high: 2, log: true, unit: 'share', meaning: 'standard deviation of the pace of communities' };

function contagionParameters(kind: ContagionKind, communities: number): readonly FreeParameter[] {
  const influence = { 'well-mixed': [Q], network: [W], both: [Q, W] }[kind];
  return communities > 1 ? [P, ...influence, SPREAD] : [P, ...influence];
}

/** A fitted model of contagion. */
export interface ContagionFit {
  readonly kind: ContagionKind;
  readonly parameters: readonly FreeParameter[];
  /** Values of greatest likelihood. */
  readonly values: readonly number[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** Draws from the posterior under priors that are even over the box. */
  readonly draws: Draws;
}

/** Values of a model by name; 0 for what it does not have. */
export interface NamedHazard extends Hazard {
  readonly spread: number;
}

export function hazardOf(parameters: readonly FreeParameter[], values: readonly number[]): NamedHazard {
  const value = (name: string) => values[parameters.findIndex((each) => each.name === name)] ?? 0;
  return { p: value('p'), q: value('q'), w: value('w'), spread: value('spread') };
}

/** Fits a model to what a record holds. */
export function fitContagion(record: AdoptionRecord, kind: ContagionKind, keys: Keys, draws = 400): ContagionFit {
  return fitCells(riskCells(record), record.names.length, kind, keys, draws);
}

/** Fits a model to those at risk; communities of which there is nobody do not count. */
export function fitCells(cells: RiskCells, communities: number, kind: ContagionKind, keys: Keys, draws: number): ContagionFit {
  const parameters = contagionParameters(kind, communities);
  const density = (place: Float64Array): number => {
    const { spread, ...hazard } = hazardOf(parameters, valuesAt(parameters, place));
    return logLikelihood(cells, hazard, spread, communities);
  };
  const starts = latinHypercube(20, parameters.length, deriveKeys(keys, 1)).sort((a, b) => density(b) - density(a));
  const found = starts.slice(0, 3).map((start) => nelderMead((place) => -density(place), start));
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  return {
    kind,
    parameters,
    values: valuesAt(parameters, best.place),
    logLikelihood: -best.value,
    converged: best.converged,
    draws: sampleDensity(density, best.place, { draws, keys: deriveKeys(keys, 2) }),
  };
}

/**
 * Curves of the communities from the end of a record to `until`, one set for every draw of the fit: parameters from the posterior, the pace of
 * each community given what it has done so far, and the luck of every person.
 */
export function forecastContagion(
  record: AdoptionRecord,
  { parameters, draws }: ContagionFit,
  until: number,
  keys: Keys,
): Float64Array[][] {
  const communities = record.names.length;
  const cells = riskCells(record);
  return draws.map((place, draw) => {
    const { spread, ...hazard } = hazardOf(parameters, valuesAt(parameters, place));
    const { events, risk } = paceEvidence(cells, hazard, communities);
    const luck = deriveKeys(keys, draw);
    const { k0, k1 } = deriveKeys(luck, 0);
    const shape = spread > 0 ? 1 / (spread * spread) : 0;
    const pace = shape === 0 ? null : events.map((seen, at) => drawGamma(k0, k1, at, 0, shape + seen, 1 / (shape + risk[at])));
    return curvesOf(record, simulateAdoption(record, hazard, pace, until, deriveKeys(luck, 1)), until);
  });
}

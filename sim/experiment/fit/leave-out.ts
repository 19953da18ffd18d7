import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { deriveKeys, drawGamma, type Keys } from '../../random/index.ts';
import { type AdoptionRecord, curvesOf } from './adoption-record.ts';
import { valuesAt } from './box.ts';
import { type ContagionFit, type ContagionKind, fitCells, hazardOf, type NamedHazard } from './contagion-model.ts';
import { type RiskCells, riskCells, simulateAdoption } from './hazard.ts';
import { forecastOfDraws, type Score, score } from './holdout.ts';

/** How well communities are foretold by the others: their curves from nothing, and each person from period to period. */
export interface LeaveOutScore extends Score {
  /**
   * Mean of minus the logarithm of the chance given to what each person at risk did next, from what was known when the period began; lower is
   * better.
   */
  readonly logLoss: number;
}

const DRAWS = 100;

/** Leaves out each community in turn, and foretells it from the others. */
export function scoreLeaveOut(record: AdoptionRecord, keys: Keys): LeaveOutScore[] {
  const observed = curvesOf(record);
  const cells = riskCells(record);
  const communities = record.names.map((_, at) => at);
  const kinds: readonly ContagionKind[] = record.network === null ? ['well-mixed'] : ['well-mixed', 'network', 'both'];
  const scores = kinds.map((kind, k): LeaveOutScore => {
    const fits = communities.map((left) => fitCells(withoutOne(cells, left), communities.length, kind, deriveKeys(keys, k, left), DRAWS));
    const draws = Array.from({ length: DRAWS }, (_, draw) =>
      communities.map((left) => simulatedAlone(record, left, fits[left], draw, deriveKeys(keys, 100 + k, left))),
    );
    const logLoss = meanLoss(cells, (rows, left) => {
      const { parameters, values } = fits[left];
      return foretoldByContagion(cells, rows, hazardOf(parameters, values));
    });
    return { ...score(forecastOfDraws(`contagion, ${kind}`, draws), observed, 0), logLoss };
  });
  return [othersScore(record, cells, observed), ...scores];
}

/** The cells of all communities but one. */
function withoutOne(cells: RiskCells, left: number): RiskCells {
  const kept = <T extends Uint32Array | Float64Array>(column: T): T => column.filter((_, at) => cells.community[at] !== left) as T;
  return {
    community: kept(cells.community),
    period: kept(cells.period),
    adopted: kept(cells.adopted),
    exposure: kept(cells.exposure),
    atRisk: kept(cells.atRisk),
    events: kept(cells.events),
  };
}

/** The curve of a community of which nothing is known but its size and its ties. */
function simulatedAlone(record: AdoptionRecord, left: number, { parameters, draws }: ContagionFit, draw: number, keys: Keys): Float64Array {
  const { spread, ...hazard } = hazardOf(parameters, valuesAt(parameters, draws[draw]));
  const { k0, k1 } = deriveKeys(keys, draw);
  const shape = 1 / (spread * spread);
  const pace = new Float64Array(record.names.length);
  pace[left] = spread > 0 ? drawGamma(k0, k1, left, 0, shape, 1 / shape) : 1;
  const nobody = { ...record, periods: 0, times: new Int32Array(record.times.length) };
  return curvesOf(record, simulateAdoption(nobody, hazard, pace, record.periods, deriveKeys(keys, draw, 1)))[left];
}

/** Chances to adopt of those in `rows`, which are in the order of time: the pace is judged by what the community has done so far. */
function foretoldByContagion(cells: RiskCells, rows: readonly number[], { p, q, w, spread }: NamedHazard): Float64Array {
  const shape = spread > 0 ? 1 / (spread * spread) : Infinity;
  const rates = Float64Array.from(rows, (at) => p + q * cells.adopted[at] + w * cells.exposure[at]);
  let [events, risk] = [0, 0];
  let counted = 0;
  return rates.map((rate, row) => {
    for (; cells.period[rows[counted]] < cells.period[rows[row]]; counted++) {
      const before = rows[counted];
      events += cells.events[before];
      risk += (cells.atRisk[before] - cells.events[before] / 2) * rates[counted];
    }
    return 1 - exp(-(shape === Infinity ? 1 : (shape + events) / (shape + risk)) * rate);
  });
}

/** Keeps a chance away from 0 and 1, so that one surprise is not infinitely bad. */
const SURPRISE = 1e-6;

function meanLoss(cells: RiskCells, foretold: (rows: readonly number[], left: number) => Float64Array): number {
  const rows: number[][] = [];
  cells.community.forEach((left, at) => {
    rows[left] = [...(rows[left] ?? []), at];
  });
  let [loss, people] = [0, 0];
  rows.forEach((own, left) => {
    foretold(own, left).forEach((raw, row) => {
      const chance = Math.min(1 - SURPRISE, Math.max(SURPRISE, raw));
      const events = cells.events[own[row]];
      const rest = cells.atRisk[own[row]] - events;
      loss -= events * ln(chance) + rest * ln(1 - chance);
      people += events + rest;
    });
  });
  return loss / people;
}

/** The baseline: every community does as the others did, period by period. */
function othersScore(record: AdoptionRecord, cells: RiskCells, observed: readonly Float64Array[]): LeaveOutScore {
  const hazards = record.names.map((_, left) => {
    const events = new Float64Array(record.periods + 1);
    const risk = new Float64Array(record.periods + 1);
    cells.period.forEach((period, at) => {
      if (cells.community[at] === left) return;
      events[period] += cells.events[at];
      risk[period] += cells.atRisk[at];
    });
    return events.map((seen, period) => (seen + 0.5) / (risk[period] + 1));
  });
  const mean = record.names.map((_, left) => {
    const others = record.times.filter((__, person) => record.community[person] !== left);
    return Array.from({ length: record.periods + 1 }, (__, t) => others.filter((time) => time > 0 && time <= t).length / others.length);
  });
  const logLoss = meanLoss(cells, (rows, left) => Float64Array.from(rows, (at) => hazards[left][cells.period[at]]));
  return { ...score({ model: 'the others', mean, low: null, high: null }, observed, 0), logLoss };
}

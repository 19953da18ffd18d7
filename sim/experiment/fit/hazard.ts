import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { Exposure } from '../../classic/contagion/exposure.ts';
import { deriveKeys, drawUniform, type Keys } from '../../random/index.ts';
import { type AdoptionRecord, sizesOf } from './adoption-record.ts';

/**
 * What makes people adopt, per period: a person's hazard is u (p + q A + w E), where A is the share of adopters in its community, E the share
 * of the influence on it that comes from adopters, and u the pace of the community. Without w this is the model of Bass (1969,
 * 10.1287/mnsc.15.5.215) with people; without q it is Bass on a network (Rand & Rust 2011, 10.1016/j.ijresmar.2011.04.002).
 */
export interface Hazard {
  readonly p: number;
  readonly q: number;
  readonly w: number;
}

/** People at risk in one period who stand alike: the sufficient statistics of a record. */
export interface RiskCells {
  readonly community: Uint32Array;
  readonly period: Uint32Array;
  /** Share of adopters in the community when the period began. */
  readonly adopted: Float64Array;
  /** Share of the influence on these people that came from adopters. */
  readonly exposure: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
}

/** Counts those at risk in every period by community and exposure. Linear in people x periods. */
export function riskCells(record: AdoptionRecord): RiskCells {
  const { times, community, periods, network } = record;
  const sizes = sizesOf(record);
  const adopters = new Float64Array(sizes.length);
  const exposure = network === null ? null : new Exposure(network);
  const rows: number[][] = [];
  for (let period = 1; period <= periods; period++) {
    const cells = new Map<string, number[]>();
    for (let person = 0; person < times.length; person++) {
      if (times[person] > 0 && times[person] < period) continue;
      const at = community[person];
      const seen = exposure?.share(person) ?? 0;
      const key = `${at} ${seen}`;
      const cell = cells.get(key) ?? [at, period, adopters[at] / sizes[at], seen, 0, 0];
      cells.set(key, cell);
      cell[4]++;
      if (times[person] === period) cell[5]++;
    }
    rows.push(...cells.values());
    times.forEach((time, person) => {
      if (time !== period) return;
      adopters[community[person]]++;
      exposure?.add(person);
    });
  }
  const column = (at: number) => rows.map((row) => row[at]);
  return {
    community: Uint32Array.from(column(0)),
    period: Uint32Array.from(column(1)),
    adopted: Float64Array.from(column(2)),
    exposure: Float64Array.from(column(3)),
    atRisk: Float64Array.from(column(4)),
    events: Float64Array.from(column(5)),
  };
}

/** What the pace of each community is judged by: its adopters, and the hazard to which its people were exposed at pace 1. */
export interface PaceEvidence {
  readonly events: Float64Array;
  readonly risk: Float64Array;
}

export function paceEvidence(cells: RiskCells, { p, q, w }: Hazard, communities: number): PaceEvidence {
  const events = new Float64Array(communities);
  const risk = new Float64Array(communities);
  for (let at = 0; at < cells.atRisk.length; at++) {
    const where = cells.community[at];
    events[where] += cells.events[at];
    // Who adopts is at risk for half the period.
    risk[where] += (cells.atRisk[at] - cells.events[at] / 2) * (p + q * cells.adopted[at] + w * cells.exposure[at]);
  }
  return { events, risk };
}

/**
 * Logarithm of the likelihood, up to a constant, when paces are drawn from a gamma distribution with mean 1 and standard deviation `spread`,
 * and integrated out (shared frailty: Clayton 1978, 10.1093/biomet/65.1.141); 0 spread means pace 1 everywhere.
 */
export function logLikelihood(cells: RiskCells, hazard: Hazard, spread: number, communities: number): number {
  const { p, q, w } = hazard;
  const { events, risk } = paceEvidence(cells, hazard, communities);
  let sum = 0;
  for (let at = 0; at < cells.atRisk.length; at++) {
    if (cells.events[at] > 0) sum += cells.events[at] * ln(p + q * cells.adopted[at] + w * cells.exposure[at]);
  }
  const shape = spread > 0 ? 1 / (spread * spread) : 0;
  for (let at = 0; at < communities; at++) {
    if (shape === 0) {
      sum -= risk[at];
      continue;
    }
    for (let event = 0; event < events[at]; event++) sum += ln(shape + event);
    sum += shape * ln(shape) - (shape + events[at]) * ln(shape + risk[at]);
  }
  return sum;
}

/**
 * Goes on from what a record holds to `until`: the period in which each person adopts, 0 for those who have not. Synchronous; draws are by
 * person and period.
 */
export function simulateAdoption(
  record: AdoptionRecord,
  { p, q, w }: Hazard,
  pace: Float64Array | null,
  until: number,
  keys: Keys,
): Int32Array {
  const { community, network } = record;
  const times = record.times.slice();
  const sizes = sizesOf(record);
  const adopters = new Float64Array(sizes.length);
  const exposure = network === null || w === 0 ? null : new Exposure(network);
  const admit = (person: number): void => {
    adopters[community[person]]++;
    exposure?.add(person);
  };
  times.forEach((time, person) => {
    if (time > 0) admit(person);
  });
  const fresh: number[] = [];
  for (let period = record.periods + 1; period <= until; period++) {
    const { k0, k1 } = deriveKeys(keys, period);
    for (let person = 0; person < times.length; person++) {
      if (times[person] > 0) continue;
      const at = community[person];
      const rate = (pace === null ? 1 : pace[at]) * (p + (q * adopters[at]) / sizes[at] + w * (exposure?.share(person) ?? 0));
      if (drawUniform(k0, k1, person, 0) < 1 - exp(-rate)) fresh.push(person);
    }
    for (const person of fresh) {
      times[person] = period;
      admit(person);
    }
    fresh.length = 0;
  }
  return times;
}

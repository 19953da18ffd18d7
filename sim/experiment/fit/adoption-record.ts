import type { Network } from '../../network/index.ts';

/** Who adopted when, in one or several communities. Plain data. */
export interface AdoptionRecord {
  /** Periods observed. */
  readonly periods: number;
  /** Period in which each person adopted, 1 … periods; 0 for those who had not by the end. */
  readonly times: Int32Array;
  /** Community of each person. */
  readonly community: Uint32Array;
  readonly names: readonly string[];
  /** Who influences whom; null where only the curve is known. */
  readonly network: Network | null;
}

/** A record of which only the number of new adopters per period is known, among so many people. */
export function recordOfCounts(counts: readonly number[], people: number): AdoptionRecord {
  const times = new Int32Array(people);
  let next = 0;
  counts.forEach((adopters, at) => {
    times.fill(at + 1, next, next + adopters);
    next += adopters;
  });
  return { periods: counts.length, times, community: new Uint32Array(people), names: ['all'], network: null };
}

/** What was known after some periods. */
export function firstPart(record: AdoptionRecord, periods: number): AdoptionRecord {
  return { ...record, periods, times: record.times.map((time) => (time > periods ? 0 : time)) };
}

/** Number of people in each community. */
export function sizesOf({ community, names }: AdoptionRecord): Float64Array {
  const sizes = new Float64Array(names.length);
  for (const at of community) sizes[at]++;
  return sizes;
}

/** Cumulative share of adopters of each community after each period; entry 0 is the start. */
export function curvesOf(record: AdoptionRecord, times: Int32Array = record.times, periods = record.periods): Float64Array[] {
  const sizes = sizesOf(record);
  const curves = record.names.map(() => new Float64Array(periods + 1));
  times.forEach((time, person) => {
    if (time > 0 && time <= periods) curves[record.community[person]][time]++;
  });
  curves.forEach((curve, at) => {
    for (let t = 1; t <= periods; t++) curve[t] = curve[t - 1] + curve[t] / sizes[at];
  });
  return curves;
}

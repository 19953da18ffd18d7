import { COLUMNS, type ColumnName } from './columns.ts';

/** One replicate of one strategy, week by week. Plain data that can be saved, sent and transferred. */
export interface Recording {
  readonly weeks: number;
  readonly brands: number;
  /** Simulated people. */
  readonly population: number;
  /** Real people the market stands for. */
  readonly people: number;
  /** Weekly interest rate at which money is discounted. */
  readonly interest: number;
  /** columns x weeks x brands: `values[(column * weeks + week) * brands + brand]`. */
  readonly values: Float64Array;
  /** Per-tribe rows on request: adopters and summed affect, `[(week * tribes + tribe) * brands + brand]`. */
  readonly tribes?: TribeRecording;
  /** Reasons for purchases on request: summed shares, `[(week * brands + brand) * (sources + components) + k]`, see ledger.ts. */
  readonly reasons?: Float64Array;
  /** Moves between journey stages on request: `[((week * brands + brand) * stages + from) * stages + to]`, in people. */
  readonly flows?: Float32Array;
}

export interface TribeRecording {
  readonly count: number;
  readonly sizes: Uint32Array;
  readonly adopters: Float32Array;
  readonly affect: Float32Array;
}

const POSITION = new Map<string, number>(COLUMNS.map((column, position) => [column.name, position]));

export function positionOf(name: ColumnName): number {
  return POSITION.get(name) as number;
}

/** Value of a column in a week (0 is the first) for a brand. */
export function valueAt(recording: Recording, name: ColumnName, week: number, brand = 0): number {
  return recording.values[(positionOf(name) * recording.weeks + week) * recording.brands + brand];
}

/** All weeks of a column for a brand, as a fresh array. */
export function series(recording: Recording, name: ColumnName, brand = 0): Float64Array {
  const { weeks, brands, values } = recording;
  const start = positionOf(name) * weeks * brands + brand;
  const column = new Float64Array(weeks);
  for (let week = 0; week < weeks; week++) column[week] = values[start + week * brands];
  return column;
}

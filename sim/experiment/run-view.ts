import type { ColumnName } from '../market/columns.ts';
import { type Recording, series } from '../market/recording.ts';
import { discountFactors } from './discount.ts';

/** The columns of one brand in one run, with their running totals; each is worked out once, when a metric first asks. */
export class RunView {
  readonly recording: Recording;
  readonly brand: number;
  readonly #cache = new Map<string, Float64Array>();
  #factors: Float64Array | null = null;

  constructor(recording: Recording, brand = 0) {
    this.recording = recording;
    this.brand = brand;
  }

  /** The column, week by week. */
  column(name: ColumnName): Float64Array {
    return this.#once(name, () => series(this.recording, name, this.brand));
  }

  /** Running total of the column, this week included. */
  total(name: ColumnName): Float64Array {
    return this.#once(`total ${name}`, () => runningTotal(this.column(name)));
  }

  /** Running total of a money column, each week discounted to the first one. */
  presentValue(name: ColumnName): Float64Array {
    return this.#once(`present ${name}`, () => this.presentValueOf(this.column(name)));
  }

  /** Running total of weekly money, each week discounted to the first one. */
  presentValueOf(weekly: Float64Array): Float64Array {
    this.#factors ??= discountFactors(this.recording.interest, this.recording.weeks);
    const factors = this.#factors;
    return runningTotal(weekly.map((money, week) => money * factors[week]));
  }

  #once(key: string, compute: () => Float64Array): Float64Array {
    let values = this.#cache.get(key);
    if (values === undefined) {
      values = compute();
      this.#cache.set(key, values);
    }
    return values;
  }
}

function runningTotal(weekly: Float64Array): Float64Array {
  let sum = 0;
  return weekly.map((value) => {
    sum += value;
    return sum;
  });
}

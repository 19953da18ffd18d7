import exp from '@stdlib/math-base-special-exp';
import { bassShare } from '../../classic/bass-curve.ts';
import { type FreeParameter, valuesAt } from './box.ts';
import { nelderMead } from './nelder-mead.ts';

/** A curve of the share of adopters over time, with parameters to be found. */
export interface CurveModel {
  readonly name: string;
  readonly source: string;
  readonly parameters: readonly FreeParameter[];
  share(values: readonly number[], time: number): number;
}

const ceiling: FreeParameter = { name: 'm', low: 0.01, high: 1, log: false, unit: 'share', meaning: 'share that adopts in the end' };

export const BASS: CurveModel = {
  name: 'bass',
  source: 'Bass 1969, 10.1287/mnsc.15.5.215; by least squares on the cumulative curve, Srinivasan & Mason 1986, 10.1287/mksc.5.2.169',
  parameters: [
    { name: 'p', low: 1e-5, high: 1, log: true, unit: 'per period', meaning: 'coefficient of innovation' },
    { name: 'q', low: 1e-4, high: 3, log: true, unit: 'per period', meaning: 'coefficient of imitation' },
    ceiling,
  ],
  share: ([p, q, m], time) => m * bassShare(p, q, time),
};

/** The logistic curve in time: Griliches 1957, 10.2307/1905380. */
export const LOGISTIC: CurveModel = {
  name: 'logistic',
  source: 'Griliches 1957, 10.2307/1905380',
  parameters: [
    { name: 'rate', low: 1e-3, high: 5, log: true, unit: 'per period', meaning: 'growth while few have adopted' },
    { name: 'middle', low: -50, high: 100, log: false, unit: 'periods', meaning: 'when half of those who will have adopted' },
    ceiling,
  ],
  share: ([rate, middle, m], time) => m / (1 + exp(-rate * (time - middle))),
};

/** Places from which each search begins, chosen by hand over early and late, slow and quick curves. */
const GRID = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Values with the least sum of squares from a cumulative curve, whose entry 0 is the start. */
export function fitCurve(model: CurveModel, curve: Float64Array): readonly number[] {
  const { parameters } = model;
  const squares = (place: ArrayLike<number>): number => {
    const values = valuesAt(parameters, place);
    let sum = 0;
    for (let t = 1; t < curve.length; t++) {
      const gap = model.share(values, t) - curve[t];
      sum += gap * gap;
    }
    return sum;
  };
  const starts = GRID.flatMap((a) => GRID.flatMap((b) => GRID.map((c) => [a, b, c]))).sort((a, b) => squares(a) - squares(b));
  const found = starts.slice(0, 4).map((start) => nelderMead(squares, start));
  return valuesAt(parameters, found.reduce((a, b) => (b.value < a.value ? b : a)).place);
}

/** The curve of a model through its first part and on to `until`. */
export function modelCurve(model: CurveModel, values: readonly number[], until: number): Float64Array {
  return Float64Array.from({ length: until + 1 }, (_, t) => model.share(values, t));
}

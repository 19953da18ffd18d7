import type { Network } from '../network/index.ts';
import { completeValues, type GivenValues, InputError, type ParameterTable, type Values } from '../parameter/index.ts';
import { deriveKeys, type Keys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { ClassicColumn, ClassicModel, ClassicProcess } from './model.ts';

/** A run to be made. */
export interface ClassicRun {
  readonly network: Network;
  /** Values of some parameters; the others take their defaults. */
  readonly values?: GivenValues;
  /** Steps to run; the model's own number by default. A run that cannot change any more ends early, and its last row is repeated. */
  readonly steps?: number;
  /** Keys of the replicate's luck, see `classicKeys`. */
  readonly keys: Keys;
  /** States at the start, in place of the model's own start. */
  readonly initial?: ArrayLike<number>;
  /** Keeps the states of every step, not only the last. */
  readonly history?: boolean;
}

/** What a run left: plain data. */
export interface ClassicRecording {
  readonly model: string;
  readonly columns: readonly ClassicColumn[];
  /** Steps after the start; there are steps + 1 rows. */
  readonly steps: number;
  /** Row by row; row 0 is the start. */
  readonly values: Float64Array;
  /** Steps after which nothing could change any more; null when the run ended before. */
  readonly settled: number | null;
  readonly stateSize: number;
  /** States of all people at the end, `stateSize` numbers each. */
  readonly states: Float64Array;
  /** The same after every step, start first, where asked for. */
  readonly history: Float64Array | null;
}

/** Keys of one replicate's luck in the textbook models. Replicates count from 0. */
export function classicKeys(seed: string, replicate: number): Keys {
  return deriveKeys(keysFromSeed(seed), PURPOSE.classic, replicate);
}

/** Starts a model on checked values. @throws InputError */
export function startClassic<T extends ParameterTable>(
  model: ClassicModel<T>,
  { network, values = {}, keys, initial }: ClassicRun,
): { readonly values: Values<T>; readonly process: ClassicProcess } {
  const complete = completeValues(model.parameters, values, model.name, `The model ${model.name}`);
  const size = stateSizeOf(model, complete);
  if (initial !== undefined && initial.length !== network.n * size) {
    const allowed = `${network.n * size} numbers, ${size} for each person`;
    throw new InputError(`The start holds ${initial.length} numbers; ${allowed} are needed.`, {
      path: 'initial',
      found: `${initial.length} numbers`,
      allowed,
    });
  }
  const world = { network, keys, initial: initial === undefined ? null : Float64Array.from(initial) };
  return { values: complete, process: model.start(complete, world) };
}

/** Runs a model: a pure function of model and run, the same to the bit everywhere. @throws InputError */
export function runClassic<T extends ParameterTable>(model: ClassicModel<T>, run: ClassicRun): ClassicRecording {
  const { steps = model.steps, history = false, network } = run;
  const { values: complete, process } = startClassic(model, run);
  const { columns } = model;
  const stateSize = stateSizeOf(model, complete);
  const values = new Float64Array((steps + 1) * columns.length);
  const kept = history ? new Float64Array((steps + 1) * network.n * stateSize) : null;
  let settled: number | null = null;
  for (let step = 0; step <= steps; step++) {
    if (settled === null) {
      if (step > 0 && !process.step()) settled = step;
      values.set(process.measure(), step * columns.length);
    } else values.copyWithin(step * columns.length, (step - 1) * columns.length, step * columns.length);
    kept?.set(process.states, step * network.n * stateSize);
  }
  return { model: model.name, columns, steps, values, settled, stateSize, states: Float64Array.from(process.states), history: kept };
}

/** One column of a recording, start first. @throws RangeError for a column that was not recorded */
export function classicSeries({ columns, steps, values }: ClassicRecording, name: string): Float64Array {
  const column = columns.findIndex((each) => each.name === name);
  if (column < 0) throw new RangeError(`no column ${name}; there are ${columns.map((each) => each.name).join(', ')}`);
  return Float64Array.from({ length: steps + 1 }, (_, step) => values[step * columns.length + column]);
}

function stateSizeOf<T extends ParameterTable>(model: ClassicModel<T>, values: Values<T>): number {
  return model.stateSize?.(values) ?? 1;
}

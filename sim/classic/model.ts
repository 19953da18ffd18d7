import type { Network, NetworkSpec } from '../network/index.ts';
import type { ParameterTable, Values } from '../parameter/index.ts';
import type { Keys } from '../random/index.ts';

/** A quantity that a model records at every step. */
export interface ClassicColumn {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
}

/** Where a textbook model plays. */
export interface ClassicWorld {
  /** Row i lists the people whom i influences; `reverse(network)` lists those who influence i. Strengths and directions always count. */
  readonly network: Network;
  /** Keys of this replicate's luck. Sub-streams are derived by `LUCK`, and drawn by person or by arc, never in sequence. */
  readonly keys: Keys;
  /** State of each person at the start (`stateSize` numbers each), in place of the model's own start; null for that. */
  readonly initial: Float64Array | null;
}

/** A textbook model that has started: flat state, and a step. */
export interface ClassicProcess {
  /** States of all people, `stateSize` numbers each, as they are now; not to be written. */
  readonly states: Readonly<Float64Array> | Readonly<Uint8Array> | Readonly<Int32Array>;
  /** One step of the model's own time. Says whether anything can still change: false ends the run. */
  step(): boolean;
  /** The recorded columns as they are now, in the order of the model's table. */
  measure(): readonly number[];
}

/** A textbook model of influence. */
export interface ClassicModel<T extends ParameterTable = ParameterTable> {
  /** As the command line and the catalogue call it: "independent-cascade". */
  readonly name: string;
  readonly title: string;
  /** One sentence: the rule. */
  readonly meaning: string;
  /** Paper and DOI. */
  readonly source: string;
  /** Who is updated when, and what one step is, in a sentence. */
  readonly time: string;
  readonly updating: 'synchronous' | 'asynchronous';
  /** What the state of a person says. */
  readonly state: string;
  /** Numbers in the state of a person, where it is not one; it may depend on the values. */
  stateSize?(values: Values<T>): number;
  readonly parameters: T;
  readonly columns: readonly ClassicColumn[];
  /** Steps that show what the model does, with the defaults. */
  readonly steps: number;
  /** A network that shows it too, as the paper has it; the default network of the market where there is none. */
  readonly network?: NetworkSpec;
  /**
   * Starts the model: a pure function of complete values and world.
   *
   * @throws InputError where the values cannot be met on this network
   */
  start(values: Values<T>, world: ClassicWorld): ClassicProcess;
}

/** Gives a model the types of its own table; the catalogue forgets them, and `startClassic` checks values that come from outside. */
export function classicModel<const T extends ParameterTable>(model: ClassicModel<T>): ClassicModel<T> {
  return model;
}

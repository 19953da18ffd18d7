import { type ClassicColumn, type ClassicRecording, classicKeys, classicNamed, runClassic } from '../classic/index.ts';
import { generateNetwork, type Network, type NetworkSpec } from '../network/index.ts';
import type { GivenValues } from '../parameter/index.ts';
import { deriveKeys, keysFromSeed, PURPOSE } from '../random/index.ts';
import { type Summary, summarise } from './summary.ts';

/** What it takes to run a textbook model again and again. */
export interface ClassicExperimentInput {
  /** As the catalogue calls it. */
  readonly model: string;
  /** Values of some parameters; the others take their defaults. */
  readonly values: GivenValues;
  /** A network of one's own, or how to draw one: the same that the market model would draw for this seed and replicate. */
  readonly network: Network | (NetworkSpec & { readonly redraw?: 'replicate' | 'once' });
  /** The model's own number unless given. */
  readonly steps?: number;
  readonly seed: string;
  /** States at the start, in place of the model's own; for a network of one's own. */
  readonly initial?: ArrayLike<number>;
}

/** Makes a textbook model ready: a run is a pure function of its replicate. @throws InputError for a model that does not exist */
export function prepareClassic({ model: name, values, network, steps, seed, initial }: ClassicExperimentInput): {
  run(replicate: number): ClassicRecording;
} {
  const model = classicNamed(name);
  let drawn: { readonly at: number; readonly network: Network } | null = null;
  const networkAt = (replicate: number): Network => {
    if (!('kind' in network)) return network;
    const { redraw = 'replicate', ...spec } = network;
    const at = redraw === 'once' ? 0 : replicate;
    if (drawn?.at !== at) {
      drawn = { at, network: generateNetwork(spec as NetworkSpec, deriveKeys(keysFromSeed(seed), PURPOSE.network, at)) };
    }
    return drawn.network;
  };
  return {
    run: (replicate) =>
      runClassic(model, {
        network: networkAt(replicate),
        values,
        keys: classicKeys(seed, replicate),
        ...(steps !== undefined && { steps }),
        ...(initial !== undefined && { initial }),
      }),
  };
}

/** A column over its steps, row 0 the start, summarised over replicates. */
export interface ClassicCourse {
  readonly column: ClassicColumn;
  readonly steps: readonly Summary[];
}

/** What replicates of one model have in common: a course for each column. @throws RangeError without a recording */
export function classicCourses(recordings: readonly ClassicRecording[]): ClassicCourse[] {
  if (recordings.length === 0) throw new RangeError('no recordings to summarise');
  const [{ columns, steps }] = recordings;
  return columns.map((column, at) => ({
    column,
    steps: Array.from({ length: steps + 1 }, (_, step) => summarise(recordings.map(({ values }) => values[step * columns.length + at]))),
  }));
}

import { type Consumers, DRIVE_NAMES, JOB_NAMES } from '../../consumer/state.ts';
import { VALUE_NAMES } from '../../consumer/values.ts';

/** Who people are; what does not change while the model runs. */
export interface Traits {
  readonly valueNames: readonly string[];
  readonly driveNames: readonly string[];
  readonly jobNames: readonly string[];
  /** `[node * 10 + value]`: centred within each person, length 1. */
  readonly values: Float32Array;
  /** `[node * 4 + drive]`, `[node * 3 + job]`: shares that add up to 1. */
  readonly drives: Float32Array;
  readonly jobs: Float32Array;
  readonly conformity: Float32Array;
  readonly stubbornness: Float32Array;
  /** Talkativeness relative to the average. */
  readonly sociability: Float32Array;
  readonly identification: Float32Array;
  /** Quality of what the person uses otherwise. */
  readonly outside: Float32Array;
}

/** Copies who the shown people are; empty before there is anybody. */
export function traitsOf(all: Consumers | null, people: Uint32Array): Traits {
  const copy = (from: Float32Array | undefined, width: number): Float32Array => {
    const to = new Float32Array(people.length * width);
    if (from !== undefined)
      for (const [node, person] of people.entries()) to.set(from.subarray(person * width, (person + 1) * width), node * width);
    return to;
  };
  return {
    valueNames: VALUE_NAMES,
    driveNames: DRIVE_NAMES,
    jobNames: JOB_NAMES,
    values: copy(all?.values, VALUE_NAMES.length),
    drives: copy(all?.drives, DRIVE_NAMES.length),
    jobs: copy(all?.job, JOB_NAMES.length),
    conformity: copy(all?.conformity, 1),
    stubbornness: copy(all?.stubbornness, 1),
    sociability: copy(all?.sociability, 1),
    identification: copy(all?.identification, 1),
    outside: copy(all?.outside, 1),
  };
}

import type { JsonValue } from '../design/factor.ts';
import type { Sensitivity } from './analyse.ts';

/** What `swaylab sensitivity --json` prints. */
export interface SensitivityResult {
  readonly engine: string;
  readonly name: string;
  readonly seed: string;
  readonly method: 'morris' | 'sobol';
  readonly factors: readonly (
    | { readonly path: string; readonly low: number; readonly high: number; readonly log: boolean }
    | { readonly path: string; readonly levels: readonly JsonValue[] }
  )[];
  /** Points of the design, each run in this many replicates. */
  readonly points: number;
  readonly replicates: number;
  readonly outputs: readonly SensitivityOutput[];
}

/** One output: a metric of a strategy, or of the difference from another one, after so many weeks. */
export interface SensitivityOutput extends Sensitivity {
  readonly strategy: string;
  readonly against: string | null;
  readonly metric: string;
  readonly unit: string;
  readonly week: number;
}

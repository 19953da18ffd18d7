import type { Keys } from '../../random/index.ts';
import type { Design } from '../design/design.ts';
import { type MorrisEffect, morrisEffects } from './morris-effects.ts';
import type { Outcomes } from './outcomes.ts';
import { type SobolIndex, sobolIndices } from './sobol-indices.ts';
import { splitVariance, type VarianceSplit } from './variance-split.ts';

/** What one output owes to each factor, and what to luck. */
export interface Sensitivity {
  /** Null with one replicate. */
  readonly split: VarianceSplit | null;
  readonly factors: readonly ({ readonly path: string } & (MorrisEffect | SobolIndex))[] | null;
}

/** Analyses one output over a Morris or Saltelli design. @returns no factors where the output is undefined or never varies */
export function analyseSensitivity(design: Design, outcomes: Outcomes, keys: Keys): Sensitivity {
  const paths = design.factors.map(({ path }) => path);
  const effects: readonly (MorrisEffect | SobolIndex)[] | null =
    design.kind === 'morris'
      ? morrisEffects(
          design.points.map(({ unit }) => unit as Float64Array),
          outcomes,
          keys,
        )
      : sobolIndices(outcomes, paths.length, keys);
  const defined = outcomes.values.every(Number.isFinite);
  return {
    split: defined ? splitVariance(outcomes) : null,
    factors: effects?.map((effect, at) => ({ path: paths[at], ...effect })) ?? null,
  };
}

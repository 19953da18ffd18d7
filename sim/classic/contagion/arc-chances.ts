import type { Network } from '../../network/index.ts';
import { inStrength } from './exposure.ts';

export const CHANCE_RULES = ['strength', 'weighted-cascade'] as const;
export type ChanceRule = (typeof CHANCE_RULES)[number];

/**
 * Probability of each arc in an independent cascade (Kempe et al. 2003, 10.1145/956750.956769): chance times strength, or the arc's share of
 * all strength into its target, which is 1/indegree where all ties are equal.
 */
export function arcChances(network: Network, rule: ChanceRule, chance: number): Float64Array {
  if (rule === 'strength') return byStrength(network, (strength) => chance * strength);
  const { targets, strengths } = network;
  const total = inStrength(network);
  const chances = new Float64Array(targets.length);
  for (let arc = 0; arc < targets.length; arc++) chances[arc] = strengths[arc] / total[targets[arc]];
  return chances;
}

/** A function of the strength of each arc; computed once for a run of equal ones, since many networks have one strength only. */
export function byStrength({ strengths }: Network, value: (strength: number) => number): Float64Array {
  const values = new Float64Array(strengths.length);
  for (let arc = 0; arc < strengths.length; arc++) {
    values[arc] = arc > 0 && strengths[arc] === strengths[arc - 1] ? values[arc - 1] : value(strengths[arc]);
  }
  return values;
}

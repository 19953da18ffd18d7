import type { Network } from '../../network/index.ts';
import { inStrength } from './exposure.ts';

export const CHANCE_RULES = ['strength', 'weighted-cascade'] as const;
export type ChanceRule = (typeof CHANCE_RULES)[number];

/**
 * Probability of each arc in an independent cascade (Kempe et al. 2003, 10.1145/956750.956769): chance times strength, or the arc's share of
 * all strength into its target, which is 1/indegree where all ties are equal.
 */
export function arcChances(network: Network, rule: ChanceRule, chance: number): Float64Array {
  const { targets, strengths } = network;
  if (rule === 'strength') return Float64Array.from(strengths, (strength) => chance * strength);
  const total = inStrength(network);
  return Float64Array.from(strengths, (strength, arc) => strength / total[targets[arc]]);
}

import { NOTHING, type Strategy } from '../brand/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** The strategies that a comparison runs: the scenario's, and `nothing` as the reference where it is not among them. */
export function armsOf(scenario: Scenario): readonly Strategy[] {
  return scenario.strategies.some((strategy) => strategy.name === NOTHING.name) ? scenario.strategies : [...scenario.strategies, NOTHING];
}

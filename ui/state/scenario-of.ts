import { parseScenario, type Scenario } from '../../sim/scenario/index.ts';
import type { Draft } from './app-state.ts';

const known = new WeakMap<Draft, Scenario>();

/** The scenario that a draft describes, complete; parsed once, since drafts never change. @throws InputError when it is none */
export function scenarioOf(draft: Draft): Scenario {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const scenario = parseScenario(draft);
  known.set(draft, scenario);
  return scenario;
}

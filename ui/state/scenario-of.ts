import { parseScenario, type Scenario } from '../../sim/scenario/index.ts';
import type { Draft } from './app-state.ts';
import { FIRST_SCENARIO } from './first-scenario.ts';
import { SCENARIO_PRESETS } from './presets.ts';

const known = new WeakMap<Draft, Scenario>();
const FIRST_DRAFT = JSON.stringify(SCENARIO_PRESETS[0].draft);

/** The scenario that a draft describes, complete; parsed once, since drafts never change. @throws InputError when it is none */
export function scenarioOf(draft: Draft): Scenario {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const first = JSON.stringify(draft) === FIRST_DRAFT ? FIRST_SCENARIO : null;
  const scenario = first ?? parseScenario(draft);
  known.set(draft, scenario);
  return scenario;
}

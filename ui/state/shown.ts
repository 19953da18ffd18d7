import type { Scenario } from '../../sim/scenario/index.ts';
import type { ViewState } from './app-state.ts';

/** What is drawn when nobody has chosen: few enough to tell apart at a glance, and to run within a second. */
const FIRST_CHOICE = ['push', 'learn-and-relate', 'hybrid', 'targeted-push'];
const SHOWN_AT_FIRST = 4;

/** Names of the strategies that are run and drawn, in the scenario's order. Never empty. */
export function strategiesShown(scenario: Scenario, view: Pick<ViewState, 'shown'>): readonly string[] {
  const names = scenario.strategies.map((strategy) => strategy.name);
  const chosen = view.shown === null ? [] : names.filter((name) => view.shown?.includes(name));
  if (chosen.length > 0) return chosen;
  if (names.length <= SHOWN_AT_FIRST) return names;
  const suited = names.filter((name) => FIRST_CHOICE.includes(name));
  const others = names.filter((name) => !suited.includes(name) && name !== 'nothing');
  const first = [...suited, ...others].slice(0, SHOWN_AT_FIRST);
  return names.filter((name) => first.includes(name));
}

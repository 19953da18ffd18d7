import type { Scenario } from '../../sim/scenario/index.ts';
import { strategiesShown } from './shown.ts';

/** Positions in the palette of charts, by strategy: those shown at first come first, and what is shown or hidden changes no look. */
export function strategyLooks(scenario: Scenario): ReadonlyMap<string, number> {
  const first = strategiesShown(scenario, { shown: null });
  const rest = [...scenario.strategies.map(({ name }) => name), 'nothing'].filter((name) => !first.includes(name));
  return new Map([...first, ...new Set(rest)].map((name, look) => [name, look]));
}

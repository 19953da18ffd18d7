import type { CompareResult } from '../../../sim/experiment/result-schema.ts';
import type { Scenario } from '../../../sim/scenario/index.ts';
import type { Cast } from '../charts.ts';

/** Strategies of the scenario that are not run, so that nothing is known of them. Doing nothing always is, as the reference. */
export function notRun({ strategies }: Scenario, { names }: Cast): string[] {
  return strategies.map(({ name }) => name).filter((name) => name !== 'nothing' && !names.includes(name));
}

/** Whom a reader sees compared, where the scenario has more; null where it has them all. */
export function amongWhom({ strategies }: CompareResult, scenario: Scenario, cast: Cast): readonly string[] | null {
  if (notRun(scenario, cast).length === 0) return null;
  return strategies.map(({ name }) => name).filter((name) => cast.names.includes(name));
}

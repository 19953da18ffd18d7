import type { CompareResult } from '../../../sim/experiment/result-schema.ts';
import type { Scenario } from '../../../sim/scenario/index.ts';
import type { Cast } from '../charts.ts';

/** Strategies of the scenario that are not run, so that nothing is known of them. Doing nothing always is, as the reference. */
export function notRun({ strategies }: Scenario, { names }: Cast): string[] {
  return strategies.map(({ name }) => name).filter((name) => name !== 'nothing' && !names.includes(name));
}

/** Whom a result compares, where the scenario has more: "the 4 strategies shown and doing nothing"; empty where it has them all. */
export function amongWhom({ strategies }: CompareResult, scenario: Scenario, cast: Cast): string {
  if (notRun(scenario, cast).length === 0) return '';
  const shown = strategies.filter(({ name }) => cast.names.includes(name)).length;
  return `the ${shown === 1 ? 'strategy' : `${shown} strategies`} shown${cast.names.includes('nothing') ? '' : ' and doing nothing'}`;
}

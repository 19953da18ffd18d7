import { comparedWeeksOf } from '../chart/catalogue.ts';
import { contestIn } from '../chart/contest.ts';
import { listed } from '../chart/format.ts';
import { metricTitle } from '../chart/index.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import { wrapped } from './parameter-catalogue.ts';

/** More names than this are counted, not named. */
const NAMED = 4;

/** Who leads in each metric at each compared week, as far as the corrected intervals say: a line each. */
export function verdictLines(result: CompareResult, metrics: readonly string[], width: number): string[] {
  if (result.strategies.length < 2 || result.replicates < 2) return ['No verdicts: one replicate proves nothing, intervals need more.'];
  return metrics.flatMap((metric) => [
    `${metricTitle(metric)}:`,
    ...comparedWeeksOf(result).flatMap((week) => {
      const [first, ...more] = wrapped(`after ${week} weeks ${leaderAt(result, metric, week)}`, width - 4);
      return [`  ${first}`, ...more.map((line) => `    ${line}`)];
    }),
  ]);
}

function leaderAt(result: CompareResult, metric: string, week: number): string {
  const { rivals, without, winner, unbeaten } = contestIn(result, metric, week);
  const except = without.length === 0 ? '' : ` (not defined under ${listed(without)})`;
  if (rivals.length < 2) return 'not compared: it is not defined under two strategies in every run';
  if (winner !== null) return `${winner} is ahead of every other strategy${except}`;
  if (unbeaten.length === 0 || unbeaten.length === rivals.length) return `undecided between all ${rivals.length} strategies${except}`;
  const rest = rivals.length - unbeaten.length;
  const who = unbeaten.length > NAMED ? `${unbeaten.length} strategies` : listed(unbeaten);
  return `undecided between ${who}; the other${rest === 1 ? ' is' : `s (${rest}) are`} behind${except}`;
}

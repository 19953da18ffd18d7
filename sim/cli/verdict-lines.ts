import { comparedWeeksOf, pairSeenFrom } from '../chart/catalogue.ts';
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
  const names = result.strategies.map(({ name }) => name);
  const verdictOf = (name: string, other: string): string => pairSeenFrom(result, metric, week, name, other)?.verdict ?? 'undecided';
  const against = (name: string): string[] => names.filter((other) => other !== name).map((other) => verdictOf(name, other));
  const winner = names.find((name) => against(name).every((verdict) => verdict === 'better'));
  if (winner !== undefined) return `${winner} is ahead of every other strategy`;
  const unbeaten = names.filter((name) => !against(name).includes('worse'));
  if (unbeaten.length === names.length) return `undecided between all ${names.length} strategies`;
  const rest = names.length - unbeaten.length;
  const who = unbeaten.length > NAMED ? `${unbeaten.length} strategies` : listed(unbeaten);
  return `undecided between ${who}; the other${rest === 1 ? ' is' : `s (${rest}) are`} behind`;
}

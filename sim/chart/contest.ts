import type { CompareResult, StrategyResult } from '../experiment/result-schema.ts';
import { pairSeenFrom } from './catalogue.ts';

/** Who competes in a metric at a week, and how it stands between them. */
export interface Contest {
  /** Strategies under which the metric is defined in every run. */
  readonly rivals: readonly string[];
  /** The others: without a value, as return on marketing is without any marketing, one can be neither ahead nor behind. */
  readonly without: readonly string[];
  /** The rival whose corrected interval against each of the others excludes 0. */
  readonly winner: string | null;
  /** Rivals that are behind none. */
  readonly unbeaten: readonly string[];
}

/** A metric that is neither good nor bad is won by the highest. */
export function contestIn(result: CompareResult, metric: string, week: number): Contest {
  const names = result.strategies.map(({ name }) => name);
  const rivals = result.strategies
    .filter((strategy) => typeof summaryAt(strategy, metric, week)?.mean === 'number')
    .map(({ name }) => name);
  const verdicts = (name: string) =>
    rivals.filter((other) => other !== name).map((other) => pairSeenFrom(result, metric, week, name, other)?.verdict ?? 'undecided');
  const [ahead, behind] = result.metricInfo[metric].better === null ? ['higher', 'lower'] : ['better', 'worse'];
  return {
    rivals,
    without: names.filter((name) => !rivals.includes(name)),
    winner: rivals.length < 2 ? null : (rivals.find((name) => verdicts(name).every((verdict) => verdict === ahead)) ?? null),
    unbeaten: rivals.filter((name) => !verdicts(name).some((verdict) => verdict === behind)),
  };
}

/** What a metric came to under a strategy at a compared week; null where it was not measured. */
export function summaryAt(
  { atWeek }: StrategyResult,
  metric: string,
  week: number,
): StrategyResult['atWeek'][number]['metrics'][string] | null {
  return atWeek.find((entry) => entry.week === week)?.metrics[metric] ?? null;
}

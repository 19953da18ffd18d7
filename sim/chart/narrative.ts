import type { CompareResult, WeekResult } from '../experiment/result-schema.ts';
import { comparedWeeksOf, lastWeek, pairSeenFrom } from './catalogue.ts';
import { contestIn, summaryAt } from './contest.ts';
import { columnDecimals, displayOf, formatInterval, formatRange, formatValue, listed } from './format.ts';
import { metricTitle } from './metric-text.ts';

export interface Finding {
  readonly week: number;
  readonly metric: string;
  /** The strategy that beats every other one, or null when the comparison cannot say. */
  readonly winner: string | null;
  /** False where fewer than two strategies have the metric: nothing was compared, and no further replicate would decide. */
  readonly compared: boolean;
  readonly sentence: string;
}

/**
 * Who leads in a metric at a week. A winner is named only when its corrected interval against every other strategy excludes 0. A strategy
 * under which the metric is undefined, as return on marketing is without any, is no rival in it, and is named as none.
 *
 * @param shown strategies that a reader sees compared, where there are others that were not run; null where all were
 */
export function finding(result: CompareResult, metric: string, week: number, shown: readonly string[] | null = null): Finding {
  const { rivals, without, winner, unbeaten } = contestIn(result, metric, week);
  const title = metricTitle(metric).toLowerCase();
  const when = `After ${week} ${week === 1 ? 'week' : 'weeks'}`;
  const except = without.length === 0 ? '' : `; it is not defined under ${listed(without.map(spoken))}`;
  const field = shown === null ? null : shown.length === 1 ? 'the strategy shown' : `the ${shown.length} strategies shown`;
  const head = { week, metric, compared: rivals.length > 1 };
  const none = (why: string): Finding => ({
    ...head,
    winner: null,
    sentence: `${when} no winner can be named on ${title}${field === null ? '' : ` among ${field}${shown?.includes('nothing') ? '' : ' and doing nothing'}`}: ${why}.`,
  });
  if (result.strategies.length < 2) return none('there is only one strategy');
  if (result.replicates < 2) return none('a single run proves nothing; intervals need more replicates');
  if (rivals.length < 2) return none('it is not defined under two strategies in every run');
  if (winner !== null) {
    const best = result.metricInfo[metric].better === null ? 'highest' : 'best';
    const isShown = field !== null && shown?.includes(winner) === true;
    const rest = isShown ? '' : `, ahead of ${field ?? 'every other strategy'}`;
    const sentence = `${when} ${spoken(winner)} has the ${best} ${title}${isShown ? ` of ${field}` : ''}, ${valueAt(result, winner, metric, week)}${rest}${except}.`;
    return { ...head, winner, sentence };
  }
  if (unbeaten.length < 2) return none(`none is ahead of every other in ${result.replicates} replicates${except}`);
  const tied = unbeaten.every((name) =>
    unbeaten.every((other) => name === other || pairSeenFrom(result, metric, week, name, other)?.verdict === 'tie'),
  );
  const said = listed(unbeaten.map((name) => `${spoken(name)} (${valueAt(result, name, metric, week)})`));
  return none(`${said} ${tied ? 'tie' : `cannot be told apart in ${result.replicates} replicates`}${except}`);
}

/** The strategy named so would turn a sentence into its opposite: "nothing has the best margin". */
function spoken(name: string): string {
  return name === 'nothing' ? 'doing nothing' : name;
}

/** The findings on each metric at each compared week. */
export function findings(result: CompareResult, metrics: readonly string[]): Finding[] {
  return metrics.flatMap((metric) => comparedWeeksOf(result).map((week) => finding(result, metric, week)));
}

function valueAt(result: CompareResult, name: string, metric: string, week: number): string {
  const all = result.strategies.map((strategy) => summaryAt(strategy, metric, week));
  const summary = all[result.strategies.findIndex((strategy) => strategy.name === name)];
  if (summary === null) return '–';
  const { unit } = result.metricInfo[metric];
  const { factor, suffix, name: unitName } = displayOf(unit);
  const counted = unitName.includes(' per ') && suffix === '' ? ` ${unitName}` : '';
  return `${formatInterval(summary.mean, summary.low, summary.high, unit, columnDecimals(all, factor))}${counted}`;
}

export interface Milestones {
  readonly strategy: string;
  readonly sentences: readonly string[];
}

/** What happened when under each strategy, in words, with the range that holds 90 % of runs. */
export function milestones(result: CompareResult): Milestones[] {
  return result.strategies.map(({ name, weekly }) => ({
    strategy: name,
    sentences: [
      ...crossings(weekly.adoption, lastWeek(result), result.replicates),
      ...peak(weekly.active, result.replicates),
      ...breakEven(weekly.margin, result.replicates),
    ],
  }));
}

/** Shares of people whose first purchase is worth a mention. */
const MARKS = [10, 25, 50, 75];

/** As adoption never falls, the week in which a quantile of it passes a mark is a quantile of the week in which runs pass it. */
function crossings(weeks: readonly WeekResult[] | undefined, last: number, runs: number): string[] {
  const passed = MARKS.flatMap((mark) => {
    const first = (quantile: 'q05' | 'q50' | 'q95') => weeks?.find((week) => (week[quantile] ?? 0) >= mark / 100)?.week;
    const middle = first('q50');
    if (middle === undefined) return [];
    const late = first('q05');
    const range = runs < 2 ? '' : ` (${first('q95') ?? middle} to ${late ?? `beyond ${last}`})`;
    return [`${mark} % in week ${middle}${range}`];
  });
  if (passed.length === 0) return weeks === undefined ? [] : [`The median of adoption stayed below ${MARKS[0]} %.`];
  return [`Adoption passed ${listed(passed)}.`];
}

function peak(weeks: readonly WeekResult[] | undefined, runs: number): string[] {
  const defined = (weeks ?? []).filter((week) => week.q50 !== null);
  if (defined.length === 0) return [];
  const top = defined.reduce((best, week) => ((week.q50 as number) > (best.q50 as number) ? week : best));
  const end = defined[defined.length - 1];
  if (top.q50 === end.q50) return [];
  const range = runs < 2 ? '' : ` (90 % of runs ${formatRange(top.q05, top.q95, 'share')})`;
  return [`Active users peaked in week ${top.week} at ${formatValue(top.q50, 'share')} of people${range}.`];
}

/** Margin starts below 0 when money is spent ahead of sales; the week from which it stays above, in bands over runs. */
function breakEven(weeks: readonly WeekResult[] | undefined, runs: number): string[] {
  const last = weeks?.at(-1)?.week;
  if (weeks === undefined || last === undefined || weeks.every((week) => (week.q50 ?? 0) >= 0)) return [];
  const from = (quantile: 'q05' | 'q50' | 'q95') => (weeks.findLast((week) => (week[quantile] ?? 0) <= 0)?.week ?? 0) + 1;
  if (from('q50') > last) return [`The money spent was not earned back by week ${last}.`];
  const late = from('q05') > last ? `beyond ${last}` : String(from('q05'));
  const range = runs < 2 ? '' : ` (${from('q95')} to ${late})`;
  return [`The money spent was earned back from week ${from('q50')}${range} on.`];
}

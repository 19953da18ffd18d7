import type { CompareResult, PairResult } from '../experiment/result-schema.ts';
import type { DifferenceChart, DifferenceRow, MultiplesChart, TimeChart, TimeLine } from './describe.ts';
import { metricMeaning, metricTitle } from './metric-text.ts';

/** More bands than this in one frame hide each other. */
const MOST_BANDS = 4;

/** The course of a metric under every strategy. */
export function timeChartOf(result: CompareResult, metric: string): TimeChart {
  return {
    kind: 'time',
    title: metricTitle(metric),
    measure: metricMeaning(metric),
    unit: result.metricInfo[metric].unit,
    weeks: lastWeek(result),
    runs: result.replicates,
    lines: linesOf(result, metric),
    bands: result.strategies.length <= MOST_BANDS,
  };
}

/** The same, a panel for each strategy. */
export function multiplesOf(result: CompareResult, metric: string): MultiplesChart {
  const lines = linesOf(result, metric);
  const whole = timeChartOf(result, metric);
  return {
    kind: 'multiples',
    title: `${whole.title}, strategy by strategy`,
    panels: lines.map((line) => ({
      ...whole,
      title: line.name,
      lines: [line],
      background: lines.filter((other) => other !== line),
      bands: true,
    })),
  };
}

/** How the other strategies differ from one of them in a metric at a week. */
export function differenceChartOf(result: CompareResult, metric: string, week: number, base: string): DifferenceChart {
  const rows = result.strategies.flatMap(({ name }, look): DifferenceRow[] => {
    const seen = pairSeenFrom(result, metric, week, name, base);
    return seen === null ? [] : [{ name, look, ...seen }];
  });
  return {
    kind: 'difference',
    title: metricTitle(metric),
    measure: metricMeaning(metric),
    unit: result.metricInfo[metric].unit,
    week,
    runs: result.replicates,
    base,
    rows,
  };
}

export type SeenPair = Pick<DifferenceRow, 'mean' | 'low' | 'high' | 'probability' | 'verdict'>;

/** The comparison of two strategies as seen from the first: its difference from the other, and whether it is better. */
export function pairSeenFrom(result: CompareResult, metric: string, week: number, name: string, other: string): SeenPair | null {
  const pair = pairsOf(result).get(pairKey(metric, week, name, other)) ?? pairsOf(result).get(pairKey(metric, week, other, name));
  if (pair === undefined) return null;
  const { mean, low, high } = pair.difference;
  const straight = pair.a === name;
  const turn = (value: number | null) => (value === null ? null : value === 0 ? 0 : -value);
  return {
    mean: straight ? mean : turn(mean),
    low: straight ? low : turn(high),
    high: straight ? high : turn(low),
    probability: straight || pair.probabilityABeatsB === null ? pair.probabilityABeatsB : 1 - pair.probabilityABeatsB,
    verdict: verdictSeen(pair, name, result.metricInfo[metric].better !== null),
  };
}

export function lastWeek(result: CompareResult): number {
  return result.strategies[0]?.atWeek.at(-1)?.week ?? 0;
}

export function comparedWeeksOf(result: CompareResult): number[] {
  return result.strategies[0]?.atWeek.map(({ week }) => week) ?? [];
}

function verdictSeen(pair: PairResult, name: string, directed: boolean): DifferenceRow['verdict'] {
  if (pair.verdict === 'tie' || pair.verdict === 'undecided') return pair.verdict;
  const ahead = pair.verdict === (pair.a === name ? 'a' : 'b');
  if (directed) return ahead ? 'better' : 'worse';
  return ahead ? 'higher' : 'lower';
}

function linesOf(result: CompareResult, metric: string): TimeLine[] {
  return result.strategies.map(({ name, weekly }, look) => ({ name, look, points: weekly[metric] }));
}

const INDEXED = new WeakMap<CompareResult, Map<string, PairResult>>();

function pairKey(metric: string, week: number, a: string, b: string): string {
  return JSON.stringify([metric, week, a, b]);
}

function pairsOf(result: CompareResult): Map<string, PairResult> {
  let index = INDEXED.get(result);
  if (index === undefined) {
    index = new Map(result.comparisons.map((pair) => [pairKey(pair.metric, pair.week, pair.a, pair.b), pair]));
    INDEXED.set(result, index);
  }
  return index;
}

import type { CompareResult, MetricInfo, PairResult, StrategyResult, Verdict, WeekResult } from '../../sim/experiment/result-schema.ts';

const QUANTITIES = ['mean', 'low', 'high', 'q05', 'q25', 'q50', 'q75', 'q95'] as const;
const VERDICTS: readonly Verdict[] = ['a', 'b', 'tie', 'undecided'];
const PAIR_NUMBERS = 5;

/**
 * A comparison as a worker sends it: its tens of thousands of small records as a few arrays of numbers, which are transferred at no cost.
 * What is undefined is not a number.
 */
export interface PackedComparison {
  readonly head: Pick<CompareResult, 'engine' | 'scenario' | 'seed' | 'replicates' | 'digest' | 'runs'>;
  readonly metricInfo: Readonly<Record<string, MetricInfo>>;
  readonly names: readonly string[];
  readonly weeks: number;
  /** Weeks at which strategies are compared. */
  readonly compared: readonly number[];
  /** `[((strategy * metrics + metric) * weeks + week) * 8 + quantity]` */
  readonly weekly: Float64Array;
  /** By metric, compared week and pair in order: mean, low, high, probability, verdict. Empty when nothing was compared. */
  readonly pairNumbers: Float64Array;
}

const pack = (value: number | null): number => value ?? Number.NaN;
const unpack = (value: number): number | null => (Number.isNaN(value) ? null : value);

export function packComparison(result: CompareResult): PackedComparison {
  const { engine, scenario, seed, replicates, digest, runs, metricInfo, strategies, comparisons } = result;
  const metrics = Object.keys(metricInfo);
  const weeks = strategies[0]?.weekly[metrics[0]]?.length ?? 0;
  const weekly = new Float64Array(strategies.length * metrics.length * weeks * QUANTITIES.length);
  let at = 0;
  for (const strategy of strategies) {
    for (const metric of metrics) {
      for (const week of strategy.weekly[metric]) for (const quantity of QUANTITIES) weekly[at++] = pack(week[quantity]);
    }
  }
  const pairNumbers = new Float64Array(comparisons.length * PAIR_NUMBERS);
  comparisons.forEach(({ difference: { mean, low, high }, probabilityABeatsB, verdict }, pair) => {
    pairNumbers.set([pack(mean), pack(low), pack(high), pack(probabilityABeatsB), VERDICTS.indexOf(verdict)], pair * PAIR_NUMBERS);
  });
  return {
    head: { engine, scenario, seed, replicates, digest, runs },
    metricInfo,
    names: strategies.map(({ name }) => name),
    weeks,
    compared: strategies[0]?.atWeek.map(({ week }) => week) ?? [],
    weekly,
    pairNumbers,
  };
}

/** The comparison again. Its records are made when they are first read, so that a page that draws three curves pays for three. */
export function unpackComparison(packed: PackedComparison): CompareResult {
  const { head, metricInfo, names } = packed;
  const once = lazily();
  return Object.defineProperties(
    { ...head, metricInfo: { ...metricInfo } },
    {
      strategies: { enumerable: true, value: names.map((_, strategy) => strategyOf(packed, strategy)) },
      comparisons: { enumerable: true, get: () => once('comparisons', () => pairsOf(packed)) },
    },
  ) as unknown as CompareResult;
}

function strategyOf(packed: PackedComparison, strategy: number): StrategyResult {
  const metrics = Object.keys(packed.metricInfo);
  const once = lazily();
  const weekly = Object.defineProperties(
    {},
    Object.fromEntries(
      metrics.map((metric, position) => [
        metric,
        { enumerable: true, get: () => once(metric, () => weeksOf(packed, strategy * metrics.length + position)) },
      ]),
    ),
  ) as StrategyResult['weekly'];
  const atWeek = (): StrategyResult['atWeek'] =>
    packed.compared.map((week) => ({
      week,
      metrics: Object.fromEntries(
        metrics.map((metric, position) => {
          const { week: _, ...summary } = weekOf(packed, strategy * metrics.length + position, week);
          return [metric, summary];
        }),
      ),
    }));
  return Object.defineProperties(
    { name: packed.names[strategy] },
    {
      atWeek: { enumerable: true, get: () => once('at week', atWeek) },
      weekly: { enumerable: true, value: weekly },
    },
  ) as StrategyResult;
}

function weeksOf(packed: PackedComparison, row: number): WeekResult[] {
  return Array.from({ length: packed.weeks }, (_, index) => weekOf(packed, row, index + 1));
}

function weekOf({ weekly, weeks }: PackedComparison, row: number, week: number): WeekResult {
  const at = (row * weeks + week - 1) * QUANTITIES.length;
  return {
    week,
    mean: unpack(weekly[at]),
    low: unpack(weekly[at + 1]),
    high: unpack(weekly[at + 2]),
    q05: unpack(weekly[at + 3]),
    q25: unpack(weekly[at + 4]),
    q50: unpack(weekly[at + 5]),
    q75: unpack(weekly[at + 6]),
    q95: unpack(weekly[at + 7]),
  };
}

function pairsOf({ names, metricInfo, compared, pairNumbers }: PackedComparison): PairResult[] {
  if (pairNumbers.length === 0) return [];
  const labels = Object.keys(metricInfo).flatMap((metric) =>
    compared.flatMap((week) => names.flatMap((a, first) => names.slice(first + 1).map((b) => ({ a, b, metric, week })))),
  );
  return labels.map(({ a, b, metric, week }, pair) => {
    const [mean, low, high, probability, verdict] = pairNumbers.subarray(pair * PAIR_NUMBERS, (pair + 1) * PAIR_NUMBERS);
    return {
      a,
      b,
      metric,
      week,
      difference: { mean: unpack(mean), low: unpack(low), high: unpack(high) },
      probabilityABeatsB: unpack(probability),
      verdict: VERDICTS[verdict],
    };
  });
}

/** Works a value out when it is first asked for, and keeps it. */
function lazily(): <T>(key: string, compute: () => T) => T {
  const kept = new Map<string, unknown>();
  return <T>(key: string, compute: () => T): T => {
    if (!kept.has(key)) kept.set(key, compute());
    return kept.get(key) as T;
  };
}

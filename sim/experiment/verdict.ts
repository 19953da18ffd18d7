import { holm } from './holm.ts';
import { differenceInterval, type PairedDifference } from './paired.ts';
import type { PairResult, Verdict } from './result-schema.ts';

/** What is said of one pair: the mean difference with its corrected interval, the share of replicates won, and the verdict. */
export type Judgement = Pick<PairResult, 'difference' | 'probabilityABeatsB' | 'verdict'>;

/**
 * Judges all paired differences of one metric together. The family that Holm's correction protects is every pair of strategies at every
 * reported week of that metric: a reader looks through all of them for a winner. Different metrics answer different questions
 * and are not pooled. A difference that could not be measured is no test and does not enter; a tie does.
 *
 * @param family paired differences, null where undefined
 * @param better direction that counts as better; null counts as 'higher'
 * @param margin differences of at most this size are of no interest; a corrected interval within it is a tie
 * @param alpha chance of any false verdict in the family
 */
export function judgeFamily(
  family: readonly (PairedDifference | null)[],
  better: 'higher' | 'lower' | null,
  margin = 0,
  alpha = 0.05,
): Judgement[] {
  const tested = family.flatMap((paired, index) => (paired === null ? [] : [{ paired, index }]));
  const corrected = holm(
    tested.map(({ paired }) => paired.pValue),
    alpha,
  );
  const judgements = family.map<Judgement>(() => ({
    difference: { mean: null, low: null, high: null },
    probabilityABeatsB: null,
    verdict: 'undecided',
  }));
  tested.forEach(({ paired, index }, position) => {
    const interval = differenceInterval(paired, corrected[position].level);
    judgements[index] = {
      difference: { mean: paired.mean, low: interval?.low ?? null, high: interval?.high ?? null },
      probabilityABeatsB: paired.probability,
      verdict: verdictOf(paired, interval, corrected[position].adjusted < alpha, better, margin),
    };
  });
  return judgements;
}

function verdictOf(
  paired: PairedDifference,
  interval: { low: number; high: number } | null,
  rejected: boolean,
  better: 'higher' | 'lower' | null,
  margin: number,
): Verdict {
  if (paired.tie || (interval !== null && interval.low >= -margin && interval.high <= margin)) return 'tie';
  if (!rejected) return 'undecided';
  return paired.mean > 0 === (better !== 'lower') ? 'a' : 'b';
}

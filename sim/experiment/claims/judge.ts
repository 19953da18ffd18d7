import { sampleVariance } from 'simple-statistics';
import type { Keys } from '../../random/index.ts';
import { holm } from '../holm.ts';
import type { Interval } from '../intervals.ts';
import { tHalfWidth } from '../intervals.ts';
import { type PairedStatistics, pairedStatistics } from '../paired-statistics.ts';
import type { Claim, Contrast } from './claim.ts';

/** How a contrast came out against its prediction. */
export type Outcome = 'as predicted' | 'opposite' | 'open' | 'undefined';
export type ClaimVerdict = 'supported' | 'contradicted' | 'depends' | 'undecided' | 'built in';

export interface ContrastFinding {
  readonly question: string;
  readonly outcome: Outcome;
  /** Null where a value is undefined. */
  readonly statistics: PairedStatistics | null;
  /** Of left minus right, at the level of Holm's correction over the whole suite. */
  readonly interval: Interval | null;
  /** For an assumed claim that predicts a difference: whether its coefficient adds to it, against the same contrast with that at its null. */
  readonly added: Outcome | null;
}

export interface ClaimFinding {
  readonly id: string;
  readonly claim: string;
  readonly status: Claim['status'];
  readonly verdict: ClaimVerdict;
  readonly findings: readonly ContrastFinding[];
}

/** Values of both sides of a contrast, one a replicate; of the silenced world, too, where the claim is assumed. */
export interface ContrastValues {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly silenced: { readonly left: readonly number[]; readonly right: readonly number[] } | null;
}

/** Significance over the whole suite. */
const ALPHA = 0.05;

/**
 * Judges every contrast of the suite together: each p value is corrected by Holm's method over all of them, so that the chance of a single false
 * finding is at most 5 %.
 *
 * @param values of each claim's contrasts, in their order
 */
export function judgeClaims(claims: readonly Claim[], values: readonly (readonly ContrastValues[])[], keys: Keys): ClaimFinding[] {
  const all = claims.flatMap((claim, at) =>
    claim.contrasts.flatMap((contrast, c) => {
      const { left, right, silenced } = values[at][c];
      const own = { claim: at, contrast, added: false, statistics: pairedStatistics(left, right, 'higher', keys), left, right };
      if (silenced === null || contrast.predicted === 0) return [own];
      const change = { left: difference(left, right), right: difference(silenced.left, silenced.right) };
      return [own, { ...own, ...change, added: true, statistics: pairedStatistics(change.left, change.right, 'higher', keys) }];
    }),
  );
  const defined = all.filter(({ statistics }) => statistics !== null);
  const corrected = holm(
    defined.map(({ statistics }) => (statistics as PairedStatistics).pValue),
    ALPHA,
  );
  const judged = all.map((test) => {
    const at = defined.indexOf(test);
    const interval = at < 0 ? null : intervalAt(test.left, test.right, corrected[at].level);
    return { ...test, interval, outcome: outcomeOf(test.contrast, interval) };
  });
  return claims.map(({ id, claim, status, contrasts }, at) => {
    const own = judged.filter((test) => test.claim === at && !test.added);
    const findings = own.map(
      ({ contrast, statistics, interval, outcome }): ContrastFinding => ({
        question: contrast.question,
        outcome,
        statistics,
        interval,
        added: judged.find((test) => test.claim === at && test.added && test.contrast === contrast)?.outcome ?? null,
      }),
    );
    return { id, claim, status, verdict: verdictOf(status, contrasts, findings), findings };
  });
}

/**
 * What the outcomes say of a claim. Of an assumed one only those consequences count that were free to fail; without any, what its coefficient adds
 * is built in. A difference to which the coefficient adds nothing has another cause, and decides nothing.
 */
function verdictOf(status: Claim['status'], contrasts: readonly Contrast[], findings: readonly ContrastFinding[]): ClaimVerdict {
  if (status === 'emergent') return plainVerdict(findings);
  const free = findings.filter((_, at) => contrasts[at].free === true);
  const verdict = plainVerdict(
    (free.length === 0 ? findings : free).map((finding) =>
      finding.outcome === 'as predicted' && finding.added !== null && finding.added !== 'as predicted' ? { outcome: 'open' } : finding,
    ),
  );
  return verdict === 'supported' && free.length === 0 ? 'built in' : verdict;
}

function plainVerdict(findings: readonly Pick<ContrastFinding, 'outcome'>[]): ClaimVerdict {
  const some = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  if (findings.every(({ outcome }) => outcome === 'as predicted')) return 'supported';
  if (some('as predicted')) return some('opposite') ? 'depends' : 'undecided';
  return some('opposite') ? 'contradicted' : 'undecided';
}

function outcomeOf({ predicted, tolerance = 0 }: Contrast, interval: Interval | null): Outcome {
  if (interval === null) return 'undefined';
  const { low, high } = interval;
  if (predicted === 0) {
    if (low >= -tolerance && high <= tolerance) return 'as predicted';
    return low > tolerance || high < -tolerance ? 'opposite' : 'open';
  }
  if (predicted * low > 0 && predicted * high > 0) return 'as predicted';
  return predicted * low < 0 && predicted * high < 0 ? 'opposite' : 'open';
}

function intervalAt(left: readonly number[], right: readonly number[], level: number): Interval | null {
  const differences = difference(left, right);
  if (differences.length < 2) return null;
  const centre = differences.reduce((sum, d) => sum + d, 0) / differences.length;
  const half = tHalfWidth(sampleVariance(differences), differences.length, 1 - level);
  return { low: centre - half, high: centre + half };
}

function difference(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, replicate) => value - right[replicate]);
}

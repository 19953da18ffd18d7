import type { Look } from '../../../sim/experiment/decide/looks.ts';
import { pairedDifference } from '../../../sim/experiment/paired.ts';
import type { Verdict } from '../../../sim/experiment/result-schema.ts';
import { judgeFamily } from '../../../sim/experiment/verdict.ts';

export interface Tournament {
  /** Verdicts on all pairs when it stopped. */
  readonly verdicts: readonly Verdict[];
  readonly replicates: number;
  readonly settled: boolean;
  /** Whether any look up to then, even one that did not stop it, gave a verdict that is false. */
  readonly everFalse: boolean;
}

export interface TournamentSetup {
  readonly tournaments: number;
  /** True mean of each strategy. */
  readonly strategies: readonly number[];
  readonly looks: readonly Look[];
  readonly margin?: number;
  /** Centred on 0. */
  readonly luck: (tournament: number, replicate: number, strategy: number) => number;
}

/** Synthetic comparisons that stop when settled, with the house's own looks and verdicts. */
export function playTournaments({ tournaments, strategies, looks, margin = 0, luck }: TournamentSetup): Tournament[] {
  const pairs = strategies.flatMap((_, a) => strategies.slice(a + 1).map((_other, offset) => [a, a + 1 + offset] as const));
  const isFalse = (verdict: Verdict, pair: number): boolean => {
    const truth = strategies[pairs[pair][0]] - strategies[pairs[pair][1]];
    if (verdict === 'a') return truth <= 0;
    if (verdict === 'b') return truth >= 0;
    return verdict === 'tie' && Math.abs(truth) > margin;
  };
  return Array.from({ length: tournaments }, (_, tournament) => {
    const values: number[][] = strategies.map(() => []);
    let everFalse = false;
    for (const { replicates, alpha } of looks) {
      for (const [strategy, list] of values.entries()) {
        while (list.length < replicates) list.push(strategies[strategy] + luck(tournament, list.length, strategy));
      }
      const verdicts = judgeFamily(
        pairs.map(([a, b]) => pairedDifference(values[a], values[b], 'higher')),
        'higher',
        margin,
        alpha,
      ).map(({ verdict }) => verdict);
      everFalse ||= verdicts.some(isFalse);
      const settled = !verdicts.includes('undecided');
      if (settled || replicates === looks.at(-1)?.replicates) return { verdicts, replicates, settled, everFalse };
    }
    throw new Error('no look was the last');
  });
}

import type { TribeResult } from '../../lab/protocol.ts';

export interface TribeRow {
  readonly tribe: number;
  readonly people: number;
  /** Week by week. */
  readonly adoption: Float32Array;
  readonly affect: Float32Array;
}

/** More rows than this tell nobody anything. */
const MOST_ROWS = 40;

/** The tribes of a strategy, the furthest adopted at a week first; of very many the largest. */
export function tribeRows({ sizes, adoption, affect }: TribeResult, week: number): TribeRow[] {
  const tribes = sizes.length;
  const weeks = adoption.length / tribes;
  const of = (values: Float32Array, tribe: number) => Float32Array.from({ length: weeks }, (_, each) => values[each * tribes + tribe]);
  return Array.from(sizes, (people, tribe) => ({ tribe, people }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
    .slice(0, MOST_ROWS)
    .map(({ tribe, people }) => ({ tribe, people, adoption: of(adoption, tribe), affect: of(affect, tribe) }))
    .sort((a, b) => b.adoption[week - 1] - a.adoption[week - 1] || a.tribe - b.tribe);
}

/** How far apart tribes are, in words. */
export function tribeSentence(rows: readonly TribeRow[], week: number, nameOf: (tribe: number) => string): string {
  if (rows.length < 2) return 'There is only one tribe.';
  const at = ({ adoption }: TribeRow) => `${(adoption[week - 1] * 100).toFixed(1)} %`;
  // A file may name tribes by bare numbers, which in a sentence would be taken for anything.
  const called = ({ tribe }: TribeRow) => (/^\d+$/.test(nameOf(tribe)) ? `tribe ${nameOf(tribe)}` : nameOf(tribe));
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const fond = rows.filter(({ affect }) => affect[week - 1] > 0).length;
  return `In week ${week} ${called(first)} is furthest (${at(first)} bought at least once) and ${called(last)} least far (${at(last)}); mean sentiment is above 0 in ${fond} of ${rows.length} tribes.`;
}

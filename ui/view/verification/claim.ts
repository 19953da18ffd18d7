import page from '../../../docs/claims.md?raw';

/** A claim of practitioners and what came of it; docs/claims.md says by which differences. */
export interface ClaimVerdict {
  readonly id: string;
  readonly claim: string;
  /** `emergent`, or `assumed`: a coefficient of the model states it. */
  readonly standing: string;
  readonly verdict: string;
  /** What was asked of the model. */
  readonly questions: readonly string[];
}

const ROW = /^\| (H\d+)? \| (?:(.+?) \*\((\w+)\)\*)? \| (?:\*\*(.+?)\*\*)? \| (.+?) \|/;

/** Reads the table of docs/claims.md: a row that names no claim is another question of the one above. */
export const CLAIMS: readonly ClaimVerdict[] = page.split('\n').reduce<ClaimVerdict[]>((claims, line) => {
  const [matched, id, claim, standing, verdict, question] = ROW.exec(line) ?? [];
  const last = claims.at(-1);
  if (id !== undefined) claims.push({ id, claim, standing, verdict, questions: [question] });
  else if (matched !== undefined && last !== undefined) claims.splice(-1, 1, { ...last, questions: [...last.questions, question] });
  return claims;
}, []);

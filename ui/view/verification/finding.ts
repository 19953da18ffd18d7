import verification from '../../../docs/verification.json' with { type: 'json' };

/** One check as it was last measured; docs/verification.json holds them all. A bound or number that is not finite is null. */
export interface Finding {
  readonly name: string;
  readonly fact: string;
  readonly statistic: string;
  readonly band: readonly (number | null)[];
  readonly kind: string;
  readonly tag: string;
  readonly source: string;
  readonly mean: number | null;
  readonly half: number | null;
  readonly seeds: number;
  readonly verdict: string;
  readonly test: string;
}

export const SEED = verification.seed;
export const REPLICATES = verification.replicates;
/** Why it is missed, where it is. */
export function reasonOf({ name, verdict }: Finding): string | null {
  if (verdict === 'hit') return null;
  return verification.reasons.find(({ of }) => of.includes(name))?.text ?? null;
}

export const FINDINGS: readonly Finding[] = verification.findings;

const TAGS: Readonly<Record<string, string>> = {
  V: 'band checked against the publication',
  M: 'band quoted from memory',
  C: 'band computed',
  A: 'band assumed',
};

const KINDS: Readonly<Record<string, string>> = {
  gate: 'must hit',
  order: 'sign must be right, size is reported',
  prediction: 'never fitted: a prediction',
};

/** What the letter says of the band, and what the suite does with the verdict. */
export function standing({ tag, kind }: Finding): string {
  return `${KINDS[kind] ?? kind}; ${TAGS[tag] ?? tag}`;
}

/** The command that measures it again, in a copy of the source. */
export function commandOf({ test }: Finding): string {
  return `npm run verify -- ${test}`;
}

/** Findings that hold all the words, of one verdict where one is asked for. */
export function findingsWith(words: string, verdict: string | null, findings: readonly Finding[] = FINDINGS): readonly Finding[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter((finding) => {
    const text = `${finding.name} ${finding.statistic} ${finding.source} ${finding.kind}`.toLowerCase();
    return (verdict === null || (finding.verdict === 'hit') === (verdict === 'hit')) && wanted.every((word) => text.includes(word));
  });
}

export function short(x: number | null): string {
  if (x === null) return '–';
  if (x !== 0 && Math.abs(x) < 0.0005) return x.toExponential(1);
  return Math.abs(x) < 10 ? x.toFixed(3) : x.toFixed(1);
}

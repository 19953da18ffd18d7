import type { ClaimFinding, ContrastFinding } from '../experiment/claims/judge.ts';
import { decimalsFor, fixed, formatProbability } from './format.ts';
import { wrapped } from './table.ts';

const WORDS: Readonly<Record<ClaimFinding['verdict'], string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  depends: 'depends',
  undecided: 'undecided',
  'built in': 'built in',
};

/** What the words of a verdict mean. */
const VERDICT_MEANING =
  'Supported: every difference came out as predicted, its interval on the predicted side of 0 (Holm-corrected over the whole suite, 5 %). Contradicted: some came out the ' +
  'other way and none as predicted. Depends: some one way, some the other. Undecided: intervals hold 0. Built in: a coefficient of the model states it. Of assumed claims only those consequences count that were ' +
  'free to fail, and only as far as the coefficient adds to them against a world with it at its null: what comes out all the same has another cause.';

/** The verdicts for the terminal, a claim after the other. */
export function claimsText(
  findings: readonly ClaimFinding[],
  { width, ascii }: { readonly width: number; readonly ascii: boolean },
): string {
  const blocks = findings.map(({ id, claim, status, verdict, findings: contrasts }) => {
    const head = wrapped(`${id} ${WORDS[verdict].toUpperCase()}${status === 'assumed' ? ' (assumed)' : ''}: ${claim}`, width);
    const lines = contrasts.flatMap((each) => {
      const text = wrapped(`${mark(each, ascii)} ${each.question} ${sentence(each)}`, width - 4);
      return text.map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
    });
    return [...head, ...lines].join('\n');
  });
  return [...blocks, wrapped(VERDICT_MEANING, width).join('\n'), wrapped(tally(findings), width).join('\n')].join('\n\n');
}

/** The verdicts as a Markdown table. */
export function claimsMarkdown(findings: readonly ClaimFinding[]): string {
  const rows = findings.flatMap(({ id, claim, status, verdict, findings: contrasts }) =>
    contrasts.map((each, at) => {
      const first = at === 0 ? [id, `${claim} *(${status})*`, `**${WORDS[verdict]}**`] : ['', '', ''];
      const { statistics } = each;
      const numbers =
        statistics === null
          ? ['undefined', '', '', '', '']
          : [
              `${number(statistics.mean)} ${range(each.interval)}`,
              range(statistics.bca),
              statistics.effectSize === null ? '–' : fixed(statistics.effectSize, 2),
              formatProbability(statistics.probabilityABeatsB),
              statistics.varianceSaved === null ? '–' : `${fixed(100 * statistics.varianceSaved, 0)} %`,
            ];
      const outcome = each.added === null ? each.outcome : `${each.outcome}; coefficient adds: ${each.added}`;
      return `| ${[...first, each.question, ...numbers, outcome].join(' | ')} |`;
    }),
  );
  const head = ['', 'claim', 'verdict', 'question', 'left minus right, Holm interval', 'BCa 95 %', 'g', 'P', 'saved', 'outcome'];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows, '', tally(findings)].join('\n');
}

function tally(findings: readonly ClaimFinding[]): string {
  const counts = Object.keys(WORDS).map((verdict) => [verdict, findings.filter((each) => each.verdict === verdict).length] as const);
  return `Of ${findings.length} claims: ${counts.map(([verdict, count]) => `${count} ${WORDS[verdict as ClaimFinding['verdict']]}`).join(', ')}.`;
}

function sentence({ statistics, interval, outcome, added }: ContrastFinding): string {
  if (statistics === null) return 'Undefined.';
  const more = added === null ? '' : `; what its coefficient adds: ${added}`;
  return `${number(statistics.mean)} ${range(interval)}, ${outcome}${more}.`;
}

function mark({ outcome }: ContrastFinding, ascii: boolean): string {
  if (outcome === 'as predicted') return ascii ? '+' : '✓';
  if (outcome === 'opposite') return ascii ? 'x' : '✗';
  return '?';
}

function range(interval: { readonly low: number; readonly high: number } | null): string {
  return interval === null ? '' : `[${number(interval.low)}, ${number(interval.high)}]`;
}

function number(value: number): string {
  return fixed(value, decimalsFor(value, 3));
}

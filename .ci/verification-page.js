import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const BEGIN = '<!-- findings: written by npm run verify -- --record -->';
const END = '<!-- end of findings -->';

/** @typedef {{name: string, fact: string, statistic: string, band: [number | null, number | null], kind: string, tag: string, source: string, mean: number | null, half: number | null, seeds: number, verdict: string, test: string}} Finding */
/** Why some checks, by name, are missed. @typedef {{of: string[], text: string}} Reason */
/** @typedef {{seed: string, replicates: number, reasons: Reason[], findings: Finding[]}} Verification */

/** The document of the verification with its table of findings written anew from what was recorded. */
export function verificationPage() {
  const page = readFileSync(join(root, 'docs/verification.md'), 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/verification.md: the lines "${BEGIN}" and "${END}" are missing`);
  return `${before}${BEGIN}\n\n${table(recorded())}\n${END}${after}`;
}

/** @returns {Verification} */
function recorded() {
  return JSON.parse(readFileSync(join(root, 'docs/verification.json'), 'utf8'));
}

/** @param {Verification} verification */
function table({ findings, reasons }) {
  const hits = findings.filter(({ verdict }) => verdict === 'hit').length;
  const rows = findings.map((finding) =>
    [finding.name, `${finding.kind} ${finding.tag}`, measured(finding), band(finding), finding.verdict, finding.statistic, finding.source]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    `${hits} of ${findings.length} hit.`,
    '',
    '| id | kind | measured (95 %) | band | verdict | statistic | source |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
    'Why some are missed:',
    '',
    ...reasons.flatMap(({ of, text }) => {
      const missed = of.filter((name) => findings.some((finding) => finding.name === name && finding.verdict !== 'hit'));
      return missed.length > 0 ? [`- **${missed.join(', ')}.** ${text}`] : [];
    }),
    '',
  ].join('\n');
}

/** @param {Finding} finding */
function measured({ mean, half, seeds }) {
  if (mean === null) return 'undefined';
  return seeds > 1 ? `${short(mean)} ± ${short(half ?? Number.NaN)} (${seeds})` : short(mean);
}

/** @param {Finding} finding */
function band({ band: [low, high] }) {
  return `${low === null ? '-∞' : short(low)} .. ${high === null ? '∞' : short(high)}`;
}

/** @param {number} x */
function short(x) {
  if (x !== 0 && Math.abs(x) < 0.0005) return x.toExponential(1);
  return Math.abs(x) < 10 ? x.toFixed(3) : x.toFixed(1);
}

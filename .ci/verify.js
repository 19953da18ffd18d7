/**
 * Runs the verification: every check, or those whose test file or name holds one of the words given.
 *
 * npm run verify [-- [--record] words…]
 * With --record what was measured replaces what docs/verification.json holds of the same checks, and the page is written anew.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verificationPage } from './verification-page.js';

const root = resolve(import.meta.dirname, '..');
const record = process.argv.includes('--record');
const words = process.argv.slice(2).filter((word) => word !== '--record');

const folder = mkdtempSync(join(tmpdir(), 'findings-'));
const found = join(folder, 'findings.jsonl');
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'verify', ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SWAYLAB_FINDINGS: found },
});
/** @type {import('./verification-page.js').Finding[]} */
const findings = existsSync(found)
  ? readFileSync(found, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];
rmSync(folder, { recursive: true, force: true });
if (record) write(findings);
process.exitCode = status ?? 1;

/** @param {import('./verification-page.js').Finding[]} fresh */
function write(fresh) {
  const file = join(root, 'docs/verification.json');
  /** @type {import('./verification-page.js').Verification} */
  const before = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { seed: 'verification', replicates: 30, reasons: [], findings: [] };
  const again = new Set(fresh.map(({ name }) => name));
  const kept = before.findings.filter(({ name }) => !again.has(name));
  // A check that was measured before keeps its place; rounding keeps the file from changing in its last digits.
  const order = [...new Set([...before.findings, ...fresh].map(({ name }) => name))];
  const all = [...kept, ...fresh].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const findings = all.map((finding) => ({ ...finding, mean: rounded(finding.mean), half: rounded(finding.half) }));
  writeFileSync(file, `${JSON.stringify({ ...before, findings }, null, 2)}\n`);
  writeFileSync(join(root, 'docs/verification.md'), verificationPage());
  console.log(`recorded ${fresh.length} findings in docs/verification.json`);
}

/** @param {number | null} x */
function rounded(x) {
  return x === null ? null : Number(x.toPrecision(4));
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let project: string;

/** Runs vitest with our reporter over one planted file. */
function run(text: string, environment: Record<string, string> = {}): { code: number | null; lines: string[]; tally: string } {
  writeFileSync(join(project, 'planted.test.js'), `import { expect, test } from 'vitest';\n${text}`);
  const { SWAYLAB_DATA: _data, CI: _ci, VITEST: _vitest, ...inherited } = process.env;
  const reporter = resolve('.ci/tally-reporter.js');
  const { status, stdout } = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run', `--reporter=${reporter}`], {
    cwd: project,
    encoding: 'utf8',
    env: { ...inherited, SWAYLAB_TALLY: join(project, 'tally'), ...environment },
  });
  return { code: status, lines: stdout.trimEnd().split('\n'), tally: readFileSync(join(project, 'tally'), 'utf8').trim() };
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'swaylab-tally-'));
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  mkdirSync(join(project, 'data'));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const PASS = "test('passes', () => {});";
const SKIP = "test('wants a network', (context) => context.skip('no network at SWAYLAB_DATA'));";

test('the last line counts, and skipped tests are named with their reasons', () => {
  const { code, lines, tally } = run(`${PASS} ${SKIP}`);
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped');
  expect(tally).toBe('1 passed, 0 failed, 1 skipped');
  expect(lines).toContain('Skipped: no network at SWAYLAB_DATA');
  expect(lines).toContain('  planted.test.js > wants a network');
  expect(code).toBe(0);
});

test('a failed test is counted', () => {
  const { code, tally } = run(`${PASS} test('fails', () => expect(1).toBe(2));`);
  expect(tally).toBe('1 passed, 1 failed, 0 skipped');
  expect(code).toBe(1);
});

test('a file that cannot be loaded is one failed', () => {
  const { code, tally } = run("import './nowhere.js';");
  expect(tally).toBe('0 passed, 1 failed, 0 skipped');
  expect(code).toBe(1);
});

test('an error outside any test is one failed', () => {
  const { code, tally } = run(
    `${PASS} setTimeout(() => { throw new Error('planted'); }); test('waits', () => new Promise((r) => setTimeout(r, 100)));`,
  );
  expect(tally).toBe('2 passed, 1 failed, 0 skipped');
  expect(code).toBe(1);
});

test('where CI=true and the data is there, a test that skips for want of it fails', () => {
  const { code, tally } = run(`${PASS} ${SKIP}`, { CI: 'true', SWAYLAB_DATA: 'data' });
  expect(tally).toBe('1 passed, 1 failed, 0 skipped');
  expect(code).toBe(1);
});

/**
 * Do the tests notice faults? Draws faults by a seed from all that the operators can put into the model's rooms, puts each into a copy of the
 * source, and runs the unit tests that depend on that file. A fault is killed when a test fails or the tests hang.
 *
 * node test/mutation/run.mjs [--faults 40] [--seed text] [--rooms consumer,brand,market,classic]
 * No test compares a run with a digest stored before, so what is noticed is noticed for a reason.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import seedrandom from 'seedrandom';
import { faultsOf } from './operators.mjs';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '40' },
    seed: { type: 'string', default: 'faults' },
    rooms: { type: 'string', default: 'consumer,brand,market,classic' },
  },
});

const ROOT = resolve(import.meta.dirname, '../..');
const LONGEST = 300_000;
/** They run what was built before, or ask about the house. */
const APART = [
  'test/cli/**',
  'test/house/**',
  'test/docs/**',
  'test/visit/**',
  'test/ui/**',
  'test/firefox/**',
  'test/verify/**',
  'test/queue/**',
  'test/store/**',
];

const copy = mkdtempSync(join(tmpdir(), 'faults-'));
for (const entry of ['sim', 'test', 'ui', 'scenarios', 'docs', '.ci', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
  cpSync(join(ROOT, entry), join(copy, entry), { recursive: true });
}
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const faults = values.rooms
  .split(',')
  .flatMap((room) => filesUnder(`sim/${room}`))
  .flatMap((file) => faultsOf(file, readFileSync(join(ROOT, file), 'utf8')));
const luck = seedrandom(values.seed);
const drawn = Array.from({ length: Math.min(Number(values.faults), faults.length) }, () => {
  const at = Math.floor(luck() * faults.length);
  return faults.splice(at, 1)[0];
});
console.log(`${drawn.length} faults of ${faults.length + drawn.length} possible ones`);

if ((await outcome(null)) !== 'survived') throw new Error('the tests fail before any fault is put in');
let killed = 0;
for (const [at, fault] of drawn.entries()) {
  const result = await outcome(fault);
  if (result !== 'survived') killed++;
  const change = `${oneLine(fault.original)} -> ${oneLine(fault.replacement)}`;
  console.log(`${String(at + 1).padStart(3)} ${result.padEnd(8)} ${fault.file}:${fault.line} ${fault.operator}: ${change}`);
}
console.log(`${killed} of ${drawn.length} killed (${((100 * killed) / drawn.length).toFixed(1)} %)`);
rmSync(copy, { recursive: true, force: true });

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${String(name)}`)
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

/**
 * Runs the tests with a fault in place, then takes it out again.
 * @param {import('./operators.mjs').Fault | null} fault
 * @returns {Promise<'killed' | 'survived' | 'hung'>}
 */
async function outcome(fault) {
  if (fault === null) return await tests('sim/market/week.ts');
  const path = join(copy, fault.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, original.slice(0, fault.start) + fault.replacement + original.slice(fault.end));
  try {
    return await tests(fault.file);
  } finally {
    writeFileSync(path, original);
  }
}

/** @param {string} file @returns {Promise<'killed' | 'survived' | 'hung'>} */
function tests(file) {
  const excluded = APART.flatMap((pattern) => ['--exclude', pattern]);
  const words = ['related', '--run', file, '--project', 'unit', '--bail', '1', '--reporter', 'dot', ...excluded];
  const child = spawn(join(copy, 'node_modules/.bin/vitest'), words, { cwd: copy, stdio: 'ignore', detached: true });
  return new Promise((done) => {
    const clock = setTimeout(() => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      done('hung');
    }, LONGEST);
    child.on('exit', (code) => {
      clearTimeout(clock);
      done(code === 0 ? 'survived' : 'killed');
    });
  });
}

/** @param {string} text */
function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/**
 * Do the tests notice faults? Draws faults by a seed from all that the operators can put into the model's rooms, puts each into a copy of the
 * source, and runs the unit tests that depend on that file, quick ones first. A fault is killed when a test fails or the tests hang.
 *
 * node test/mutation/run.mjs [--faults 40] [--seed text] [--rooms consumer,brand,market,classic] [--only 3,7]
 * `--only` puts in some of the faults drawn, by number: those that survived, after a test was written.
 * Runs are compared with numbers stored before (`stored-runs`) only when all else is silent: what the other tests notice, they notice for a
 * reason, and is counted apart.
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
    only: { type: 'string' },
  },
});

/** The comparison with stored runs; and all other tests that depend on some source files. */
const STORED = ['run', 'stored-runs'];
/** @param {readonly string[]} files */
const behaviour = (files) => ['related', '--run', ...files, '--exclude', '**/stored-runs.test.ts'];

const ROOT = resolve(import.meta.dirname, '../..');

const copy = mkdtempSync(join(tmpdir(), 'faults-'));
for (const entry of ['sim', 'test', 'ui', 'scenarios', 'docs', '.ci', 'package.json', 'tsconfig.json']) {
  cpSync(join(ROOT, entry), join(copy, entry), { recursive: true });
}
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const faults = values.rooms
  .split(',')
  .flatMap((room) => filesUnder(`sim/${room}`))
  .flatMap((file) => faultsOf(file, readFileSync(join(ROOT, file), 'utf8')));
const luck = seedrandom(values.seed);
const drawn = Array.from({ length: Math.min(Number(values.faults), faults.length) }, (_, at) => {
  const [fault] = faults.splice(Math.floor(luck() * faults.length), 1);
  return { number: at + 1, fault };
});
console.log(`${drawn.length} faults of ${faults.length + drawn.length} possible ones`);

// Without a fault all must pass. How long each file takes says in which order to run them; how long each test takes, when they hang.
const report = join(copy, 'report.json');
const timed = join(copy, 'seconds.json');
writeFileSync(timed, '{}');
const sources = [...new Set(drawn.map(({ fault }) => fault.file))];
if (
  (await tests([...behaviour(sources), '--reporter', 'json', '--outputFile', report], 1_200_000)) !== 'survived' ||
  (await tests(STORED, 1_200_000)) !== 'survived'
) {
  throw new Error(`the tests fail before any fault is put in: ${report}`);
}
/** @type {{testResults: {name: string, startTime: number, endTime: number, assertionResults: {duration?: number}[]}[]}} */
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
writeFileSync(
  timed,
  JSON.stringify(Object.fromEntries(testResults.map(({ name, startTime, endTime }) => [name, (endTime - startTime) / 1000]))),
);
const slowest = Math.max(...testResults.flatMap(({ assertionResults }) => assertionResults.map(({ duration }) => duration ?? 0)));
const silence = 60_000 + 4 * slowest;

const wanted = values.only?.split(',').map(Number);
const tried = drawn.filter(({ number }) => wanted?.includes(number) ?? true);
let killed = 0;
let noticed = 0;
for (const { number, fault } of tried) {
  const result = await outcome(fault);
  if (result === 'stored') noticed++;
  else if (result !== 'survived') killed++;
  const change = `${oneLine(fault.original)} -> ${oneLine(fault.replacement)}`;
  console.log(`${String(number).padStart(3)} ${result.padEnd(8)} ${fault.file}:${fault.line} ${fault.operator}: ${change}`);
}
const share = (/** @type {number} */ count) => `${count} of ${tried.length} (${((100 * count) / tried.length).toFixed(1)} %)`;
console.log(`killed by behaviour ${share(killed)}; with stored runs ${share(killed + noticed)}`);
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
 * @param {import('./operators.mjs').Fault} fault
 * @returns {Promise<'killed' | 'survived' | 'hung' | 'stored'>} `stored`: only the comparison with stored runs noticed it
 */
async function outcome(fault) {
  const path = join(copy, fault.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, original.slice(0, fault.start) + fault.replacement + original.slice(fault.end));
  try {
    const result = await tests(behaviour([fault.file]), silence);
    if (result !== 'survived') return result;
    return (await tests(STORED, silence)) === 'survived' ? 'survived' : 'stored';
  } finally {
    writeFileSync(path, original);
  }
}

/**
 * @param {readonly string[]} words which tests, and how
 * @param {number} patience milliseconds without a word after which the tests hang
 * @returns {Promise<'killed' | 'survived' | 'hung'>}
 */
function tests(words, patience) {
  const all = [...words, '--config', 'test/mutation/vitest.config.js', '--bail', '1'];
  const child = spawn(join(copy, 'node_modules/.bin/vitest'), all, {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
    env: { SWAYLAB_DATA: resolve(ROOT, '../shared/data'), ...process.env, TEST_SECONDS: timed },
  });
  return new Promise((done) => {
    const stop = () => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      done('hung');
    };
    let clock = setTimeout(stop, patience);
    child.stdout.on('data', () => {
      clearTimeout(clock);
      clock = setTimeout(stop, patience);
    });
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

/**
 * Runs Robert G. Brown's dieharder on the raw 32-bit draws, for several ways of walking through the counter space.
 *
 *   apt-get update && apt-get install dieharder && npm run build
 *   node bench/random/dieharder.mjs                 all walks, all tests; starts no test after 27 minutes and says what it did not reach
 *   node bench/random/dieharder.mjs --quick         all walks, the tests that need few draws
 *   node bench/random/dieharder.mjs --walks consumer,week --tests 0,2,15 --seed "another seed" --minutes 5
 *
 * One line a p-value. p-values of a good generator are uniform, so about one in a hundred is WEAK (below 0.005 or above 0.995); such a test is
 * run again on fresh keys with five times the samples, and both results are printed. FAILED means below 0.000001. Exit 1 when a test FAILED.
 */
import { spawn, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { deriveKeys, drawBits, keysFromSeed } from '../../dist/random/index.js';

/**
 * `ntuple` where a test comes in sizes, `samples` where dieharder's own number would take minutes. Not here: 14, of which its author says not
 * to use it, and 204, which tests dieharder itself.
 */
const TESTS = [
  { id: 0, name: 'birthdays', quick: true },
  { id: 1, name: 'operm5' },
  { id: 2, name: 'rank 32x32', quick: true },
  { id: 3, name: 'rank 6x8', quick: true },
  { id: 4, name: 'bitstream', quick: true },
  { id: 5, name: 'opso', quick: true },
  { id: 6, name: 'oqso' },
  { id: 7, name: 'dna', samples: 50 },
  { id: 8, name: 'count-1s stream', quick: true },
  { id: 9, name: 'count-1s byte', quick: true },
  { id: 10, name: 'parking lot', quick: true },
  { id: 11, name: '2d sphere', quick: true },
  { id: 12, name: '3d sphere' },
  { id: 13, name: 'squeeze', quick: true },
  { id: 15, name: 'runs', quick: true },
  { id: 16, name: 'craps', quick: true },
  { id: 17, name: 'gcd', samples: 10 },
  { id: 100, name: 'sts_monobit', quick: true },
  { id: 101, name: 'sts_runs', quick: true },
  { id: 102, name: 'sts_serial', quick: true },
  { id: 200, name: 'rgb_bitdist', ntuple: 2, quick: true },
  { id: 200, name: 'rgb_bitdist', ntuple: 8 },
  { id: 201, name: 'rgb_minimum_distance', ntuple: 3 },
  { id: 202, name: 'rgb_permutations', ntuple: 5, quick: true },
  { id: 203, name: 'rgb_lagged_sum', ntuple: 0, quick: true },
  { id: 203, name: 'rgb_lagged_sum', ntuple: 3 },
  { id: 205, name: 'dab_bytedistrib' },
  { id: 206, name: 'dab_dct' },
  { id: 207, name: 'dab_filltree', ntuple: 32 },
  // 0 runs both of its sizes; 1 alone runs none.
  { id: 208, name: 'dab_filltree2', ntuple: 0 },
  { id: 209, name: 'dab_monobit2' },
];

/** A walk makes, from run keys, a function that fills a block with the next draws. */
const WALKS = {
  // One purpose and week, everybody's first draw, then everybody's second, as a mechanism that asks each consumer once does.
  consumer(run) {
    const { k0, k1 } = deriveKeys(run, 1, 0);
    let consumer = 0;
    let index = 0;
    return (block) => {
      for (let i = 0; i < block.length; i++) {
        block[i] = drawBits(k0, k1, consumer, index);
        if (++consumer === 1_000_000) {
          consumer = 0;
          index++;
        }
      }
    };
  },
  // One consumer, who asks on and on.
  index(run) {
    const { k0, k1 } = deriveKeys(run, 1, 0);
    let index = 0;
    return (block) => {
      for (let i = 0; i < block.length; i++) block[i] = drawBits(k0, k1, 17, index++);
    };
  },
  // One consumer and index over the keys of consecutive weeks, then the next consumer.
  week(run) {
    const weeks = 4096;
    const k0 = new Int32Array(weeks);
    const k1 = new Int32Array(weeks);
    for (let week = 0; week < weeks; week++) ({ k0: k0[week], k1: k1[week] } = deriveKeys(run, 1, week));
    let week = 0;
    let consumer = 0;
    return (block) => {
      for (let i = 0; i < block.length; i++) {
        block[i] = drawBits(k0[week], k1[week], consumer, 0);
        if (++week === weeks) {
          week = 0;
          consumer++;
        }
      }
    };
  },
  // Keys that themselves count up, the hardest case: real keys are drawn.
  keys(run) {
    let step = 0;
    return (block) => {
      for (let i = 0; i < block.length; i++, step++) block[i] = drawBits(run.k0 + (step & 0xffff), run.k1 + (step >>> 16), 17, 0);
    };
  },
  // As the model does: for each week, for each consumer, for each of eight purposes, four indices.
  model(run) {
    const keys = new Int32Array(16);
    let week = -1;
    let consumer = 1999;
    let position = 32;
    return (block) => {
      for (let i = 0; i < block.length; i++) {
        if (position === 32) {
          position = 0;
          if (++consumer === 2000) {
            consumer = 0;
            week++;
            for (let p = 0; p < 8; p++) ({ k0: keys[2 * p], k1: keys[2 * p + 1] } = deriveKeys(run, p + 1, week));
          }
        }
        const purpose = position >> 2;
        block[i] = drawBits(keys[2 * purpose], keys[2 * purpose + 1], consumer, position & 3);
        position++;
      }
    };
  },
  // The lowest byte of four consumers' draws in one word: the part of a multiplicative hash that fails first.
  lowBytes(run) {
    const { k0, k1 } = deriveKeys(run, 1, 0);
    let consumer = 0;
    return (block) => {
      for (let i = 0; i < block.length; i++, consumer += 4) {
        block[i] =
          (drawBits(k0, k1, consumer, 0) & 255) |
          ((drawBits(k0, k1, consumer + 1, 0) & 255) << 8) |
          ((drawBits(k0, k1, consumer + 2, 0) & 255) << 16) |
          (drawBits(k0, k1, consumer + 3, 0) << 24);
      }
    };
  },
};

const BLOCK = 1 << 16;

/** Pipes a walk into one dieharder test; resolves to its rows. */
function runTest(fill, test, samples) {
  const args = [
    '-g',
    '200',
    '-d',
    String(test.id),
    '-c',
    ',',
    '-D',
    'test_name',
    '-D',
    'ntuple',
    '-D',
    'tsamples',
    '-D',
    'psamples',
    '-D',
    'pvalues',
    '-D',
    'assessment',
  ];
  if (test.ntuple !== undefined) args.push('-n', String(test.ntuple));
  if (samples) args.push('-p', String(samples));
  return new Promise((resolve, reject) => {
    const child = spawn('dieharder', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    let ended = false;
    child.stdout.on('data', (text) => {
      output += text;
    });
    // dieharder closes its input once it has seen enough.
    child.stdin.on('error', () => {
      ended = true;
    });
    const push = () => {
      while (!ended) {
        const block = new Uint32Array(BLOCK);
        fill(block);
        if (!child.stdin.write(new Uint8Array(block.buffer))) return;
      }
    };
    child.stdin.on('drain', push);
    child.on('error', reject);
    child.on('close', () => {
      ended = true;
      resolve(parseRows(output));
    });
    push();
  });
}

function parseRows(output) {
  const rows = [];
  for (const line of output.split('\n')) {
    const cells = line.split(',').map((cell) => cell.trim());
    if (!/^(PASSED|WEAK|FAILED)$/.test(cells.at(-1))) continue;
    rows.push({ name: cells[0], ntuple: cells[1], psamples: cells[3], p: Number(cells[4]), assessment: cells.at(-1) });
  }
  return rows;
}

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    walks: { type: 'string', default: Object.keys(WALKS).join(',') },
    tests: { type: 'string' },
    seed: { type: 'string', default: 'dieharder' },
    samples: { type: 'string' },
    minutes: { type: 'string', default: '27' },
  },
});

if (spawnSync('dieharder', ['-l']).error) {
  console.error('dieharder is not installed. On Debian or Ubuntu: apt-get update && apt-get install dieharder');
  process.exit(2);
}

const walks = options.walks.split(',');
for (const walk of walks) {
  if (WALKS[walk]) continue;
  console.error(`no walk "${walk}"; there are ${Object.keys(WALKS).join(', ')}`);
  process.exit(2);
}
const wanted = options.tests?.split(',').map(Number);
const tests = TESTS.filter((test) => (wanted ? wanted.includes(test.id) : test.quick || !options.quick));
const counts = Object.fromEntries(walks.map((walk) => [walk, { PASSED: 0, WEAK: 0, FAILED: 0 }]));
const started = Date.now();
const minutes = () => (Date.now() - started) / 60_000;
const skipped = [];

/** A test on a walk, and once more with more samples when a p-value is not an everyday one. */
async function examine(walk, test) {
  const seed = `${options.seed} ${walk} ${TESTS.indexOf(test)}`;
  const begun = minutes();
  const rows = await runTest(WALKS[walk](keysFromSeed(seed)), test, options.samples ?? test.samples);
  if (rows.length === 0) throw new Error(`dieharder gave no result for ${test.name}`);
  const seconds = ((minutes() - begun) * 60).toFixed(1);
  for (const row of rows) {
    counts[walk][row.assessment]++;
    print(walk, row, `(${seconds} s)`);
  }
  if (rows.every((row) => row.assessment === 'PASSED')) return;
  const samples = 5 * Number(rows[0].psamples);
  const again = await runTest(WALKS[walk](keysFromSeed(`${seed} again`)), test, samples);
  for (const row of again) {
    if (row.assessment === 'FAILED') counts[walk].FAILED++;
    print(walk, row, `again, ${samples} samples`);
  }
}

function print(walk, row, note) {
  console.log(`${walk.padEnd(9)} ${row.name.padEnd(24)} ${row.ntuple.padStart(3)}  p ${row.p.toFixed(8)}  ${row.assessment}  ${note}`);
}

// Test by test and not walk by walk, so that a run that ends early has seen every walk.
for (const test of tests) {
  for (const walk of walks) {
    if (minutes() > Number(options.minutes)) skipped.push(`${test.name} on ${walk}`);
    else await examine(walk, test);
  }
}
for (const walk of walks) {
  const { PASSED, WEAK, FAILED } = counts[walk];
  console.log(`${walk.padEnd(9)} PASSED ${PASSED}  WEAK ${WEAK}  FAILED ${FAILED}`);
}
console.log(`${minutes().toFixed(1)} minutes${skipped.length > 0 ? `; not reached: ${skipped.join(', ')}` : ''}`);
process.exit(walks.some((walk) => counts[walk].FAILED > 0) ? 1 : 0);

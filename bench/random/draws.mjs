/**
 * Nanoseconds a draw, beside Math.random and seedrandom's alea, in one run.
 *
 *   npm run build && node bench/random/draws.mjs
 *
 * Method: each case sums N draws in a function of its own (its call sites stay monomorphic, as in a mechanism); cases take turns for 120
 * short rounds after 20 to warm up, and the fastest round counts, because noise of the machine only adds time.
 */
import { createRequire } from 'node:module';
import * as random from '../../dist/random/index.js';

const seedrandom = createRequire(import.meta.url)('seedrandom');
const N = 100_000;
const WARM_UP = 20;
const ROUNDS = 120;
const { k0, k1 } = random.deriveKeys(random.keysFromSeed('bench'), 1, 2);
const alea = seedrandom.alea('bench');
const stream = new random.Stream(random.keysFromSeed('stream'));
const order = new Int32Array(N).map((_, i) => i);
const alpha = [0.5, 1, 2, 4];
const shares = new Float64Array(4);

/** A function of its own for every case: source text keeps the loops from sharing type feedback and inlining decisions. */
function summed(expression) {
  return new Function(
    'scope',
    `const { random, k0, k1, alea, stream, alpha, shares, order } = scope;
     const { drawBits, drawUniform, drawInteger, drawNormal, drawLognormal, drawSkip, geometricSkip, drawPoisson, drawBinomial, drawGamma, drawBeta, drawDirichletInto, roundAtRandom } = random;
     return (n) => { let sum = 0; for (let i = 0; i < n; i++) { ${expression} } return sum; };`,
  )({ random, k0, k1, alea, stream, alpha, shares, order });
}

const add = (expression) => summed(`sum += ${expression};`);
const CASES = [
  ['Math.random', add('Math.random()')],
  ['seedrandom alea', add('alea()')],
  ['drawBits', add('drawBits(k0, k1, i, 0)')],
  ['drawUniform', add('drawUniform(k0, k1, i, 0)')],
  ['drawInteger(1000)', add('drawInteger(k0, k1, i, 0, 1000)')],
  ['roundAtRandom', add('roundAtRandom(2.3, drawUniform(k0, k1, i, 0))')],
  ['drawNormal', add('drawNormal(k0, k1, i, 0)')],
  ['drawLognormal', add('drawLognormal(k0, k1, i, 0, 2, 0.5)')],
  ['geometricSkip of a stream', add('geometricSkip(stream.uniform(), -0.01)')],
  ['drawSkip(0.01)', add('drawSkip(k0, k1, i, 0, 0.01)')],
  ['drawPoisson(0.5)', add('drawPoisson(k0, k1, i, 0, 0.5)')],
  ['drawPoisson(10)', add('drawPoisson(k0, k1, i, 0, 10)')],
  ['drawPoisson(1000)', add('drawPoisson(k0, k1, i, 0, 1000)'), 20],
  ['drawBinomial(20, 0.1)', add('drawBinomial(k0, k1, i, 0, 20, 0.1)')],
  ['drawBinomial(10000, 0.3)', add('drawBinomial(k0, k1, i, 0, 10000, 0.3)'), 20],
  ['drawGamma(2)', add('drawGamma(k0, k1, i, 0, 2, 1)')],
  ['drawBeta(2, 5)', add('drawBeta(k0, k1, i, 0, 2, 5)'), 4],
  ['drawDirichletInto(4)', summed('drawDirichletInto(k0, k1, i, 0, alpha, shares); sum += shares[0];'), 8],
  ['Stream.bits', add('stream.bits()')],
  ['Stream.uniform', add('stream.uniform()')],
  ['Stream.integer(1000)', add('stream.integer(1000)')],
  ['Stream.normal', add('stream.normal()')],
  ['Stream.shuffle (an element)', (n) => stream.shuffle(order.subarray(0, n))[0]],
];

const best = CASES.map(() => Infinity);
let kept = 0;
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  for (const [position, [, run, fewer = 1]] of CASES.entries()) {
    const n = N / fewer;
    const begun = performance.now();
    kept += run(n);
    const nanoseconds = ((performance.now() - begun) * 1e6) / n;
    if (round >= WARM_UP) best[position] = Math.min(best[position], nanoseconds);
  }
}
console.log(`Node ${process.version}, ${process.arch}, ns a draw (fastest of ${ROUNDS} rounds of up to ${N} draws; checksum ${kept})`);
for (const [position, [name]] of CASES.entries()) console.log(`${name.padEnd(30)} ${best[position].toFixed(1).padStart(8)}`);

/**
 * Time and peak memory of building a network, one process for each kind.
 *
 *   npm run build
 *   node bench/network/build.mjs [--people 1000000] [--dist dist] [kind ...]
 *
 * Without kinds it measures every random generator, at mean degree 20. `seconds` is wall time and `cpu` processor time of
 * `generateNetwork` alone; `peak` is the largest resident set of the process, engine included; `kept` is the size of the network's arrays.
 * Limits: under 60 s and under 3 GB at 10^6 people. Run it on an otherwise idle machine.
 */
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const KINDS = [
  'tribal',
  'watts-strogatz',
  'barabasi-albert',
  'holme-kim',
  'stochastic-block',
  'lfr',
  'configuration',
  'erdos-renyi',
  'lattice',
  'ring',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { people: { type: 'string', default: '1000000' }, dist: { type: 'string', default: 'dist' }, child: { type: 'boolean' } },
});
const people = Number(values.people);

if (values.child) await measure(positionals[0]);
else {
  console.log(`${people} people; Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log('kind              seconds     cpu  peak MB  kept MB        ties');
  for (const kind of positionals.length > 0 ? positionals : KINDS) {
    const result = await inProcess(kind);
    const numbers = [result.seconds.toFixed(1), result.cpu.toFixed(1), result.peak.toFixed(0), result.kept.toFixed(0), String(result.ties)];
    console.log(kind.padEnd(16) + numbers.map((text, i) => text.padStart([9, 8, 9, 9, 12][i])).join(''));
  }
}

async function measure(kind) {
  const load = (path) => import(pathToFileURL(resolve(values.dist, path)).href);
  const { generateNetwork, tieCount } = await load('network/index.js');
  const { keysFromSeed } = await load('random/index.js');
  const before = process.cpuUsage();
  const begin = performance.now();
  const network = generateNetwork({ kind, people }, keysFromSeed('bench'));
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(before);
  const arrays = [network.offsets, network.targets, network.strengths, network.layers, network.tribes];
  const kept = arrays.reduce((sum, array) => sum + array.byteLength, 0) / 1e6;
  process.send({ seconds, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024, kept, ties: tieCount(network) });
}

function inProcess(kind) {
  return new Promise((done, fail) => {
    const child = fork(new URL(import.meta.url), ['--child', '--people', values.people, '--dist', values.dist, kind]);
    let result;
    child.on('message', (message) => {
      result = message;
    });
    child.on('exit', (code) => (result ? done(result) : fail(new Error(`${kind} ended with code ${code}`))));
  });
}

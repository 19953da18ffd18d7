/** The rounds of `market.mjs`, which see there. */
import { performance } from 'node:perf_hooks';
import { networkOf } from '../dist/experiment/replicate.js';
import { Memory } from '../dist/market/memory.js';
import { openRecorder } from '../dist/market/record.js';
import { week } from '../dist/market/week.js';
import { newWorld } from '../dist/market/world.js';
import { drawUniform } from '../dist/random/index.js';
import { parseScenario } from '../dist/scenario/index.js';

const [people = 10_000, weeks = 156, brands = 2, rounds = 5] = process.argv.slice(2).map(Number);
const scenario = parseScenario({
  name: 'bench',
  network: { kind: 'tribal', people },
  horizon: weeks,
  brands: Array.from({ length: brands }, (_, b) => (b === 0 ? {} : { strategy: 'learn-and-relate' })),
  strategies: ['push'],
});
const network = networkOf(scenario, 0);
const memory = new Memory();

function draws() {
  const count = 4_000_000;
  let sum = 0;
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) sum += drawUniform(1, 2, i, 3);
  if (sum < 0) throw new Error('unreachable');
  return (process.cpuUsage(before).user * 1000) / count;
}

function run(replicate) {
  const world = newWorld(
    { settings: scenario, network, strategy: scenario.strategies[0], seed: 'bench', replicate, tiesChange: true },
    memory,
  );
  const recorder = openRecorder(world, { tribes: false, journey: false });
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  for (let w = 0; w < weeks; w++) week(world, recorder);
  return process.memoryUsage().heapUsed - heap;
}

draws();
run(0);
console.log('round  cpu s  wall s  ns a draw  Mdraws a run  ns a consumer-week');
for (let round = 1; round <= rounds; round++) {
  const cost = draws();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const allocated = run(round);
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  console.log(
    [
      String(round).padEnd(5),
      seconds.toFixed(2).padStart(6),
      ((performance.now() - start) / 1000).toFixed(2).padStart(7),
      cost.toFixed(2).padStart(10),
      ((seconds * 1e9) / cost / 1e6).toFixed(0).padStart(13),
      ((seconds * 1e9) / (people * weeks)).toFixed(0).padStart(19),
      `  heap ${(allocated / 1024 / weeks).toFixed(1)} KiB a week`,
    ].join(''),
  );
}
console.log(`resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);

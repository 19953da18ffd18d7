/**
 * A batch around the simulation: what a second worker brings, what a run costs beyond its simulation, and how much memory many runs need.
 *
 *   npm run build && node bench/batch.mjs [points] [replicates] [people] [weeks] [rounds]
 *   npm run build && node --expose-gc bench/batch.mjs store [runs]
 *
 * The first form runs one sweep (two strategies and doing nothing) bare in this thread, then into a folder with one worker and with two, in
 * turns. Other work on the machine spoils the wall clock, so the load is printed and the CPU time of the process with all its threads
 * besides. Overhead is the CPU time of the sweep with one worker less that of the bare runs, per run, from workers that are warm.
 * What a run costs beyond its simulation does not depend on the number of people: with few (60 10 50) it is not lost in the noise of long runs.
 * The second form keeps runs without simulating them, opens the folder again and writes the tables; memory is the resident set.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finishSweep, runSweep, sweepManifest } from '../dist/cli/sweep-session.js';
import { marketLaboratory } from '../dist/compute/market-laboratory.js';
import { createNodePool } from '../dist/compute/pool.node.js';
import { planAt, planSweep, runsAt, runsIn, sweepJobs } from '../dist/compute/sweep-plan.js';
import { baseScenario, expandDesign } from '../dist/experiment/design/design.js';
import { parseExperiment } from '../dist/experiment/design/experiment-file.js';
import { beginSession, ResultsFolder } from '../dist/store/disk/index.js';

const folder = mkdtempSync(join(tmpdir(), 'swaylab-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const silent = { onStart() {}, onProgress() {} };
const command = { name: 'sweep', line: 'bench' };

/** @param {number} points @param {number} replicates @param {number} people @param {number} weeks */
function planOf(points, replicates, people, weeks) {
  const scenario = { name: 'bench', horizon: weeks, network: { kind: 'tribal', people }, strategies: ['push', 'learn-and-relate'] };
  const factors = { 'market.need': { range: [0.05, 0.2] }, 'brands.0.price': { range: [20, 30] } };
  const experiment = parseExperiment({ name: 'bench', scenario, factors, design: { kind: 'sobol', points }, replicates, seed: 'bench' });
  const base = baseScenario(experiment, scenario);
  return planSweep({ experiment, design: expandDesign(experiment, base), scenario: base });
}

/** @param {() => Promise<void>} work */
async function timed(work) {
  const [before, started] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function speed(points = 16, replicates = 8, people = 1000, weeks = 52, rounds = 5) {
  const plan = planOf(points, replicates, people, weeks);
  const runs = runsIn(plan);
  let number = 0;
  const pools = [1, 2].map((workers) => createNodePool({ workers }));
  const swept = async (/** @type {ReturnType<typeof createNodePool>} */ pool) => {
    const results = await ResultsFolder.open(join(folder, String(number++)), 'new', sweepManifest(command, plan, null), beginSession(1));
    await runSweep(pool, plan, results, null, silent, new AbortController().signal);
    await finishSweep(plan, results, 'complete', 'parquet');
    await results.close();
  };
  const experiment = await marketLaboratory.prepare(plan.input);
  const bare = async () => {
    for (const { strategies, replicate, setting } of sweepJobs(plan, () => false)) {
      for (const strategy of strategies) experiment.run(strategy, replicate, setting);
    }
  };
  const ways = [bare, () => swept(pools[0]), () => swept(pools[1])];
  for (const way of ways) await way();
  const times = ways.map(() => /** @type {{wall: number, cpu: number}[]} */ ([]));
  console.log(`${runs} runs of ${people} people and ${weeks} weeks; load ${loadavg()[0].toFixed(1)} at the start`);
  console.log('round  bare cpu s  1 worker wall s (cpu s)  2 workers wall s (cpu s)  times the runs per second');
  for (let round = 1; round <= rounds; round++) {
    for (const [at, way] of ways.entries()) times[at].push(await timed(way));
    const [alone, one, two] = times.map((each) => each[round - 1]);
    console.log(
      `${round}  ${alone.cpu.toFixed(2)}  ${one.wall.toFixed(2)} (${one.cpu.toFixed(2)})  ${two.wall.toFixed(2)} (${two.cpu.toFixed(2)})  ${(one.wall / two.wall).toFixed(2)}`,
    );
  }
  const [alone, one, two] = times;
  const overhead = (median(one.map(({ cpu }) => cpu)) - median(alone.map(({ cpu }) => cpu))) / runs;
  console.log(`median: 2 workers do ${median(one.map(({ wall }, at) => wall / two[at].wall)).toFixed(2)} times the runs per second of 1`);
  console.log(`median: ${(overhead * 1000).toFixed(2)} ms of CPU a run beyond its simulation; load ${loadavg()[0].toFixed(1)} at the end`);
  for (const pool of pools) await pool.close();
}

async function store(runs = 1_000_000) {
  const replicates = 100;
  const plan = planOf(Math.ceil(runs / replicates / 3), replicates, 100, 52);
  const path = join(folder, 'store');
  const megabytes = () => {
    globalThis.gc?.();
    return Math.round(process.memoryUsage.rss() / 2 ** 20);
  };
  console.log(
    `${runsIn(plan)} runs, ${plan.measuring.metrics.length * plan.measuring.weeks.length} measures each; ${megabytes()} MB before`,
  );
  const results = await ResultsFolder.open(path, 'new', sweepManifest(command, plan, null), beginSession(1));
  const measures = new Float64Array(plan.measuring.metrics.length * plan.measuring.weeks.length).map((_, at) => Math.sin(at));
  const appending = await timed(async () => {
    for (let point = 0; point < plan.points; point++) {
      for (const { runId } of runsAt(plan, planAt(plan, point), point)) {
        await results.append({ runId, digest: runId.repeat(2), error: null, measures, recording: null });
      }
    }
  });
  console.log(
    `kept in ${appending.wall.toFixed(0)} s (cpu ${appending.cpu.toFixed(0)} s), journal ${Math.round(statSync(join(path, 'journal.bin')).size / 2 ** 20)} MB; ${megabytes()} MB`,
  );
  await results.close();
  /** @type {ResultsFolder | null} */
  let again = null;
  const opening = await timed(async () => {
    again = await ResultsFolder.open(path, 'resume', sweepManifest(command, plan, null), beginSession(1));
  });
  const opened = /** @type {ResultsFolder} */ (/** @type {unknown} */ (again));
  console.log(
    `opened again in ${opening.wall.toFixed(0)} s (cpu ${opening.cpu.toFixed(0)} s), ${opened.finished.size} runs; ${megabytes()} MB`,
  );
  const writing = await timed(() => finishSweep(plan, opened, 'complete', 'parquet').then(() => {}));
  console.log(
    `tables in ${writing.wall.toFixed(0)} s (cpu ${writing.cpu.toFixed(0)} s); ${megabytes()} MB, highest ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  await opened.close();
}

const [form, ...rest] = process.argv.slice(2);
if (form === 'store') await store(...rest.map(Number));
else await speed(...process.argv.slice(2).map(Number));

import { join } from 'node:path';
import type { Command } from 'commander';
import type { Pool } from '../compute/index.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { planSweep, runsIn, type Shard, type SweepPlan } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import { createQueuePool } from '../queue/index.ts';
import type { Manifest, TableFormat } from '../store/codec/index.ts';
import { beginSession, ResultsFolder } from '../store/disk/index.ts';
import { Interrupted, Unfinished } from './exit.ts';
import { openExperiment } from './experiment-source.ts';
import { interruptible } from './interrupt.ts';
import { type NetworkChoice, readNetworkFile } from './network-source.ts';
import { addReadingOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson, warn } from './output.ts';
import { policyFile } from './policy-file.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { folderMode, MOST_WEEKLY_RUNS } from './session.ts';
import { addWorkerOptions, formatOption, poolSettings, shardOf, type WorkerOptions } from './sweep-options.ts';
import { finishSweep, runSweep, sweepManifest } from './sweep-session.ts';
import { terminalOf } from './terminal.ts';

interface SweepOptions extends WorkerOptions, NetworkChoice {
  readonly out: string;
  readonly seed?: string;
  readonly replicates?: number;
  readonly network?: string;
  readonly policy?: readonly string[];
  readonly shard?: Shard;
  readonly queue?: string;
  readonly format: TableFormat;
  readonly allWeeks?: boolean;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `swaylab sweep`: a scenario at every point of an experiment's design. */
export function addSweepCommand(program: Command): void {
  const command = program
    .command('sweep')
    .description("runs every strategy at every point of an experiment's design, and keeps the runs in a folder")
    .argument('<experiment>', 'a JSON file: scenario, factors, design, replicates')
    .requiredOption('--out <dir>', 'folder of the results')
    .option('--seed <text>', "any text; equal seeds give equal results (the experiment's)")
    .option('--replicates <n>', "replicates of every point (the experiment's)", whole('--replicates', 1, 1_000_000))
    .option('--network <file>', "a network of one's own, in place of the scenario's");
  addReadingOptions(command)
    .option('--policy <file>', 'an ES module with a custom policy, as one more strategy; repeatable', gathered)
    .option('--shard <i/n>', 'runs only part i of n; "swaylab merge" joins the folders', shardOf)
    .option('--queue <url>', 'has the runs computed by "swaylab worker" processes, over Redis at redis://… or rediss://…');
  addWorkerOptions(command)
    .addOption(formatOption())
    .option('--all-weeks', 'keeps the weeks also of more than 10,000 runs')
    .option('--resume', 'continues what is in the folder')
    .option('--force', 'replaces the results in the folder')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (source: string, options: SweepOptions) => {
      const plan = await openSweep(source, options);
      const line = reproducibleCommand(command, source);
      const manifest = await interruptible((signal) => sweep(plan, line, options, signal));
      await tellSweep(manifest, options.out, options.json === true);
      if (manifest.runs.failed > 0) {
        throw new Unfinished(`${manifest.runs.failed} runs failed; ${join(options.out, `errors.${options.format}`)} lists them`);
      }
    });
}

async function openSweep(source: string, options: SweepOptions): Promise<SweepPlan> {
  refuseContradictions(options);
  const { experiment, base, design } = await openExperiment(source, options);
  const network = options.network === undefined ? null : await readNetworkFile(options.network, options);
  for (const warning of network?.warnings ?? []) warn(warning);
  const policies = await Promise.all((options.policy ?? []).map(policyFile));
  const plan = planSweep({ experiment, design, scenario: base, network, policies });
  const recordings = options.allWeeks === true || runsIn(plan) <= MOST_WEEKLY_RUNS;
  return planSweep({ experiment, design, scenario: base, network, policies, recordings });
}

function refuseContradictions({ resume, force, queue, shard, workers }: SweepOptions): void {
  const refuse = (flag: string, problem: string, allowed: string): never => {
    throw new InputError(`${flag} ${problem}`, { path: flag, found: flag, allowed });
  };
  if (resume && force) refuse('--resume', 'does not go with --force', 'one of the two');
  if (queue === undefined) return;
  if (shard !== undefined) refuse('--shard', 'does not go with --queue, which deals the runs out by itself', 'one of the two');
  if (workers !== undefined) refuse('--workers', 'does not go with --queue', '--workers of "swaylab worker"');
}

async function sweep(plan: SweepPlan, line: string, options: SweepOptions, signal: AbortSignal): Promise<Manifest> {
  const { out, format, shard = null, queue } = options;
  const pool = await openPool(plan, queue, options, shard);
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
  let display: ProgressDisplay | null = null;
  let folder: ResultsFolder | null = null;
  try {
    folder = await ResultsFolder.open(
      out,
      folderMode(options),
      sweepManifest({ name: 'sweep', line }, plan, shard),
      beginSession(pool.workers),
    );
    for (const notice of folder.notices) warn(notice);
    const listener = {
      onStart: (total: number, known: number) => {
        display = new ProgressDisplay(style, terminal, total, known);
      },
      onProgress: (done: number, failed: number) => display?.update(done, failed),
    };
    const { failed } = await runSweep(pool, plan, folder, shard, listener, signal);
    (display as ProgressDisplay | null)?.clear();
    return await finishSweep(plan, folder, failed > 0 ? 'stopped' : 'complete', format, signal);
  } catch (error) {
    (display as ProgressDisplay | null)?.keep();
    if (!(error instanceof Interrupted) || folder === null) throw error;
    const { runs } = await finishSweep(plan, folder, 'stopped', format);
    error.message = `stopped after ${runs.done} of ${runs.planned} runs, kept in ${out}; --resume continues`;
    throw error;
  } finally {
    await pool.close();
    await folder?.close();
  }
}

async function openPool(
  plan: SweepPlan,
  queue: string | undefined,
  options: SweepOptions,
  shard: Shard | null,
): Promise<Pool<MarketInput>> {
  if (queue !== undefined)
    return await createQueuePool<MarketInput>(queue, { notice: warn, policies: plan.base.policies.filter((hash) => hash !== null) });
  const settings = poolSettings(options);
  const jobs = Math.ceil((plan.points * plan.replicates) / (shard?.parts ?? 1));
  return createNodePool<MarketInput>({ ...settings, ...(settings.workers === undefined && jobs < 2 ? { workers: 1 } : {}) });
}

/** Says what a folder of a sweep holds. */
export async function tellSweep(manifest: Manifest, folder: string, json: boolean): Promise<void> {
  const { engine, experiment, seed, replicates, digest, runs, tables, strategies, shard } = manifest;
  if (json) {
    await printJson({ engine, experiment, seed, replicates, shard, strategies, runs, digest, folder, tables });
    return;
  }
  const lines = [
    `${runs.done.toLocaleString('en')} of ${runs.planned.toLocaleString('en')} runs${shard === null ? '' : ` of shard ${shard}`} in ${folder}${runs.failed > 0 ? `, ${runs.failed} failed` : ''}`,
    ...tables.map(({ file, rows }) => `  ${file.padEnd(16)} ${rows.toLocaleString('en')} rows`),
    `engine ${engine}, seed ${JSON.stringify(seed)}, digest ${digest ?? 'none yet'}`,
  ];
  await print(`${lines.join('\n')}\n`);
}

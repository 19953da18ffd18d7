import type { Command } from 'commander';
import type { PolicyModule } from '../compute/comparison-plan.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { serveQueue } from '../queue/index.ts';
import { Interrupted } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { gathered, whole } from './options.ts';
import { print, warn } from './output.ts';
import { policyFile } from './policy-file.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { addWorkerOptions, poolSettings, type WorkerOptions } from './sweep-options.ts';
import { terminalOf } from './terminal.ts';

interface QueueWorkerOptions extends WorkerOptions {
  readonly queue: string;
  readonly idle?: number;
  readonly patience?: number;
  readonly policy?: readonly string[];
  readonly quiet?: boolean;
}

/** `swaylab worker`: computes runs for sweeps on other machines. */
export function addWorkerCommand(program: Command): void {
  const command = program
    .command('worker')
    .description('computes runs for "swaylab sweep --queue", until it is stopped')
    .requiredOption('--queue <url>', 'the Redis server: redis://[user:password@]host[:port][/database], or rediss:// for TLS');
  addWorkerOptions(command)
    .option('--idle <seconds>', 'ends when there was nothing to do for so long (never)', whole('--idle', 1, 1e7))
    .option(
      '--patience <seconds>',
      'after so many seconds of silence the runs of a worker go to another (30)',
      whole('--patience', 2, 3600),
    )
    .option('--policy <file>', 'a custom policy of the sweeps to serve, the very file that they were given; repeatable', gathered)
    .option('--quiet', 'shows no progress')
    .action(async (options: QueueWorkerOptions) => {
      await interruptible((signal) => work(options, signal)).catch((error: unknown) => {
        // To be stopped is how this command ends.
        if (!(error instanceof Interrupted)) throw error;
      });
    });
}

async function work({ queue, idle, patience, policy = [], quiet, ...workers }: QueueWorkerOptions, signal: AbortSignal): Promise<void> {
  const policies = await Promise.all(policy.map(policyFile));
  const pool = createNodePool<MarketInput>(poolSettings(workers));
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: quiet === true, json: false });
  let display: ProgressDisplay | null = null;
  let total = -1;
  let computed = 0;
  try {
    await serveQueue(queue, pool, {
      signal,
      notice: warn,
      policies: policies.map(({ sha256 }) => sha256),
      localise: (input) => withOwnPolicies(input, policies),
      ...(idle !== undefined && { idle: idle * 1000 }),
      ...(patience !== undefined && { patience: patience * 1000 }),
      onProgress(runs, batch) {
        computed = runs;
        if (batch.total !== total) {
          display?.keep();
          display = new ProgressDisplay(style, terminal, batch.total, batch.done + batch.failed);
          total = batch.total;
        }
        display?.update(batch.done, batch.failed);
      },
    });
  } finally {
    (display as ProgressDisplay | null)?.clear();
    await pool.close();
  }
  await print(`${computed} runs computed\n`);
}

/** A policy is code, and no code travels: each module is this machine's own file of the same hash, which stands in its URL. */
function withOwnPolicies(input: MarketInput, policies: readonly PolicyModule[]): MarketInput {
  const own = (url: string): string => {
    const hash = new URL(url).searchParams.get('sha256');
    const found = policies.find(({ sha256 }) => sha256 === hash);
    if (found === undefined) throw new Error(`this worker has no policy with the SHA-256 ${hash}`);
    return found.url;
  };
  return { ...input, policyUrls: (input.policyUrls ?? []).map((url) => (url === null ? null : own(url))) };
}

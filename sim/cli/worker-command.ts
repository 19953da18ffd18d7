import type { Command } from 'commander';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { serveQueue } from '../queue/index.ts';
import { Interrupted } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { whole } from './options.ts';
import { print, warn } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { addWorkerOptions, poolSettings, type WorkerOptions } from './sweep-options.ts';
import { terminalOf } from './terminal.ts';

interface QueueWorkerOptions extends WorkerOptions {
  readonly queue: string;
  readonly idle?: number;
  readonly patience?: number;
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
    .option('--quiet', 'shows no progress')
    .action(async (options: QueueWorkerOptions) => {
      await interruptible((signal) => work(options, signal)).catch((error: unknown) => {
        // To be stopped is how this command ends.
        if (!(error instanceof Interrupted)) throw error;
      });
    });
}

async function work({ queue, idle, patience, quiet, ...workers }: QueueWorkerOptions, signal: AbortSignal): Promise<void> {
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

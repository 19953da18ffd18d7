import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { NodePoolSettings } from '../compute/pool.node.ts';
import type { Shard } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import { TABLE_FORMATS } from '../store/codec/index.ts';
import { whole } from './options.ts';

/** Options of workers that compute runs. */
export interface WorkerOptions {
  readonly workers?: number;
  readonly runTimeout?: number;
  readonly workerMemory?: number;
}

export function addWorkerOptions(command: Command): Command {
  return command
    .option('--workers <n>', `workers (cores; ${availableParallelism()} here)`, whole('--workers', 1, 512))
    .option(
      '--run-timeout <seconds>',
      'a worker that is silent so long is replaced, its run tried once more (600)',
      whole('--run-timeout', 1, 1e6),
    )
    .option(
      '--worker-memory <megabytes>',
      "ceiling of each worker's memory, heap and arrays together (Node's own for the heap)",
      whole('--worker-memory', 16, 1e6),
    );
}

export function poolSettings({ workers, runTimeout, workerMemory }: WorkerOptions): NodePoolSettings {
  return {
    ...(workers !== undefined && { workers }),
    ...(runTimeout !== undefined && { runTimeout: runTimeout * 1000 }),
    ...(workerMemory !== undefined && { memoryMegabytes: workerMemory }),
  };
}

/** `--shard i/n`. */
export function shardOf(text: string): Shard {
  const [, part = 0, parts = 0] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (part >= 1 && part <= parts) return { part, parts };
  throw new InputError(`--shard: found "${text}", allowed is i/n, the part i of n parts, from 1`, {
    path: '--shard',
    found: text,
    allowed: 'i/n with 1 <= i <= n',
  });
}

export function formatOption(): Option {
  return new Option('--format <format>', 'format of the tables in the folder').choices([...TABLE_FORMATS]).default('parquet');
}

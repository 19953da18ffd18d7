import type { Spawn } from './connection.ts';
import type { Laboratory } from './laboratory.ts';
import type { Pool, PoolSettings } from './pool.ts';
import { createPool } from './scheduler.ts';
import { createWorker } from './worker.ts';

/**
 * A pool without threads, for places that allow no workers and for small jobs. The thread is blocked while a run computes;
 * an abort takes effect between runs.
 */
export function createInlinePool<Input>(laboratory: Laboratory<Input>, settings: PoolSettings = {}): Pool<Input> {
  const spawn: Spawn<Input> = () => {
    const worker = createWorker(laboratory);
    let current = -1;
    return {
      link: {
        ...worker,
        work(message) {
          current = message.job;
          return worker.work(message);
        },
      },
      hold() {},
      terminate: () => worker.cancel(current),
    };
  };
  return createPool(spawn, settings.workers ?? 1, settings);
}

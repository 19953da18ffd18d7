import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { reach, type Spawn } from './connection.ts';
import type { Pool, PoolSettings } from './pool.ts';
import { createPool } from './scheduler.ts';

export interface NodePoolSettings extends PoolSettings {
  /**
   * Ceiling of each worker's memory, its JavaScript heap and its arrays together. A world that alone is larger is not begun; a worker that
   * grows above it is replaced, and its run fails when that happens again. Default: Node's own for the heap, none for arrays.
   */
  readonly memoryMegabytes?: number;
  /** Module that the workers run; default: the one of this package. */
  readonly script?: URL;
}

/** A pool of `worker_threads`. Idle workers do not keep the process alive. */
export function createNodePool<Input>(settings: NodePoolSettings = {}): Pool<Input> {
  const script = settings.script ?? new URL('./worker.node.js', import.meta.url);
  const { memoryMegabytes = null } = settings;
  const limits =
    memoryMegabytes === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes }, workerData: { memoryMegabytes } };

  const spawn: Spawn<Input> = (lost) => {
    const worker = new Worker(script, limits);
    worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))));
    worker.on('messageerror', (error) => lost(error));
    worker.on('exit', (code) => lost(new Error(`the worker ended by itself with code ${code}`)));
    const { link, close } = reach<Input>(nodeEndpoint(worker));
    return {
      link,
      hold: (busy) => (busy ? worker.ref() : worker.unref()),
      async terminate() {
        close();
        await worker.terminate();
      },
    };
  };
  return createPool(spawn, settings.workers ?? availableParallelism(), settings);
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { reach, type Spawn } from './connection.ts';
import type { Pool, PoolSettings } from './pool.ts';
import { createPool } from './scheduler.ts';

export interface NodePoolSettings extends PoolSettings {
  /** Ceiling of each worker's JavaScript heap; array buffers and WebAssembly memory are not counted. Default: Node's own. */
  readonly heapMegabytes?: number;
  /** Module that the workers run; default: the one of this package. */
  readonly script?: URL;
}

/** A pool of `worker_threads`. Idle workers do not keep the process alive. */
export function createNodePool<Input>(settings: NodePoolSettings = {}): Pool<Input> {
  const script = settings.script ?? new URL('./worker.node.js', import.meta.url);
  const resourceLimits = settings.heapMegabytes === undefined ? {} : { maxOldGenerationSizeMb: settings.heapMegabytes };

  const spawn: Spawn<Input> = (lost) => {
    const worker = new Worker(script, { resourceLimits });
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

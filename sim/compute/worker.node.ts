import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createMarketLaboratory } from './market-laboratory.ts';
import { serve } from './serve.ts';
import { createWorker } from './worker.ts';

/** Node's limits know the JavaScript heap alone; arrays and the memory of a world lie outside it, and are counted by each thread's engine. */
function withinCeiling(megabytes: number): () => Promise<void> | void {
  return () => {
    const { used_heap_size: heap, external_memory: arrays } = getHeapStatistics();
    const used = Math.ceil((heap + arrays) / 2 ** 20);
    if (used <= megabytes) return;
    // Thrown outside the run, it ends the worker, and all that it holds; the run waits for that.
    return new Promise(() => {
      setImmediate(() => {
        throw new Error(`the run took ${used} MB, and a worker may have ${megabytes} MB`);
      });
    });
  };
}

// A worker of the Node pool: the market is its laboratory.
if (parentPort) {
  const { memoryMegabytes = null } = (workerData ?? {}) as { readonly memoryMegabytes?: number | null };
  const worker =
    memoryMegabytes === null
      ? createWorker(createMarketLaboratory())
      : createWorker(createMarketLaboratory(memoryMegabytes * 2 ** 20), withinCeiling(memoryMegabytes));
  serve(worker, nodeEndpoint(parentPort));
}

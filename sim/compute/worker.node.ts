import { parentPort } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { marketLaboratory } from './market-laboratory.ts';
import { serve } from './serve.ts';
import { createWorker } from './worker.ts';

// A worker of the Node pool: the market is its laboratory.
if (parentPort) serve(createWorker(marketLaboratory), nodeEndpoint(parentPort));

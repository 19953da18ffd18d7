import type * as Comlink from 'comlink';
import { marketLaboratory } from './market-laboratory.ts';
import { serve } from './serve.ts';
import { createWorker } from './worker.ts';

// A worker of the browser pool: the market is its laboratory.
serve(createWorker(marketLaboratory), globalThis as unknown as Comlink.Endpoint);

import type * as Comlink from 'comlink';
import { prepareExperiment } from '../experiment/replicate.ts';
import { serve } from './serve.ts';
import { createWorker } from './worker.ts';

// A worker of the browser pool: the market is its laboratory.
serve(createWorker({ prepare: prepareExperiment }), globalThis as unknown as Comlink.Endpoint);

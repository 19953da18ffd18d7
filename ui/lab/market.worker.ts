import type * as Comlink from 'comlink';
import { marketLaboratory, marketLaboratoryFor } from '../../sim/compute/market-laboratory.ts';
import { serve } from '../../sim/compute/serve.ts';
import { createWorker } from '../../sim/compute/worker.ts';
import { FIRST_SCENARIO } from '../state/first-scenario.ts';

// A worker of the page's pool. What most visits begin with, and scenarios that change no network go on with, is drawn while the page loads.
const laboratory = FIRST_SCENARIO === null ? marketLaboratory : marketLaboratoryFor(FIRST_SCENARIO);
serve(createWorker(laboratory), globalThis as unknown as Comlink.Endpoint);

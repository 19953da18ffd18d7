import * as Comlink from 'comlink';
import type { MarketInput } from '../../sim/compute/market-laboratory.ts';
import { createBrowserPool } from '../../sim/compute/pool.browser.ts';
import { Host } from './host.ts';

const startWorker = (): Worker =>
  new Worker(new URL('../../sim/compute/worker.browser.ts', import.meta.url), { type: 'module', name: 'market' });

// The first worker is started before it is asked for: it loads while the page does.
let early: Worker | null = startWorker();

const pool = createBrowserPool<MarketInput>({
  startWorker() {
    const worker = early ?? startWorker();
    early = null;
    return worker;
  },
});

Comlink.expose(new Host(pool));

import * as Comlink from 'comlink';
import type { MarketInput } from '../../sim/compute/market-laboratory.ts';
import { createBrowserPool } from '../../sim/compute/pool.browser.ts';
import { Host } from './host.ts';
import { startMarketWorker } from './start-market-worker.ts';

/** Answers the page from here on. @param early the first worker of the pool, started before it was asked for */
export function openHost(early: Worker): void {
  let first: Worker | null = early;
  const pool = createBrowserPool<MarketInput>({
    startWorker() {
      const worker = first ?? startMarketWorker();
      first = null;
      return worker;
    },
  });
  Comlink.expose(new Host(pool));
}

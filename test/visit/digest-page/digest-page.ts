import { compareOver } from '../../../sim/compute/compare.ts';
import type { MarketInput } from '../../../sim/compute/market-laboratory.ts';
import { createBrowserPool } from '../../../sim/compute/pool.browser.ts';
import { parseScenario } from '../../../sim/scenario/index.ts';

/** Compares a scenario over the page's own workers; the digests of all runs. */
async function digestsOf(scenario: unknown): Promise<string[]> {
  const pool = createBrowserPool<MarketInput>({
    startWorker: () => new Worker(new URL('../../../sim/compute/worker.browser.ts', import.meta.url), { type: 'module' }),
  });
  try {
    const { runs } = await compareOver(pool, parseScenario(scenario), [], {});
    return runs.map(({ strategy, replicate, digest }) => `${strategy} ${replicate} ${digest}`);
  } finally {
    await pool.close();
  }
}

Object.assign(globalThis, { digestsOf });

/** Starts a worker of the pool that runs the market. */
export function startMarketWorker(): Worker {
  return new Worker(new URL('./market.worker.ts', import.meta.url), { type: 'module', name: 'market' });
}

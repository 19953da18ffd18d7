const start = (): Worker => new Worker(new URL('./host.worker.ts', import.meta.url), { type: 'module', name: 'laboratory' });

// Started before there is a scenario, or a page: they load at the same time.
let early: Worker | null = start();
early.addEventListener('error', () => {
  early = null;
});

/** The laboratory's worker: the one that was started early, or, where that is lost or taken, a new one. */
export function startHost(): Worker {
  const worker = early ?? start();
  early = null;
  return worker;
}

import type { App } from './app.ts';

/** Milliseconds after the first result, or after the start where there is none, in which the page has its hands free. */
const PAUSE = 1500;
const PATIENCE = 15_000;

/**
 * Keeps the screen for use without a network, once the first curves are drawn: fetching everything would hold them up. Browsers allow it on
 * https and on this machine's own addresses alone.
 */
export function keepOffline(app: App): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isSecureContext) return;
  let timer = setTimeout(register, PATIENCE);
  const end = app.results.subscribe(({ result }) => {
    if (result === null) return;
    end();
    clearTimeout(timer);
    timer = setTimeout(register, PAUSE);
  });
}

function register(): void {
  navigator.serviceWorker
    .register('./service-worker.js')
    .catch((error: unknown) => console.warn('not kept for use without a network', error));
}

import type * as Comlink from 'comlink';
import { reach, type Spawn } from './connection.ts';
import type { Pool, PoolSettings } from './pool.ts';
import { createPool } from './scheduler.ts';

/** The parts of a page that are used here; `sim` is compiled without the DOM's types. */
interface PageWorker extends Comlink.Endpoint {
  terminate(): void;
}
declare const Worker: new (script: URL, options: { type: 'module' }) => PageWorker;
declare const navigator: { readonly hardwareConcurrency?: number };

/** Each worker holds a whole world; more would take memory that a page should leave alone. */
const MOST_WORKERS = 8;

export interface BrowserPoolSettings extends PoolSettings {
  /** Starts a worker from another module, where a bundler or a policy asks for it. */
  readonly startWorker?: () => PageWorker;
}

/** A pool of module workers. One core is left to the page. */
export function createBrowserPool<Input>(settings: BrowserPoolSettings = {}): Pool<Input> {
  const startWorker = settings.startWorker ?? (() => new Worker(new URL('./worker.browser.js', import.meta.url), { type: 'module' }));

  const spawn: Spawn<Input> = (lost) => {
    const worker = startWorker();
    const listen = (event: string, message: string): void =>
      worker.addEventListener(event, (happened) => lost(new Error((happened as { message?: string }).message || message)));
    listen('error', 'the worker could not be loaded, or failed outside a run');
    listen('messageerror', 'the worker sent a message that could not be read');
    const { link, close } = reach<Input>(worker);
    return {
      link,
      hold() {},
      async terminate() {
        close();
        worker.terminate();
      },
    };
  };
  const offered = Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1);
  return createPool(spawn, settings.workers ?? Math.min(offered, MOST_WORKERS), settings);
}

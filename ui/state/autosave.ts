import { del, get, set } from 'idb-keyval';
import type { AppState } from './app-state.ts';
import { FIRST_VIEW, PAGES } from './app-state.ts';
import { scenarioOf } from './scenario-of.ts';
import type { Store } from './store.ts';

const KEY = 'swaylab.work';
const FORMAT = 1;
/** After the last change; a drag is saved when it ends. */
const WAIT = 400;

/** Where work is kept; another one serves tests. */
export interface Keep {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

const BROWSER: Keep = { get, set, del };

export type Saved = Pick<AppState, 'draft' | 'network' | 'view'>;

/** The work of the last visit; null when there is none, or none that this version understands. */
export async function savedWork(keep: Keep = BROWSER): Promise<Saved | null> {
  try {
    const found = (await keep.get(KEY)) as ({ readonly format: number } & Saved) | undefined;
    if (found?.format !== FORMAT) return null;
    scenarioOf(found.draft);
    const view = { ...FIRST_VIEW, ...found.view };
    return { draft: found.draft, network: found.network ?? null, view: PAGES.includes(view.page) ? view : FIRST_VIEW };
  } catch {
    // Storage that is switched off or full, or work of another version: one starts afresh.
    return null;
  }
}

/** Forgets what was saved. */
export async function forgetWork(keep: Keep = BROWSER): Promise<void> {
  await keep.del(KEY).catch(() => undefined);
}

/** Saves every change, a moment later. @returns a function that ends it */
export function saveWork(state: Store<AppState>, keep: Keep = BROWSER): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    const { draft, network, view } = state.state;
    void keep.set(KEY, { format: FORMAT, draft, network, view }).catch(() => undefined);
  };
  const end = state.subscribe(({ dragging }) => {
    clearTimeout(timer);
    if (!dragging) timer = setTimeout(save, WAIT);
  });
  // What is pending when the page goes away is saved at once.
  const leave = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  };
  addEventListener('pagehide', leave);
  return () => {
    clearTimeout(timer);
    removeEventListener('pagehide', leave);
    end();
  };
}

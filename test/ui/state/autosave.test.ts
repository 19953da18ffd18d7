import { afterEach, describe, expect, it } from 'vitest';
import { type AppState, FIRST_VIEW } from '../../../ui/state/app-state.ts';
import { forgetWork, type Keep, savedWork, saveWork } from '../../../ui/state/autosave.ts';
import { Store } from '../../../ui/state/store.ts';

class Shelf implements Keep {
  readonly things = new Map<string, unknown>();
  async get(key: string) {
    return structuredClone(this.things.get(key));
  }
  async set(key: string, value: unknown) {
    this.things.set(key, structuredClone(value));
  }
  async del(key: string) {
    this.things.delete(key);
  }
}

const START: AppState = { draft: { name: 'x' }, dragging: false, network: null, view: FIRST_VIEW };
let end = () => {};

afterEach(() => end());

describe('work', () => {
  it('is kept a moment after each change, and comes back', async () => {
    const shelf = new Shelf();
    const state = new Store(START);
    end = saveWork(state, shelf);
    expect(await savedWork(shelf)).toBeNull();
    state.update((now) => ({ ...now, draft: { name: 'x', horizon: 52 }, view: { ...FIRST_VIEW, page: 'tribes' } }));
    await expect
      .poll(() => savedWork(shelf))
      .toEqual({ draft: { name: 'x', horizon: 52 }, network: null, view: { ...FIRST_VIEW, page: 'tribes' } });
    await forgetWork(shelf);
    expect(await savedWork(shelf)).toBeNull();
  });

  it('is not written while a control is held, and at once when the page goes away', async () => {
    const shelf = new Shelf();
    const state = new Store(START);
    end = saveWork(state, shelf);
    state.update((now) => ({ ...now, dragging: true, draft: { name: 'held' } }));
    dispatchEvent(new Event('pagehide'));
    expect(shelf.things.size).toBe(0);
    state.update((now) => ({ ...now, dragging: false, draft: { name: 'let go' } }));
    dispatchEvent(new Event('pagehide'));
    expect((await savedWork(shelf))?.draft.name).toBe('let go');
  });

  it('of another version, or that is no valid scenario, is left alone', async () => {
    const shelf = new Shelf();
    for (const kept of [
      'nonsense',
      { format: 99, draft: { name: 'x' }, view: FIRST_VIEW },
      { format: 1, draft: { name: 'x', horizon: -1 }, view: FIRST_VIEW },
      { format: 1 },
    ]) {
      shelf.things.set('swaylab.work', kept);
      expect(await savedWork(shelf)).toBeNull();
    }
    shelf.things.set('swaylab.work', { format: 1, draft: { name: 'x' }, view: { page: 'a page that is gone' } });
    expect((await savedWork(shelf))?.view).toEqual(FIRST_VIEW);
  });

  it('is not lost on a browser that keeps nothing: one starts afresh', async () => {
    const broken: Keep = {
      get: () => Promise.reject(new Error('no storage')),
      set: () => Promise.reject(new Error('full')),
      del: () => Promise.reject(new Error('no')),
    };
    const state = new Store(START);
    end = saveWork(state, broken);
    state.update((now) => ({ ...now, draft: { name: 'y' } }));
    dispatchEvent(new Event('pagehide'));
    expect(await savedWork(broken)).toBeNull();
    await forgetWork(broken);
  });
});

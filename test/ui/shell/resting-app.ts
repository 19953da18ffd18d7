import { onTestFinished, vi } from 'vitest';
import type { App } from '../../../ui/app.ts';
import { createApp } from '../../../ui/create-app.ts';
import type { LabHost, LabState } from '../../../ui/lab/protocol.ts';
import { type Draft, FIRST_VIEW, type ViewState } from '../../../ui/state/app-state.ts';
import { Store } from '../../../ui/state/store.ts';

const IDLE: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };

/** An app over a laboratory that rests: it answers only thumbnails, with a straight line. */
export function restingApp(draft: Draft = { name: 'test' }, view: Partial<ViewState> = {}): App {
  const refuse = () => Promise.reject(new Error('the laboratory rests'));
  const host: LabHost = {
    pause: refuse,
    resume: refuse,
    replay: refuse,
    thumbnail: async () => ({ push: Float32Array.of(0, 0.5, 1) }),
    readNetwork: refuse,
  };
  return createApp({ draft, network: null, view: { ...FIRST_VIEW, page: 'scenario', ...view } }, () => ({
    host,
    results: new Store(IDLE),
  }));
}

/** Puts an element on the page and waits until it is drawn. */
export async function shown<E extends HTMLElement>(tag: string, properties: Partial<E>): Promise<E> {
  const element = Object.assign(document.createElement(tag), properties) as E;
  document.body.append(element);
  await settled();
  return element;
}

/** Waits until everything on the page has been drawn. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Stops the page's timers: however slow the machine, a burst of keys goes on. @returns ends what waits, and lets the timers go again */
export function stopTimers(): () => void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  return () => {
    vi.runAllTimers();
    vi.useRealTimers();
  };
}

/** The first element that matches, through shadow roots: each step is looked for inside the one before. */
export function within(root: Element | ShadowRoot, ...steps: string[]): HTMLElement {
  let place: Element | ShadowRoot = root;
  for (const step of steps) {
    const scope: Element | ShadowRoot = place instanceof Element && place.shadowRoot !== null ? place.shadowRoot : place;
    const found = scope.querySelector(step);
    if (found === null) throw new Error(`no ${step} in ${place instanceof Element ? place.localName : 'a shadow root'}`);
    place = found;
  }
  return place as HTMLElement;
}

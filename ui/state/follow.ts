import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from './store.ts';

/** Renders an element again whenever what it picks from a store has changed. */
export class Follow<S, P> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store<S>;
  readonly #pick: (state: S) => P;
  #end: (() => void) | null = null;
  #shown: P | undefined;

  /** @param store asked for when the element is connected, since its properties are set before that */
  constructor(host: ReactiveControllerHost, store: () => Store<S>, pick: (state: S) => P) {
    this.#host = host;
    this.#store = store;
    this.#pick = pick;
    host.addController(this);
  }

  get value(): P {
    return this.#pick(this.#store().state);
  }

  hostConnected(): void {
    this.#shown = this.value;
    this.#end = this.#store().subscribe(() => {
      const now = this.value;
      if (Object.is(now, this.#shown)) return;
      this.#shown = now;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }
}

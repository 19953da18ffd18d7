import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of an element in whole pixels, 0 before it is laid out; the element is rendered again when it changes. */
export class Width implements ReactiveController {
  value = 0;
  readonly #host: ReactiveControllerHost & Element;
  readonly #watch = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === this.value) return;
    this.value = width;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }
}

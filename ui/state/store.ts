/** A value that changes over time and says so. Listeners are called after each change, in the order in which they subscribed. */
export class Store<S> {
  #state: S;
  readonly #listeners = new Set<(state: S, before: S) => void>();

  constructor(state: S) {
    this.#state = state;
  }

  get state(): S {
    return this.#state;
  }

  set(next: S): void {
    if (Object.is(next, this.#state)) return;
    const before = this.#state;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener(next, before);
  }

  update(change: (state: S) => S): void {
    this.set(change(this.#state));
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (state: S, before: S) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

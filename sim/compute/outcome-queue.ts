/**
 * A queue between the workers that push and the one reader that pulls. What was pushed before the end is read before the end;
 * `size` lets the writer hold back while the reader is slow.
 */
export class OutcomeQueue<T> {
  readonly #items: T[] = [];
  readonly #onRead: () => void;
  #end: { readonly error: Error | null } | null = null;
  #wake: (() => void) | null = null;

  constructor(onRead: () => void) {
    this.#onRead = onRead;
  }

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    if (this.#end) return;
    this.#items.push(item);
    this.#wake?.();
  }

  /** Ends the queue, with an error for the reader or, for null, in good order. The first end counts. */
  end(error: Error | null): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      if (this.#items.length > 0) {
        const item = this.#items.shift() as T;
        this.#onRead();
        yield item;
      } else if (this.#end) {
        if (this.#end.error !== null) throw this.#end.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = null;
      }
    }
  }
}

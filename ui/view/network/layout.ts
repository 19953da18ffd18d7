/** What is to be laid out. */
export interface LayoutQuestion {
  /** Where it begins: x and y of each node. */
  readonly places: Float32Array;
  /** Pairs of nodes, and the weight of each. */
  readonly ties: Uint32Array;
  readonly weights: Float32Array;
  readonly iterations: number;
}

export interface LayoutStep {
  readonly places: Float32Array<ArrayBuffer>;
  /** How far it has come, up to 1. */
  readonly share: number;
}

/** A layout that is computed in a worker of its own, shown as it goes, and ends by itself. */
export class Layout {
  readonly #show: (step: LayoutStep) => void;
  #worker: Worker | null = null;

  constructor(show: (step: LayoutStep) => void) {
    this.#show = show;
  }

  /** Lays out anew; one under way is given up. */
  start(question: LayoutQuestion): void {
    this.end();
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<LayoutStep>) => {
      if (this.#worker !== worker) return;
      if (data.share >= 1) this.end();
      this.#show(data);
    };
    // Without a layout the start places stand: tribe by tribe, which is a picture too.
    worker.onerror = () => this.end();
    worker.postMessage(question);
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

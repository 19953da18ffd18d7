import { buildNetwork } from '../csr.ts';
import { type Network, SOCIAL } from '../network.ts';

/** A growing list of undirected ties in flat arrays, from which generators build their network. */
export class TieList {
  count = 0;
  sources: Uint32Array;
  targets: Uint32Array;
  strengths: Float32Array;
  layers: Uint8Array;

  /** `expected` ties are reserved; more make the arrays grow by half. */
  constructor(expected: number) {
    const room = Math.max(16, Math.ceil(expected));
    this.sources = new Uint32Array(room);
    this.targets = new Uint32Array(room);
    this.strengths = new Float32Array(room);
    this.layers = new Uint8Array(room);
  }

  add(source: number, target: number, strength: number, layer: number = SOCIAL): void {
    if (this.count === this.sources.length) this.grow();
    const at = this.count++;
    this.sources[at] = source;
    this.targets[at] = target;
    this.strengths[at] = strength;
    this.layers[at] = layer;
  }

  build(n: number, tribes?: Uint32Array, tribeCount?: number): Network {
    const { sources, targets, count, strengths, layers } = this;
    return buildNetwork({ n, directed: false, sources, targets, count, strengths, layers, tribes, tribeCount });
  }

  private grow(): void {
    const room = Math.ceil(this.sources.length * 1.5);
    const { sources, targets, strengths, layers } = this;
    this.sources = new Uint32Array(room);
    this.targets = new Uint32Array(room);
    this.strengths = new Float32Array(room);
    this.layers = new Uint8Array(room);
    this.sources.set(sources);
    this.targets.set(targets);
    this.strengths.set(strengths);
    this.layers.set(layers);
  }
}

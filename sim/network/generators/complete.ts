import type { Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { expectedTies, people, strength } from './shared-parameters.ts';

export const parameters = { people: { ...people, default: 100, range: [10, 5000] as const }, strength };

/** Everyone is tied to everyone: the well-mixed limit. The limit on ties allows 10,000 people. */
export function complete(values: Values<typeof parameters>, _keys: Keys): Network {
  const n = values.people;
  expectedTies(n, n - 1);
  const arcs = n * (n - 1);
  const offsets = new Uint32Array(n + 1);
  const targets = new Uint32Array(arcs);
  let arc = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (j !== i) targets[arc++] = j;
    offsets[i + 1] = arc;
  }
  const strengths = new Float32Array(arcs).fill(values.strength);
  return { n, directed: false, offsets, targets, strengths, layers: new Uint8Array(arcs), tribes: new Uint32Array(n), tribeCount: 1 };
}

import { UndirectedGraph } from 'graphology';
import { girvanNewman as girvanNewmanGraph } from 'graphology-generators/random/index.js';
import type { Values } from '../../parameter/index.ts';
import { type Keys, Stream } from '../../random/index.ts';
import { relabel } from '../csr.ts';
import type { Network } from '../network.ts';
import type { girvanNewmanParameters } from './example-parameters.ts';
import { fromGraphology } from './from-graphology.ts';
import { contiguousTribes } from './shared-parameters.ts';

const PEOPLE = 128;
const GROUPS = 4;

/** The benchmark of Girvan and Newman (2002, 10.1073/pnas.122653799): 128 people with 16 ties on average, in four groups of 32, the tribes. */
export function girvanNewman(values: Values<typeof girvanNewmanParameters>, keys: Keys): Network {
  const stream = new Stream(keys);
  const rng = () => stream.uniform();
  const network = fromGraphology(girvanNewmanGraph(UndirectedGraph, { zOut: values.outsideTies, rng }), values.strength);
  // The package puts person i into group i modulo 4; ours stand group by group.
  const order = Uint32Array.from({ length: PEOPLE }, (_, i) => (i % (PEOPLE / GROUPS)) * GROUPS + Math.floor((i * GROUPS) / PEOPLE));
  return { ...relabel(network, order), tribes: contiguousTribes(PEOPLE, GROUPS), tribeCount: GROUPS };
}

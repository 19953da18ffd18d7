import { UndirectedGraph } from 'graphology';
import { caveman as cavemanGraph, connectedCaveman as connectedGraph } from 'graphology-generators/community/index.js';
import type { Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import type { cavemanParameters } from './example-parameters.ts';
import { checkGraphologyLimits, fromGraphology } from './from-graphology.ts';
import { contiguousTribes } from './shared-parameters.ts';

/** Separate caves in each of which everyone knows everyone. */
export function caveman(values: Values<typeof cavemanParameters>, _keys: Keys): Network {
  return withCaves('caveman', cavemanGraph, values);
}

/** The caves stand in a circle, and one tie of each leads to the next cave instead (Watts 1999, 10.1086/210318). */
export function connectedCaveman(values: Values<typeof cavemanParameters>, _keys: Keys): Network {
  // A single cave has no next one; the package would tie it to itself.
  return withCaves('connected caveman', values.caves > 1 ? connectedGraph : cavemanGraph, values);
}

function withCaves(
  kind: string,
  generate: typeof cavemanGraph,
  { caves, caveSize, strength: tieStrength }: Values<typeof cavemanParameters>,
): Network {
  const n = caves * caveSize;
  checkGraphologyLimits(kind, n, (n * (caveSize - 1)) / 2);
  const network = fromGraphology(generate(UndirectedGraph, caves, caveSize), tieStrength);
  return { ...network, tribes: contiguousTribes(n, caves), tribeCount: caves };
}

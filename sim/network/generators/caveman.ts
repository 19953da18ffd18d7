import { UndirectedGraph } from 'graphology';
import { caveman as cavemanGraph, connectedCaveman as connectedGraph } from 'graphology-generators/community/index.js';
import { count, type Values } from '../../parameter/index.ts';
import type { Keys } from '../../random/index.ts';
import type { Network } from '../network.ts';
import { checkGraphologyLimits, fromGraphology, GRAPHOLOGY_LIMITS } from './from-graphology.ts';
import { contiguousTribes, strength } from './shared-parameters.ts';

const SOURCE = 'Watts 1999, 10.1086/210318';

export const parameters = {
  caves: count(100, [5, 200], 'caves', 'Number of caves; each is a tribe.', SOURCE, [1, 5000]),
  caveSize: count(20, [5, 50], 'people', 'People in a cave; all of them know each other.', SOURCE, [1, GRAPHOLOGY_LIMITS.nodes]),
  strength,
};

/** Separate caves in each of which everyone knows everyone. */
export function caveman(values: Values<typeof parameters>, _keys: Keys): Network {
  return withCaves('caveman', cavemanGraph, values);
}

/** The caves stand in a circle, and one tie of each leads to the next cave instead (Watts 1999, 10.1086/210318). */
export function connectedCaveman(values: Values<typeof parameters>, _keys: Keys): Network {
  // A single cave has no next one; the package would tie it to itself.
  return withCaves('connected caveman', values.caves > 1 ? connectedGraph : cavemanGraph, values);
}

function withCaves(
  kind: string,
  generate: typeof cavemanGraph,
  { caves, caveSize, strength: tieStrength }: Values<typeof parameters>,
): Network {
  const n = caves * caveSize;
  checkGraphologyLimits(kind, n, (n * (caveSize - 1)) / 2);
  const network = fromGraphology(generate(UndirectedGraph, caves, caveSize), tieStrength);
  return { ...network, tribes: contiguousTribes(n, caves), tribeCount: caves };
}

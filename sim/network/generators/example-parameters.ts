import { count, real } from '../../parameter/index.ts';
import { people, strength } from './shared-parameters.ts';

/**
 * Parameters of the small examples that graphology-generators builds. They stand apart, so that who only asks what can be set does not
 * load that package.
 */

/** What graphology-generators may build: beyond this its graph of objects takes gigabytes and minutes. */
export const GRAPHOLOGY_LIMITS = { nodes: 100_000, ties: 2_000_000 } as const;

export const pathParameters = { people: { ...people, default: 100, range: [10, 1000] as const }, strength };

export const ladderParameters = {
  rungs: count(50, [5, 500], 'rungs', 'Rungs of the ladder, each of two people.', 'Standard graph', [2, GRAPHOLOGY_LIMITS.nodes]),
  strength,
};

const WATTS = 'Watts 1999, 10.1086/210318';

export const cavemanParameters = {
  caves: count(100, [5, 200], 'caves', 'Number of caves; each is a tribe.', WATTS, [1, 5000]),
  caveSize: count(20, [5, 50], 'people', 'People in a cave; all of them know each other.', WATTS, [1, GRAPHOLOGY_LIMITS.nodes]),
  strength,
};

export const girvanNewmanParameters = {
  outsideTies: real(
    4,
    [0, 8],
    'ties per person',
    'Average number of ties that leave the group, of 16 in all.',
    'Girvan and Newman 2002, 10.1073/pnas.122653799',
    [0, 16],
  ),
  strength,
};

/** Of a network that was observed: nothing but the strength of its ties. */
export const observedParameters = { strength };

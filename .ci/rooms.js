/** The rooms of sim/, from the ground up. A room imports only rooms before it. */
export const ROOMS = [
  'parameter',
  'random',
  'network',
  'consumer',
  'brand',
  'market',
  'classic',
  'scenario',
  'experiment',
  'compute',
  'store',
  'queue',
  'chart',
  'lesson',
  'cli',
];

/** Rooms that must give the same bits in a page, in Node and on a cluster: the engine. The hash of their built code is its id. */
export const SAME_BITS_ROOMS = ROOMS.slice(0, ROOMS.indexOf('experiment') + 1);

/** What the screen may see of sim/; of the store, only its codec. */
export const ROOMS_FOR_UI = ['parameter', 'network', 'classic', 'scenario', 'experiment', 'compute', 'chart', 'lesson'];

/** Packages (as patterns) that compute with exact functions alone, which a test reads from their files: they may feed a run. */
export const EXACT_PACKAGES = ['@stdlib/math-base-special-(exp|ln|sin|cos|pow)'];

/** Packages that may feed a run because they do no real arithmetic. */
export const INTEGER_PACKAGES = ['@noble/hashes'];

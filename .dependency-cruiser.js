import { EXACT_PACKAGES, INTEGER_PACKAGES, ROOMS, ROOMS_FOR_UI, SAME_BITS_ROOMS } from './.ci/rooms.js';

/** @param {string[]} names */
const oneOf = (names) => `(${names.join('|')})`;
/** @param {string[]} names */
const packages = (...names) => `node_modules/(${names.join('|')})/`;
/** Companions that a user installs beside; a package that is both peer and development dependency is taken for an unlisted one. */
const OPTIONAL_PEERS = ['bullmq', 'ioredis'];

const roomOrder = ROOMS.slice(0, -1).map((room, position) => ({
  name: `arrow-${room}`,
  comment: `A room imports only rooms before it; sim/${room} may not import ${ROOMS.slice(position + 1).join(', ')}.`,
  severity: 'error',
  from: { path: `^sim/${room}/` },
  to: { path: `^sim/${oneOf(ROOMS.slice(position + 1))}/` },
}));

const rules = {
  'sim-sees-itself': [
    'sim/ imports nothing of the screen, the tests, the benches or the build; nor does a room import the library entry above it.',
    { path: '^sim/[^/]+/' },
    { path: '^(ui|test|bench|scenarios|docs|[.]ci)/|^sim/[^/]+$' },
  ],
  'no-host': [
    'The rooms of the model, charts and the codec run in a page, in Node and on a cluster: nothing of Node.',
    { path: `^sim/(${SAME_BITS_ROOMS.join('|')}|chart|store/codec)[/.]` },
    { dependencyTypes: ['core'] },
  ],
  'no-host-in-browser-variants': [
    'The browser variant of the pool, and what both variants share, import nothing of Node.',
    { path: '^sim/compute/', pathNot: '^sim/compute/.*node' },
    { dependencyTypes: ['core'] },
  ],
  'codec-without-disk': [
    'The codec is safe in a browser; only the disk may import the codec, not the other way round.',
    { path: '^sim/store/codec[/.]' },
    { path: '^sim/store/', pathNot: '^sim/store/codec[/.]' },
  ],
  'exact-packages': [
    'No third-party arithmetic feeds a run unless it was measured to be bit-identical.',
    { path: '^sim/(consumer|brand|market|classic)/' },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: packages(...EXACT_PACKAGES, ...INTEGER_PACKAGES) },
  ],
  'exact-packages-of-random': [
    'Luck comes from seedrandom (keys) and our own generator; arithmetic only where it was measured to be bit-identical.',
    { path: '^sim/random/' },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'],
      pathNot: packages(...EXACT_PACKAGES, ...INTEGER_PACKAGES, 'seedrandom', '@types/seedrandom'),
    },
  ],
  'ui-sees': [
    `Of sim/, the screen sees ${ROOMS_FOR_UI.join(', ')} and store/codec.`,
    { path: '^ui/' },
    { path: '^sim/', pathNot: `^sim/(${ROOMS_FOR_UI.join('|')}|store/codec)[/.]` },
  ],
  'no-circle': [
    'Files that load each other in a circle cannot be understood one after the other; a circle closed by a type alone vanishes.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ],
  'no-development-packages': [
    'What ships may import only packages that are installed with it.',
    { path: '^sim/' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packages('@types', ...OPTIONAL_PEERS) },
  ],
  'listed-packages': [
    'Every package imported is listed in package.json.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: packages(...OPTIONAL_PEERS) },
  ],
  'queue-packages': [
    'The packages of the queue are optional: one file loads them when they are asked for.',
    { path: '^sim/', pathNot: '^sim/queue/bull[.]' },
    { path: packages(...OPTIONAL_PEERS), dependencyTypesNot: ['type-only'] },
  ],
  found: ['Every import leads somewhere.', {}, { couldNotResolve: true }],
};

export default {
  forbidden: [
    ...roomOrder,
    ...Object.entries(rules).map(([name, [comment, from, to]]) => ({ name, comment, severity: 'error', from, to })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
};

import { globalReferences } from './global-references.js';

/** What the language itself offers, and the few additions that pages, workers and Node share and that give the same result in all. */
const EVERYWHERE = new Set([
  ...['Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Float32Array', 'Float64Array'],
  ...['Int8Array', 'Int16Array', 'Int32Array', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'Reflect', 'RegExp'],
  ...[
    'Set',
    'SharedArrayBuffer',
    'String',
    'Symbol',
    'Uint8Array',
    'Uint8ClampedArray',
    'Uint16Array',
    'Uint32Array',
    'WeakMap',
    'WeakSet',
  ],
  ...['AggregateError', 'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
  ...['TextDecoder', 'TextEncoder', 'WebAssembly', 'structuredClone'],
]);

/**
 * Code under this rule touches nothing of Node, the DOM or workers, whose globals differ from host to host.
 * @type {import('eslint').Rule.RuleModule}
 */
export const platformFree = {
  meta: {
    type: 'problem',
    docs: { description: 'allow only globals that every host has' },
    schema: [],
    messages: {
      global: "'{{name}}' belongs to a host (Node, the DOM or a worker); this room runs in all of them.",
      meta: "'import.meta' differs from host to host; this room runs in all of them.",
      import: 'Only literal specifiers can be imported here, so that the import arrows can be checked.',
    },
  },
  create(context) {
    return {
      'Program:exit'() {
        for (const node of globalReferences(context.sourceCode)) {
          if (!EVERYWHERE.has(node.name)) context.report({ node, messageId: 'global', data: { name: node.name } });
        }
      },
      MetaProperty(node) {
        if (node.meta.name === 'import') context.report({ node, messageId: 'meta' });
      },
      ImportExpression(node) {
        if (node.source.type !== 'Literal') context.report({ node, messageId: 'import' });
      },
    };
  },
};

import { ESLint, type Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

/** Lints planted text as if it stood in the given file; rules that need types are checked by lintTyped. */
const untyped = new ESLint({
  overrideConfig: [{ languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('ts/'),
});
const typed = new ESLint();

async function lint(text: string, filePath: string): Promise<Linter.LintMessage[]> {
  const [result] = await untyped.lintText(text, { filePath });
  return result.messages;
}

const SAME_BITS_ROOMS = ['parameter', 'random', 'network', 'consumer', 'brand', 'market', 'classic', 'scenario', 'experiment'];

const DIFFERENT_BITS = [
  'export const planted = Math.exp(1);',
  'export const planted = Math.log(2);',
  'export const planted = Math.pow(2, 3);',
  'export const planted = Math.sin(1);',
  'export const planted = Math.cbrt(2);',
  'export const planted = Math.hypot(1, 2);',
  'export const planted = Math.LN2;',
  "export const planted = Math['exp'](1);",
  'export const planted = (name: "exp") => Math[name](1);',
  'const { exp } = Math; export { exp };',
  'const maths = Math; export { maths };',
  'export const planted = Math.random();',
  'export const planted = 2 ** 3;',
  'export function planted(x: number) { x **= 2; return x; }',
  'export const planted = Date.now();',
  'export const planted = new Date();',
  "export const planted = new Intl.Collator('en');",
  'export const planted = (1.5).toLocaleString();',
  "export const planted = 'I'.toLocaleLowerCase();",
  "export const planted = 'a'.localeCompare('b');",
  "export const planted = 'a'['localeCompare']('b');",
  "const { localeCompare } = 'a'; export { localeCompare };",
];

const HOST_GLOBALS = [
  ...[
    'performance',
    'process',
    'Buffer',
    'global',
    'globalThis',
    'require',
    '__dirname',
    'setImmediate',
    'window',
    'document',
    'navigator',
  ],
  ...[
    'self',
    'Worker',
    'postMessage',
    'onmessage',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'requestAnimationFrame',
    'fetch',
    'crypto',
  ],
  ...['console', 'localStorage', 'MessageChannel', 'URL', 'Blob', 'eval', 'Function', 'WeakRef', 'FinalizationRegistry'],
];

const ALLOWED = `
  export function planted(x: number, window: readonly number[]): number {
    const process = Math.sqrt(Math.abs(x)) + Math.imul(3, 4) + Math.fround(x) + Math.clz32(8) + Math.sign(x);
    const bounded = Math.min(1, Math.max(0, Math.trunc(x) + Math.floor(x) + Math.ceil(x) + Math.round(x)));
    const date = { Math: 1, exp: 2 };
    return process + bounded + window[0] + date.exp + new Float64Array(new SharedArrayBuffer(8))[0] + new TextEncoder().encode('a')[0];
  }
  export type Clock = typeof Date | typeof Math.exp;
`;

describe('rooms that must give the same bits everywhere', () => {
  test.each(DIFFERENT_BITS)('refuse %s', async (text) => {
    const messages = await lint(text, 'sim/market/planted.ts');
    expect(messages.map((message) => message.ruleId)).toContain('house/same-bits');
    expect(messages[0].line).toBe(1);
    expect(messages[0].column).toBeGreaterThan(1);
  });

  test.each(HOST_GLOBALS)('refuse the global %s of a host', async (name) => {
    const messages = await lint(`export const planted = ${name};`, 'sim/market/planted.ts');
    expect(messages).toMatchObject([{ ruleId: 'house/platform-free', line: 1, column: 24 }]);
  });

  test('refuse import.meta and imports that cannot be followed', async () => {
    const messages = await lint('export const planted = (at: string) => import(at + import.meta.url);', 'sim/market/planted.ts');
    expect(messages.map((message) => message.ruleId)).toEqual(['house/platform-free', 'house/platform-free']);
  });

  test.each(SAME_BITS_ROOMS)('are under both rules: %s', async (room) => {
    const messages = await lint('export const planted = Math.exp(performance.now());', `sim/${room}/deeper/planted.ts`);
    expect(new Set(messages.map((message) => message.ruleId))).toEqual(new Set(['house/same-bits', 'house/platform-free']));
  });

  test('accept exact functions, types, and locals that bear the name of a global', async () => {
    expect(await lint(ALLOWED, 'sim/market/planted.ts')).toEqual([]);
  });
});

test.each(['sim/chart/planted.ts', 'sim/store/codec/planted.ts'])('%s may use any arithmetic, but nothing of a host', async (filePath) => {
  const messages = await lint('export const planted = Math.exp(1) + process.pid;', filePath);
  expect(messages.map((message) => message.ruleId)).toEqual(['house/platform-free']);
});

test('a file past 400 lines is to be split', async () => {
  const messages = await lint('\n'.repeat(401), 'sim/cli/planted.ts');
  expect(messages.map((message) => message.ruleId)).toEqual(['max-lines']);
});

test('rules that need types are on: floating promises, any, unsorted numbers', async () => {
  const text = 'async function f() {}\nf();\nexport const a: any = [10, 9].sort();\n';
  const [result] = await typed.lintText(text, { filePath: 'sim/parameter/parameter.ts' });
  expect(result.messages.map((message) => message.ruleId)).toEqual([
    'ts/no-floating-promises',
    'ts/no-explicit-any',
    'ts/require-array-sort-compare',
  ]);
});

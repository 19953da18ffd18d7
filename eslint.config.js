import lit from 'eslint-plugin-lit';
// @ts-expect-error: it ships no types
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';
import { platformFree } from './.ci/lint/platform-free.js';
import { sameBits } from './.ci/lint/same-bits.js';
import { SAME_BITS_ROOMS } from './.ci/rooms.js';

// Biome formats and holds the fast rules; here are only the rules that need types, and those of this house.
const house = { rules: { 'same-bits': sameBits, 'platform-free': platformFree } };

export default [
  { ignores: ['dist', 'coverage', 'node_modules', '**/*.d.ts'] },
  {
    files: ['{sim,ui,test,bench}/**/*.ts', '*.config.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { ts: tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'ts/await-thenable': 'error',
      'ts/consistent-type-imports': 'error',
      'ts/no-array-delete': 'error',
      'ts/no-base-to-string': 'error',
      'ts/no-explicit-any': 'error',
      'ts/no-floating-promises': 'error',
      'ts/no-for-in-array': 'error',
      'ts/no-misused-promises': 'error',
      'ts/no-misused-spread': ['error', { allow: ['string'] }],
      'ts/no-unsafe-argument': 'error',
      'ts/no-unsafe-assignment': 'error',
      'ts/no-unsafe-call': 'error',
      'ts/no-unsafe-member-access': 'error',
      'ts/no-unsafe-return': 'error',
      'ts/only-throw-error': 'error',
      'ts/prefer-promise-reject-errors': 'error',
      'ts/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      'ts/restrict-plus-operands': 'error',
      'ts/return-await': ['error', 'error-handling-correctness-only'],
      'ts/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
    },
  },
  {
    // expect.any() and its like are typed any.
    files: ['test/**/*.ts'],
    rules: { 'ts/no-unsafe-assignment': 'off' },
  },
  {
    ...lit.configs?.['flat/recommended'],
    files: ['ui/**/*.ts'],
  },
  {
    files: ['ui/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['{sim,ui}/**/*.ts'],
    rules: { 'max-lines': ['error', 400] },
  },
  {
    files: [`sim/{${SAME_BITS_ROOMS.join(',')}}/**/*.ts`],
    plugins: { house },
    rules: { 'house/same-bits': 'error' },
  },
  {
    files: [`sim/{${[...SAME_BITS_ROOMS, 'chart'].join(',')}}/**/*.ts`, 'sim/store/codec/**/*.ts', 'sim/store/codec.ts'],
    plugins: { house },
    rules: { 'house/platform-free': 'error' },
  },
];

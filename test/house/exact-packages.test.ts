import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXACT_PACKAGES } from '../../.ci/rooms.js';

/**
 * Third-party arithmetic may feed a run only where it uses none of the functions in whose last bit engines differ.
 * Read from the packages' own files, followed through everything that they load.
 */
const EXACT_MATH = /^(abs|min|max|floor|ceil|round|trunc|sqrt|imul|fround|clz32|sign)$/;

const dependencies = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }).dependencies);
const packages = dependencies.filter((name) => EXACT_PACKAGES.some((pattern) => new RegExp(`^${pattern}$`).test(name)));

function withoutCommentsAndStrings(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function filesLoadedBy(entry: string): Map<string, string> {
  const loaded = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    loaded.set(file, text);
    if (file.endsWith('.json')) continue;
    const require = createRequire(file);
    for (const [, specifier] of text.replace(/^\s*(\*|\/\/).*$/gm, '').matchAll(/(?:require\(\s*|from\s+)['"]([^'"]+)['"]/g)) {
      if (!isBuiltin(specifier)) waiting.push(require.resolve(specifier));
    }
  }
  return loaded;
}

function inexactUses(text: string): string[] {
  const code = withoutCommentsAndStrings(text);
  const functions = [...code.matchAll(/\bMath\s*\.\s*(\w+)/g)].map(([, name]) => name).filter((name) => !EXACT_MATH.test(name));
  return [...functions, ...(code.match(/\*\*(?!\/)/g) ?? [])];
}

test('the scan sees inexact functions and powers', () => {
  expect(inexactUses("// Math.exp\nvar y = Math.log(x) + x ** 2 + Math.abs(x) + '**';")).toEqual(['log', '**']);
});

test('packages that are trusted with arithmetic are installed', () => {
  expect(packages).toContain('@stdlib/math-base-special-exp');
});

test.each(packages)('%s computes with exact functions alone', (name) => {
  const files = filesLoadedBy(createRequire(join(process.cwd(), 'package.json')).resolve(name));
  const uses = [...files].flatMap(([file, text]) => (file.endsWith('.json') ? [] : inexactUses(text).map((use) => `${file}: ${use}`)));
  expect(uses).toEqual([]);
});

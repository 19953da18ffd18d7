import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignProject, installPacked } from './installed-package.ts';

let project: string;
let installed: string;

function run(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e9 });
}

beforeAll(() => {
  project = foreignProject();
  installPacked(project);
  installed = join(project, 'node_modules/swaylab');
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('holds what runs and what explains, and nothing of the workshop', () => {
  expect(readdirSync(installed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json', 'scenarios']);
});

test('every file that package.json points to is there', () => {
  const { exports, main, types, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
  const targets = [...JSON.stringify([exports, main, types, bin]).matchAll(/"((?:\.\/|dist\/)[^"]*\.\w+)"/g)].map(([, path]) => path);
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
});

test('npx swaylab --help says how to use it', () => {
  expect(run('npx', 'swaylab', '--help')).toContain('swaylab');
});

test('npx swaylab compare runs its workers and names the built engine', () => {
  const options = ['--population', '200', '--weeks', '4', '--replicates', '2', '--workers', '2', '--json', '--quiet'];
  const result = JSON.parse(run('npx', 'swaylab', 'compare', ...options)) as { engine: string; replicates: number; digest: string };
  expect(result).toMatchObject({ replicates: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(result.engine).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
});

test("import from 'swaylab' gives the library", () => {
  const names = run(process.execPath, '--input-type=module', '--eval', "console.log(Object.keys(await import('swaylab')).join(' '))");
  expect(names.trim().split(' ')).toEqual(expect.arrayContaining(['compare', 'loadScenario']));
});

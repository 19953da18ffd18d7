import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignProject, unpackPacked } from './installed-package.ts';

let project: string;
let assets: Map<string, string>;

beforeAll(async () => {
  project = foreignProject();
  unpackPacked(project);
  writeFileSync(join(project, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  writeFileSync(join(project, 'main.js'), "import * as swaylab from 'swaylab';\nglobalThis.swaylab = swaylab;\n");
  await build({ root: project, configFile: false, logLevel: 'error', worker: { format: 'es' }, resolve: { preserveSymlinks: true } });
  const folder = join(project, 'dist/assets');
  assets = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the worker is emitted as a file of its own, and the page refers to it', () => {
  const worker = [...assets.keys()].find((name) => /^worker.*\.js$/.test(name));
  expect(worker).toBeDefined();
  const page = [...assets].filter(([name]) => name !== worker).map(([, text]) => text);
  expect(page.some((text) => text.includes(String(worker)))).toBe(true);
});

test('nothing of Node is left in page or worker', () => {
  const withNode = [...assets].filter(([, text]) => /["']node:[a-z_]+["']|__vite-browser-external/.test(text)).map(([name]) => name);
  expect(withNode).toEqual([]);
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignProject, unpackPacked } from './installed-package.ts';

let project: string;
let assets: Map<string, string>;
const importsOfNode: string[] = [];

/** Vite would quietly put an empty module in the place of Node's; this sees the import itself. */
const watchForNode: Plugin = {
  name: 'watch-for-node',
  enforce: 'pre',
  resolveId(source, importer) {
    if (isBuiltin(source) && importer?.includes('/swaylab/dist/')) importsOfNode.push(`${importer} imports ${source}`);
  },
};

beforeAll(async () => {
  project = foreignProject();
  unpackPacked(project);
  writeFileSync(join(project, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  writeFileSync(join(project, 'main.js'), "import * as swaylab from 'swaylab';\nglobalThis.swaylab = swaylab;\n");
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    plugins: [watchForNode],
    worker: { format: 'es', plugins: () => [watchForNode] },
    resolve: { preserveSymlinks: true },
  });
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

test('neither page nor worker imports anything of Node', () => {
  expect(importsOfNode).toEqual([]);
});

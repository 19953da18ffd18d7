import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LICENSES } from './bundle.js';
import { firstViewChunks, firstViewInput, preloadFirstView } from './first-view.js';
import { serviceWorker } from './service-worker.js';

const root = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The engine's name in the page is that of the build beside it, so that a result can be compared between page and command line. */
function engineId() {
  const placeholder = `'${version}+source'`;
  return {
    name: 'engine-id',
    // Before the compiler, which writes quotes in its own way.
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} code @param {string} id */
    transform(code, id) {
      const built = process.env.SWAYLAB_ENGINE;
      if (built === undefined || !id.split('?')[0].endsWith('/sim/experiment/engine.ts')) return null;
      if (!code.includes(placeholder)) throw new Error(`${id}: found no ${placeholder}`);
      return { code: code.replace(placeholder, `'${built}'`), map: null };
    },
  };
}

/** The default scenario as the compiled build parses it: a page that opens with it need not. Pages that are not built parse it themselves. */
async function firstScenario() {
  const compiled = process.env.SWAYLAB_COMPILED;
  if (compiled === undefined) return {};
  const { parseScenario } = await import(pathToFileURL(join(compiled, 'scenario/index.js')).href);
  const scenario = parseScenario(JSON.parse(readFileSync(join(root, 'scenarios/default.json'), 'utf8')));
  return { 'import.meta.env.SWAYLAB_FIRST_SCENARIO': JSON.stringify(JSON.stringify(scenario)) };
}

const shared = { worker: { format: /** @type {const} */ ('es'), plugins: () => [engineId()] } };

/** How Vite builds and serves the screen. */
export const screen = {
  shared,
  app: {
    ...shared,
    define: await firstScenario(),
    root: join(root, 'ui'),
    // Relative addresses: the folder works at any path of any static host.
    base: './',
    plugins: [engineId(), preloadFirstView(), serviceWorker()],
    build: {
      outDir: process.env.SWAYLAB_SCREEN_OUT ?? join(root, 'dist/ui'),
      emptyOutDir: true,
      target: 'es2023',
      // A data: address for a font or a picture is allowed; one for a script is not.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: { fileName: LICENSES },
      chunkSizeWarningLimit: 700,
      rolldownOptions: { input: firstViewInput(join(root, 'ui')), output: { codeSplitting: firstViewChunks } },
    },
    server: { fs: { allow: [root] } },
  },
};

import { join } from 'node:path';

/** What the page's entry loads on demand, in this order: the app without a screen, the screen, and the first page on it. */
const ROOTS = { app: 'start-app.ts', screen: 'shell/sway-app.ts', compare: 'view/compare/compare-page.ts' };
/** Drawing: everything else that the first view needs belongs to the app, which is at work before the screen is. */
const DRAWING = /\/(d3-[^/]+|internmap)\/|\/ui\/(element|shell|view)\/|\/ui\/style\/chart-colours|\/sim\/chart\//;
/** The entry itself starts the workers and waits for nothing. */
const ENTRY = /\/ui\/(index\.html|main\.ts|keep-offline\.ts|lab\/start-host\.ts|style\/page\.css)$|\0/;

/** @param {string} ui folder of the page */
export const firstViewInput = (ui) => ({
  index: join(ui, 'index.html'),
  ...Object.fromEntries(Object.entries(ROOTS).map(([name, path]) => [name, join(ui, path)])),
});

/** Two chunks for the whole first view: the half a hundred that it shares with other pages cost more each than what is in them. */
export const firstViewChunks = {
  includeDependenciesRecursively: false,
  groups: ['app-parts', 'screen-parts'].map((name) => ({
    name,
    // What the inputs import, unlike what is asked for later.
    tags: /** @type {'$initial'[]} */ (['$initial']),
    /** @param {string} id */
    test(id) {
      const path = id.replaceAll('\\', '/');
      return (
        !ENTRY.test(path) &&
        !Object.values(ROOTS).some((root) => path.endsWith(`/ui/${root}`)) &&
        DRAWING.test(path) === (name === 'screen-parts')
      );
    },
  })),
};

/** Names in the page's head what the first view needs besides the entry, so that all of it is fetched at once. */
export function preloadFirstView() {
  return {
    name: 'preload-first-view',
    apply: /** @type {const} */ ('build'),
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      /** @param {string} html @param {{bundle?: import('vite').Rolldown.OutputBundle}} context */
      handler(html, { bundle }) {
        if (bundle === undefined) throw new Error('only a built page has something to preload');
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('index.html'));
        const app = chunks.find(({ name }) => name === 'app-parts');
        if (entry === undefined || app === undefined) throw new Error('the page was built without its entry or its app');
        const needless = [...entry.imports, ...app.imports].filter((file) => /\/(app|screen)-parts-/.test(file));
        if (needless.length > 0) throw new Error(`the entry and the app must start without ${needless.join(', ')}`);
        const files = new Set();
        /** @param {string} file */
        const add = (file) => {
          if (files.has(file) || html.includes(file)) return;
          files.add(file);
          for (const inner of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) add(inner);
        };
        for (const { name, fileName } of chunks) if (Object.keys(ROOTS).includes(name)) add(fileName);
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: /** @type {const} */ ('head'),
        }));
      },
    },
  };
}

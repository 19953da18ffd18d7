/** Modules that the first view needs besides the entry: without a hint, each would be asked for only when the one before has run. */
const FIRST = ['/ui/start-app.ts', '/ui/shell/sway-app.ts', '/ui/view/compare/compare-page.ts'];

/** Names in the page's head what the first view needs, so that all of it is fetched at once. */
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
        const files = new Set();
        /** @param {string} file */
        const add = (file) => {
          if (files.has(file) || html.includes(file)) return;
          files.add(file);
          for (const inner of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) add(inner);
        };
        for (const path of FIRST) {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.replaceAll('\\', '/').endsWith(path));
          if (chunk === undefined) throw new Error(`${path} is no chunk of its own: is it still loaded on demand?`);
          add(chunk.fileName);
        }
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: /** @type {const} */ ('head'),
        }));
      },
    },
  };
}

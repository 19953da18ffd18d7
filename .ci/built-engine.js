import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const sim = resolve(import.meta.dirname, '../sim');
const dist = resolve(import.meta.dirname, '../dist');

/**
 * Lets tests run the engine as it is built, by Node itself: Vitest's own loader reaches every imported function through a getter, by which
 * markets take three times as long. What is built must be of the source at hand, as it is in the commands of package.json.
 *
 * @type {{ plugins: import('vite').Plugin[], deps: { external: RegExp[] } }}
 */
export const builtEngine = {
  plugins: [
    {
      name: 'built-engine',
      enforce: 'pre',
      resolveId(source, importer) {
        if (importer === undefined || !source.startsWith('.')) return null;
        const path = relative(sim, resolve(dirname(importer), source));
        if (path.startsWith('..') || !path.endsWith('.ts')) return null;
        const file = join(dist, `${path.slice(0, -'.ts'.length)}.js`);
        if (!existsSync(file)) throw new Error(`${relative(process.cwd(), file)} is missing: run \`npm run build\` first`);
        return file;
      },
    },
  ],
  deps: { external: [/\/dist\/.*\.js$/] },
};

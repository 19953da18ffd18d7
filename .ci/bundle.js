import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Loaded only where one asks for a queue or a picture: the first is the user's own package, the other comes with a file beside its code. */
const NOT_BUNDLED = ['bullmq', 'ioredis', '@resvg/resvg-wasm'];

/** Where Vite says, beside what it bundled, under which licence each package in it is. */
export const LICENSES = 'licenses.json';

/**
 * A few files for Node with everything in them, because 1,300 are slow to load (docs/decisions/0008).
 *
 * @param {Record<string, string>} input file by the name of what comes out
 * @param {string} outDir
 */
export async function bundle(input, outDir) {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: NOT_BUNDLED },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      license: { fileName: LICENSES },
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' } },
    },
  });
}

/**
 * Turns what Vite says of licences into a page, each text once.
 *
 * @param {string} folder of what was bundled
 */
export function writeLicenses(folder) {
  /** @type {{ name: string, version: string, identifier?: string, text?: string }[]} */
  const entries = JSON.parse(readFileSync(join(folder, LICENSES), 'utf8'));
  /** @type {Map<string, string[]>} */
  const packages = new Map();
  for (const { name, version, identifier = 'see its page', text = '' } of entries) {
    const licence = `${identifier}\n\n${text}`;
    packages.set(licence, [...(packages.get(licence) ?? []), `${name} ${version}`]);
  }
  const sections = [...packages].map(([licence, names]) => `## ${names.join(', ')}\n\n${licence}\n`);
  writeFileSync(join(folder, 'licenses.md'), ['# Licences of the packages that are part of these files\n', ...sections].join('\n'));
  rmSync(join(folder, LICENSES));
}

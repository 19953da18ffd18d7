import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { serveScreen } from '../../sim/cli/screen-server.ts';

/** Builds the page that computes digests and serves it as the screen is served. */
export async function serveDigestPage(): Promise<{ readonly url: string; close(): void }> {
  const out = mkdtempSync(join(tmpdir(), 'digest-page-'));
  await build({
    root: resolve(import.meta.dirname, 'digest-page'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: out, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  });
  const { url, server } = await serveScreen(out, 0);
  return {
    url,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

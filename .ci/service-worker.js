import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENSES } from './bundle.js';

const FILE = 'service-worker.js';

/** The screen works without a network after the first visit: all that was built is kept by the browser, under a name made from its content. */
export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: /** @type {const} */ ('build'),
    /** @param {{dir?: string}} options */
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the screen is built into a folder');
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== FILE && entry.name !== LICENSES)
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(dir.length + 1)
            .replaceAll('\\', '/'),
        )
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(dir, file)));
      writeFileSync(join(dir, FILE), source(`swaylab-${hash.digest('hex').slice(0, 16)}`, ['./', ...files]));
    },
  };
}

/**
 * @param {string} name of the cache; another content has another name
 * @param {string[]} files
 */
function source(name, files) {
  return `const NAME = ${JSON.stringify(name)};
const FILES = ${JSON.stringify(files)};

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('swaylab-') && name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const wanted = request.mode === 'navigate' ? './' : request;
  const kept = caches.open(NAME).then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }));
  event.respondWith(kept.then((found) => found ?? fetch(request)));
});
`;
}

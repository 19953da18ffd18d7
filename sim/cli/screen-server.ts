import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { InputError } from '../parameter/index.ts';

/** The page says the same in a meta element, for hosts that set no headers. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  // The page is isolated from others, so that its workers may share memory.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

const LOOPBACK = '127.0.0.1';

/** Names by which this machine calls itself. A page elsewhere whose name was made to point here is refused. */
const OWN_NAMES = new Set([LOOPBACK, 'localhost', '[::1]']);

/**
 * Serves a folder to this machine alone.
 *
 * @param port 0 for any that is free
 * @throws InputError when the port is taken or not allowed
 */
export async function serveScreen(folder: string, port: number): Promise<{ readonly url: string; readonly server: Server }> {
  const files = sirv(folder, { etag: true, setHeaders: (response) => response.setHeaders(new Map(Object.entries(HEADERS))) });
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!OWN_NAMES.has(name)) {
      response.writeHead(403, { 'Content-Type': 'text/plain' }).end('this server answers to localhost alone');
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/plain' }).end('there is no such file');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, LOOPBACK, resolve);
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  const why = { EADDRINUSE: 'is taken by another program', EACCES: 'is not open to this account' }[error.code ?? ''];
  if (why === undefined) return error;
  return new InputError(`port ${port} ${why}`, { path: '--port', found: String(port), allowed: 'a free port, or 0 for any that is free' });
}

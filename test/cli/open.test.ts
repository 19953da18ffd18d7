import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, serveScreen } from '../../sim/cli/screen-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let parent: string;
let served: Awaited<ReturnType<typeof serveScreen>>;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'swaylab-open-'));
  const folder = join(parent, 'screen');
  mkdirSync(folder);
  writeFileSync(join(parent, 'secret.txt'), 'not for others');
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  served = await serveScreen(folder, 0);
});

afterAll(() => {
  served.server.close();
  rmSync(parent, { recursive: true, force: true });
});

/** Asks as any program might: with a path that is not tidied up, and any name of the host. */
function ask(path: string, host = 'localhost'): Promise<Answer> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` } }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => {
        body += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', reject);
  });
}

test('the page comes with the policy that it states itself', async () => {
  const { status, headers, body } = await ask('/');
  expect(status).toBe(200);
  expect(body).toContain('page');
  expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  const page = readFileSync('ui/index.html', 'utf8');
  expect(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1]).toBe(CONTENT_SECURITY_POLICY);
});

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '//etc/passwd', '/nothing.js'])('%s leads nowhere', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).not.toContain('not for others');
});

test('it is open to this machine alone, under its own names', async () => {
  const address = served.server.address();
  expect(address).toMatchObject({ address: '127.0.0.1' });
  expect((await ask('/', 'rebound.example')).status).toBe(403);
  expect((await ask('/', '127.0.0.1')).status).toBe(200);
});

test('a port that is taken is named', async () => {
  const port = Number(new URL(served.url).port);
  await expect(serveScreen('.', port)).rejects.toMatchObject({ name: 'InputError', path: '--port', found: String(port) });
});

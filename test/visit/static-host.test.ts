import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { expect, test } from 'vitest';
import { chromiumFound, expectNoOffence, firstResult, House, houseForAll } from './visitor.ts';

/** Any host of files: it sets no headers, and the folder does not lie at its root. */
const PATH = '/somewhere/deep/';
const house = houseForAll(async () => {
  const files = sirv(resolve('dist/ui'), { dev: false });
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(PATH)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(PATH.length - 1);
    files(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return House.at(`http://localhost:${(server.address() as AddressInfo).port}${PATH}`, () => server.close());
});

test.skipIf(chromiumFound === null)('the built folder works on a host that only hands out files, at any path', async () => {
  const visitor = await house().visit();
  await firstResult(visitor.page);
  expect(await visitor.page.evaluate(() => crossOriginIsolated)).toBe(false);
  expectNoOffence(visitor);
  await visitor.page.context().close();
});

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import sirv from 'sirv';
import { expect, test } from 'vitest';
import { parseScenario, type Scenario } from '../../sim/scenario/index.ts';
import type { App } from '../../ui/app.ts';
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
  // What the build parsed is what the package makes of the same file.
  const run = await visitor.page.evaluate(
    () => (document.querySelector('sway-app') as unknown as { app: App }).app.results.state.result?.comparison.scenario as Scenario,
  );
  const whole = parseScenario(JSON.parse(readFileSync('scenarios/default.json', 'utf8')));
  const strategies = whole.strategies.filter(({ name }) => run.strategies.some((shown) => shown.name === name));
  expect(run.strategies.length).toBeGreaterThan(1);
  expect(run).toEqual({ ...whole, strategies, replicates: run.replicates });
  expectNoOffence(visitor);
  await visitor.page.context().close();
});

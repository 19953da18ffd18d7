import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDigestPage } from '../visit/digest-server.ts';
import { digestsHere, randomScenarios } from '../visit/random-scenarios.ts';

let browser: Browser;
let page: Awaited<ReturnType<typeof serveDigestPage>>;

beforeAll(async () => {
  const executablePath = firefox();
  page = await serveDigestPage();
  browser = await launch({ browser: 'firefox', executablePath, headless: true });
});

afterAll(async () => {
  await browser?.close();
  page?.close();
});

test('twenty scenarios over the whole box give the same digests in Firefox as in Node', async () => {
  const tab = await browser.newPage();
  await tab.goto(page.url);
  for (const scenario of randomScenarios(20)) {
    const there = await tab.evaluate(
      (given) => (globalThis as unknown as { digestsOf(scenario: unknown): Promise<string[]> }).digestsOf(given),
      JSON.parse(JSON.stringify(scenario)) as object,
    );
    expect(there, scenario.name).toEqual(await digestsHere(scenario));
  }
});

/** Who asks for this test by its own command wants it run: no Firefox is a failure. */
function firefox(): string {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  const found = [process.env.FIREFOX ?? '', ...onPath].find((path) => path !== '' && existsSync(path));
  if (found === undefined) throw new Error('no Firefox found: install firefox-esr, or name one in $FIREFOX');
  return found;
}

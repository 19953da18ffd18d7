import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../.ci/chromium.js';
import { serveDigestPage } from './digest-server.ts';
import { digestsHere, randomScenarios } from './random-scenarios.ts';

const found = findChromium();
let browser: Browser;
let page: Awaited<ReturnType<typeof serveDigestPage>>;

beforeAll(async () => {
  if (found === null) return;
  page = await serveDigestPage();
  browser = await chromium.launch(found);
});

afterAll(async () => {
  await browser?.close();
  page?.close();
});

test.skipIf(found === null)('twenty scenarios over the whole box give the same digests in Chromium as in Node', async () => {
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

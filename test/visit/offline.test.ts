import { expect, test } from 'vitest';
import { appStarted, chromiumFound, expectNoOffence, firstResult, houseForAll, showPage } from './visitor.ts';

const house = houseForAll();

test.skipIf(chromiumFound === null)('after one visit the laboratory opens, computes and shows every page without a network', async () => {
  const visitor = await house().visitSmall();
  const { page } = visitor;
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
  await page.context().setOffline(true);
  await page.reload();
  await appStarted(page);
  await firstResult(page);
  for (const name of ['network', 'scenario', 'journey'] as const) await showPage(page, name);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expectNoOffence(visitor);
  await page.context().close();
});

import { describe, expect, test } from 'vitest';
import { PAGES } from '../../ui/state/app-state.ts';
import { axeFindings, chromiumFound, expectNoOffence, firstResult, houseForAll, PHONE, showPage, WIDE } from './visitor.ts';

const house = houseForAll();

const LOOKS = [
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light' },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

describe.skipIf(chromiumFound === null).each(LOOKS)('$name', ({ viewport, colorScheme }) => {
  test('every page is free of barriers that axe can find, keeps the policy, and calls nobody', async () => {
    const visitor = await house().visitSmall({ viewport, colorScheme, reducedMotion: 'reduce' });
    const { page } = visitor;
    await firstResult(page);
    const found: string[] = [];
    for (const name of PAGES) {
      await showPage(page, name);
      await page.waitForTimeout(500);
      found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
      const { scroll, shown } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, shown: innerWidth }));
      if (scroll > shown) found.push(`${name}: ${scroll} px wide on a screen of ${shown} px`);
    }
    expect(found).toEqual([]);
    expectNoOffence(visitor);
    await page.context().close();
  });
});

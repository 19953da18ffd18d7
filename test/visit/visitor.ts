import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeSource from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium } from '../../.ci/chromium.js';
import { serveScreen } from '../../sim/cli/screen-server.ts';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import type { App } from '../../ui/app.ts';
import { linkOf } from '../../ui/share/link.ts';
import { type Draft, FIRST_VIEW, type PageName } from '../../ui/state/app-state.ts';

/** A world in which everything is soon done, so that the time goes into what is looked at. */
const SMALL: Draft = { name: 'small', horizon: 60, network: { kind: 'tribal', people: 300 }, replicates: 8 };

/** Without a browser these tests cannot run; with CI=true that is a failure. */
export const chromiumFound = findChromium();
if (chromiumFound === null) {
  if (process.env.CI === 'true') throw new Error('no Chromium found: install chromium, or name one in $CHROMIUM');
  console.warn('NO CHROMIUM FOUND: the tests of the screen are skipped. Install chromium, or name one in $CHROMIUM.');
}

export const WIDE = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** What a page did that it must not do. */
interface Offences {
  /** Breaches of the content security policy. */
  readonly policy: string[];
  /** Requests to another host. */
  readonly abroad: string[];
  /** Errors that nobody caught, and those on the console. */
  readonly errors: string[];
}

export interface Visitor {
  readonly page: Page;
  readonly url: string;
  readonly offences: Offences;
}

/** The built screen, served as `swaylab open` does, and a browser to visit it with. */
export class House {
  readonly url: string;
  readonly #browser: Browser;
  readonly #close: () => void;

  private constructor(url: string, browser: Browser, close: () => void) {
    this.url = url;
    this.#browser = browser;
    this.#close = close;
  }

  static async open(): Promise<House> {
    const { url, server } = await serveScreen(resolve('dist/ui'), 0);
    return House.at(url, () => {
      server.closeAllConnections();
      server.close();
    });
  }

  /** A screen that is served already. */
  static async at(url: string, close: () => void): Promise<House> {
    return new House(url, await chromium.launch(chromiumFound ?? {}), close);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }

  /** A fresh browser profile that has opened the page. */
  async visit(options: BrowserContextOptions = {}, path = ''): Promise<Visitor> {
    const context = await this.#browser.newContext({ viewport: WIDE, ...options });
    const page = await context.newPage();
    const offences: Offences = { policy: [], abroad: [], errors: [] };
    page.on('console', (message) => {
      const text = message.text();
      if (/content security policy/i.test(text)) offences.policy.push(text);
      else if (message.type() === 'error') offences.errors.push(text);
    });
    page.on('pageerror', (error) => offences.errors.push(error.stack ?? error.message));
    page.on('request', (request) => {
      const target = new URL(request.url());
      if (!['blob:', 'data:'].includes(target.protocol) && target.origin !== new URL(this.url).origin) offences.abroad.push(request.url());
    });
    await page.goto(this.url + path);
    await appStarted(page);
    return { page, url: this.url, offences };
  }

  /** A fresh browser profile in a small world of a few runs. */
  async visitSmall(options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await this.visit(options, await linkOf({ draft: SMALL, network: null, view: FIRST_VIEW }, ENGINE_ID));
    await visitor.page.waitForFunction(() => {
      const { app } = document.querySelector('sway-app') as unknown as { app: App };
      return app.state.state.draft.name === 'small';
    });
    return visitor;
  }
}

/** One house for all tests of a file, opened before the first and closed after the last, where there is a browser. */
export function houseForAll(open: () => Promise<House> = House.open): () => House {
  let house: House | null = null;
  beforeAll(async () => {
    if (chromiumFound !== null) house = await open();
  });
  afterAll(() => house?.close());
  return () => {
    if (house === null) throw new Error('the house is open while tests run');
    return house;
  };
}

/** A folder of its own for the tests of a file, gone after the last. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swaylab-visit-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Waits until the screen has set itself up. */
export async function appStarted(page: Page): Promise<void> {
  await page.waitForFunction(() => ((document.querySelector('sway-app') as { app?: unknown } | null)?.app ?? null) !== null);
}

/** Shows a page of the screen. */
export async function showPage(page: Page, name: PageName): Promise<void> {
  await page.evaluate((wanted) => (document.querySelector('sway-app') as unknown as { app: App }).app.show({ page: wanted }), name);
  await page.locator(`sway-${name}-page`).waitFor();
}

/** Runs a command of the screen by its id. */
export function runCommand(page: Page, id: string): Promise<void> {
  return page.evaluate((wanted) => {
    const { app } = document.querySelector('sway-app') as unknown as { app: App };
    void app.commands.state.find((command) => command.id === wanted)?.run();
  }, id);
}

/** Opens files as if they were chosen. */
export async function openFiles(page: Page, files: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await runCommand(page, 'data.open');
  await (await chooser).setFiles([...files]);
}

/** Waits until the first results of the scenario at hand are drawn. */
export async function firstResult(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { app } = document.querySelector('sway-app') as unknown as { app: App };
      const { result, stale } = app.results.state;
      return result !== null && !stale;
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** What axe finds wrong, in words. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AxeSource.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof AxeSource }).axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.flat().join(' ')}\n  ${failureSummary}`),
    );
  });
}

export function expectNoOffence({ offences }: Visitor): void {
  expect(offences).toEqual({ policy: [], abroad: [], errors: [] });
}

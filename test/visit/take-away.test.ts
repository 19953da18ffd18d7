import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import type { App } from '../../ui/app.ts';
import type {} from '../../ui/data/sway-result-dialog.ts';
import {
  appStarted,
  axeFindings,
  chromiumFound,
  expectNoOffence,
  firstResult,
  houseForAll,
  openFiles,
  ownFolder,
  runCommand,
  showPage,
} from './visitor.ts';

const MINE = {
  name: 'Mine <&> yours',
  seed: 'ü',
  horizon: 30,
  network: { kind: 'tribal', people: 120 },
  strategies: ['push', 'hybrid'],
  replicates: 4,
};

const house = houseForAll();
const folder = ownFolder();

type Screen = { readonly app: App };

/** Does something that saves a file. @returns the file on the disk, under the name that it was given */
async function saved(page: Page, act: () => Promise<unknown>): Promise<string> {
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

const draftOf = (page: Page) => page.evaluate(() => (document.querySelector('sway-app') as unknown as Screen).app.state.state.draft);

async function visitWithMine() {
  const visitor = await house().visitSmall({ reducedMotion: 'reduce' });
  const mine = join(folder, 'mine.json');
  writeFileSync(mine, JSON.stringify(MINE));
  await openFiles(visitor.page, [mine]);
  await visitor.page.waitForFunction(() => {
    const { state } = (document.querySelector('sway-app') as unknown as Screen).app.results;
    return state.status === 'done' && state.result?.comparison.replicates === 4 && !state.stale;
  });
  return visitor;
}

/** What it takes to forget the scenario at hand. */
async function openOther(page: Page): Promise<void> {
  const other = join(folder, 'other.json');
  writeFileSync(other, '{"name":"other","horizon":3,"network":{"kind":"karate-club"}}');
  await openFiles(page, [other]);
  await expect.poll(async () => (await draftOf(page)).name).toBe('other');
}

describe.skipIf(chromiumFound === null)('what is taken away', () => {
  test('pictures carry the scenario, and open it again', async () => {
    const visitor = await visitWithMine();
    const { page } = visitor;
    const draft = await draftOf(page);
    const chart = page.locator('sway-time-chart').first();
    const dialogue = page.locator('sway-picture-dialog');
    const ways: [name: string, save: () => Promise<unknown>][] = [
      ...(['PNG', 'SVG'] as const).flatMap((kind): typeof ways => [
        [
          `a chart's ${kind}`,
          async () => {
            await chart.getByRole('button', { name: 'Save' }).click();
            await chart.getByRole('menuitem', { name: `Save as ${kind}` }).click();
          },
        ],
        [
          `the dialogue's ${kind}`,
          async () => {
            await runCommand(page, 'export.picture');
            await dialogue.getByRole('button', { name: `Save as ${kind}` }).click();
          },
        ],
      ]),
    ];
    for (const [name, save] of ways) {
      const file = await saved(page, save);
      if (file.endsWith('.svg')) expect(readFileSync(file, 'utf8'), name).toMatch(/<svg[\s\S]*push[\s\S]*hybrid/);
      await openOther(page);
      await openFiles(page, [file]);
      await expect.poll(() => draftOf(page), { message: name }).toEqual(draft);
      await firstResult(page);
    }
    expectNoOffence(visitor);
    await page.context().close();
  });

  test('tables hold the figures of the screen, with their dictionary and scenario', async () => {
    const visitor = await visitWithMine();
    const { page } = visitor;
    const result = JSON.parse(readFileSync(await saved(page, () => runCommand(page, 'export.json')), 'utf8')) as CompareResult;
    const adoption = result.strategies[1].weekly.adoption[29];
    expect(result.replicates).toBe(4);

    const parquet = readFileSync(await saved(page, () => runCommand(page, 'export.parquet')));
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer });
    const row = rows.find(({ strategy, metric, week }) => strategy === 'hybrid' && metric === 'adoption' && week === 30);
    expect(row).toMatchObject({ mean: adoption.mean, q05: adoption.q05, q95: adoption.q95 });

    const archive = unzipSync(new Uint8Array(readFileSync(await saved(page, () => runCommand(page, 'export.csv')))));
    const text = (name: string) => strFromU8(archive[name]);
    expect(text('weekly.csv')).toContain(`hybrid,adoption,share,30,${adoption.mean},`);
    expect(text('dictionary.csv')).toContain('weekly,q05,');
    expect(text('differences.csv').split('\r\n')).toHaveLength(result.comparisons.length + 2);
    expect(JSON.parse(text('scenario.json'))).toMatchObject({ name: MINE.name, seed: MINE.seed });

    const chart = page.locator('sway-time-chart').first();
    const numbers = readFileSync(
      await saved(page, async () => {
        await chart.getByRole('button', { name: 'Save' }).click();
        await chart.getByRole('menuitem', { name: 'CSV' }).click();
      }),
      'utf8',
    );
    expect(numbers).toContain(`hybrid,Adoption,share,30,${adoption.q05},`);
    const reasons = page.locator('sway-reasons');
    const shares = readFileSync(
      await saved(page, async () => {
        await reasons.getByRole('button', { name: 'Save' }).click();
        await reasons.getByRole('menuitem', { name: 'CSV' }).click();
      }),
      'utf8',
    );
    const total = shares
      .split('\r\n')
      .filter((line) => line.startsWith('push,'))
      .reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0);
    expect(total).toBeCloseTo(1, 9);

    // A result that was saved is opened beside the work at hand, with the same digest.
    await openFiles(page, [join(folder, 'mine-yours-result.json')]);
    const dialogue = page.locator('sway-result-dialog');
    await dialogue.getByText(result.digest).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expectNoOffence(visitor);
    await page.context().close();
  });

  test('the link and the command line give what is on the screen', async () => {
    const visitor = await visitWithMine();
    const { page } = visitor;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const draft = await draftOf(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await runCommand(page, 'export.link');
    await expect.poll(copied).toContain('#s=1.');
    const link = await copied();
    const other = await page.context().newPage();
    await other.goto(link);
    await appStarted(other);
    await firstResult(other);
    expect(await draftOf(other)).toEqual(draft);
    await other.close();

    await runCommand(page, 'export.command');
    await expect.poll(copied).toMatch(/^swaylab compare/);
    const words =
      (await copied()).match(/'(?:[^']|'\\'')*'|\S+/g)?.map((word) => word.replaceAll(/^'|'$/g, '').replaceAll("'\\''", "'")) ?? [];
    const digest = await page.evaluate(
      () => (document.querySelector('sway-app') as unknown as Screen).app.results.state.result?.comparison.digest,
    );
    const output = execFileSync(process.execPath, ['dist/node/main.js', ...words.slice(1), '--json', '--quiet'], { encoding: 'utf8' });
    expect((JSON.parse(output) as CompareResult).digest).toBe(digest);
    expectNoOffence(visitor);
    await page.context().close();
  });
});

describe.skipIf(chromiumFound === null)('a results folder of the command line', () => {
  const filesIn = (name: string) => readdirSync(join(folder, name)).map((file) => join(folder, name, file));
  const cli = (...words: string[]) => execFileSync(process.execPath, ['dist/node/main.js', ...words, '--quiet'], { encoding: 'utf8' });

  test('is opened with its curves and figures', async () => {
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(MINE));
    const printed = JSON.parse(cli('compare', join(folder, 'mine.json'), '--out', join(folder, 'compared'), '--json')) as CompareResult;
    const visitor = await house().visitSmall({ reducedMotion: 'reduce' });
    const { page } = visitor;
    await openFiles(page, filesIn('compared'));
    const dialogue = page.locator('sway-result-dialog');
    await dialogue.getByText('figures are as the table of runs has them').waitFor();
    await dialogue.getByText(printed.digest).waitFor();
    const shown = await page.evaluate(() =>
      document.querySelector('sway-result-dialog')?.result?.strategies.map(({ name, weekly }) => [name, weekly.adoption]),
    );
    expect(shown).toEqual(printed.strategies.map(({ name, weekly }) => [name, weekly.adoption]));
    expect(await axeFindings(page)).toEqual([]);

    // A table that was changed is refused by name; the rest of the folder is still shown.
    writeFileSync(join(folder, 'compared/runs.csv'), readFileSync(join(folder, 'compared/runs.csv')).fill(0, 40, 44));
    await page.keyboard.press('Escape');
    await openFiles(page, filesIn('compared'));
    await dialogue.getByText('runs.csv is not as it was written').waitFor();
    expectNoOffence(visitor);
    await page.context().close();
  });

  test('of a sweep becomes an experiment whose runs are there', async () => {
    const file = join(folder, 'experiment.json');
    writeFileSync(
      file,
      JSON.stringify({
        name: 'from elsewhere',
        strategies: ['push', 'learn-and-relate'],
        factors: { 'market.budget': [0.01, 0.04], 'network.people': 80, horizon: 12 },
        design: { kind: 'factorial' },
        replicates: 4,
        outputs: { metrics: ['adoption', 'margin'], weeks: [12] },
      }),
    );
    cli('sweep', file, '--out', join(folder, 'swept'), '--format', 'csv');
    const visitor = await house().visitSmall();
    const { page } = visitor;
    await showPage(page, 'classic');
    await openFiles(page, filesIn('swept'));
    await page.getByRole('heading', { name: 'from elsewhere' }).waitFor();
    await page.getByRole('button', { name: 'Complete' }).waitFor();
    const table = await saved(page, () => page.getByRole('button', { name: 'CSV' }).click());
    expect(readFileSync(table, 'utf8')).toBe(readFileSync(join(folder, 'swept/runs.csv'), 'utf8'));
    expectNoOffence(visitor);
    await page.context().close();
  });
});

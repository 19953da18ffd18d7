import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appStarted, chromiumFound, expectNoOffence, houseForAll, ownFolder, showPage } from './visitor.ts';

const EXPERIMENT = JSON.stringify(
  {
    name: 'same everywhere',
    strategies: ['push', 'learn-and-relate'],
    factors: { 'market.budget': [0.01, 0.04], 'network.people': 300, horizon: 26 },
    design: { kind: 'factorial' },
    replicates: 40,
    outputs: { metrics: ['adoption', 'margin'], weeks: [26] },
  },
  null,
  2,
);

const house = houseForAll();
const folder = ownFolder();

test.skipIf(chromiumFound === null)(
  'an experiment that was paused, closed and continued in the page has the table of the command line, byte by byte',
  async () => {
    const visitor = await house().visitSmall();
    const { page } = visitor;
    await showPage(page, 'experiment');
    const text = page.getByRole('textbox', { name: 'Experiment as JSON' });
    await text.fill(EXPERIMENT);
    await page.getByRole('heading', { name: 'same everywhere' }).waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForFunction(() => {
      const bar = document
        .querySelector('sway-app')
        ?.shadowRoot?.querySelector('sway-page')
        ?.shadowRoot?.querySelector('sway-experiment-page')
        ?.shadowRoot?.querySelector('progress');
      return (bar?.value ?? 0) > 0;
    });
    await page.getByRole('button', { name: 'Pause', exact: true }).last().click();
    await page.getByRole('button', { name: 'Continue' }).waitFor();

    // The tab is closed; another one finds the experiment where it was left.
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(visitor.url);
    await appStarted(again);
    await showPage(again, 'experiment');
    const proceed = again.getByRole('button', { name: 'Continue' });
    await proceed.click();
    await again.getByRole('button', { name: 'Complete' }).waitFor({ timeout: 100_000 });
    const download = again.waitForEvent('download');
    await again.getByRole('button', { name: 'CSV' }).click();
    const table = readFileSync(await (await download).path(), 'utf8');

    const file = join(folder, 'experiment.json');
    writeFileSync(file, EXPERIMENT);
    execFileSync(process.execPath, ['dist/node/main.js', 'sweep', file, '--out', join(folder, 'out'), '--format', 'csv', '--quiet']);
    expect(table).toBe(readFileSync(join(folder, 'out/runs.csv'), 'utf8'));
    expectNoOffence(visitor);
    await context.close();
  },
);

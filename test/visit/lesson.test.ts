import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { axeFindings, chromiumFound, expectNoOffence, houseForAll, openFiles, ownFolder, showPage } from './visitor.ts';

const house = houseForAll();
const folder = ownFolder();

interface LessonFile {
  readonly steps: readonly { readonly start?: { readonly changes?: object } }[];
}

/** A shipped lesson among few people, as a file of one's own. */
function lessonAmongFew(): string {
  const shipped = JSON.parse(readFileSync('scenarios/lessons/reach-or-relationships.json', 'utf8')) as LessonFile;
  const steps = shipped.steps.map((step) => ({
    ...step,
    ...(step.start !== undefined && { start: { ...step.start, changes: { ...step.start.changes, 'network.people': 100 } } }),
  }));
  const file = join(folder, 'lesson.json');
  writeFileSync(file, JSON.stringify({ ...shipped, title: 'Among few', steps }));
  return file;
}

const PATIENCE = { timeout: 90_000 };

test.skipIf(chromiumFound === null)('a lesson asks, runs, answers, and notices when its goal is reached', async () => {
  const visitor = await house().visitSmall();
  const { page } = visitor;
  await showPage(page, 'lesson');
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await openFiles(page, [lessonAmongFew()]);
  await lesson.getByText('Among few · step 1 of 4').waitFor();
  const run = lesson.getByRole('button', { name: 'Run it' });
  expect(await run.isDisabled()).toBe(true);
  await lesson.getByLabel('It cannot be told').check();
  await run.click();
  await lesson.getByText('The model says, after').waitFor(PATIENCE);
  expect(await lesson.textContent()).toMatch(/You said: It cannot be told. The model says, after \d+ runs: Push\./);
  expect(await axeFindings(page)).toEqual([]);

  // The work before the lesson is one step of undo away.
  await page.keyboard.press('Control+z');
  await lesson.getByText('The model is asked').waitFor(PATIENCE);

  // A link opens another lesson; the place in it survives a reload.
  await page.evaluate(() => {
    location.hash = '#lesson=tribes';
  });
  await lesson.getByText('Tribes · step 1 of 3').waitFor();
  await lesson.getByRole('button', { name: 'Next' }).click();
  await lesson.getByText('Not yet').waitFor();
  await page.reload();
  await lesson.getByText('Tribes · step 2 of 3').waitFor();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: 'Tribes', exact: true })
    .or(page.getByRole('button', { name: 'Tribes', exact: true }))
    .first()
    .click();
  await lesson.getByText('Reached: the page “tribes” is shown.').waitFor();
  await lesson.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect.poll(() => lesson.count()).toBe(0);

  // One that ships begins from its card.
  await showPage(page, 'lesson');
  await page.getByRole('button', { name: 'Begin', exact: true }).first().click();
  await lesson.getByText('step 1 of').waitFor();

  await page.evaluate(() => {
    location.hash = '#lesson=no-such-lesson';
  });
  await page.getByRole('alert').getByText('no-such-lesson').waitFor();
  expectNoOffence(visitor);
  await page.context().close();
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

test('docs/scenarios.md tells the story of every scenario that ships, and of no other', () => {
  const page = readFileSync(join(root, 'docs/scenarios.md'), 'utf8');
  const told = [...page.matchAll(/^## ([\w-]+)/gm)].map(([, name]) => name);
  const files = readdirSync(join(root, 'scenarios')).filter((file) => file.endsWith('.json'));
  expect(told.toSorted()).toEqual(files.map((file) => file.slice(0, -'.json'.length)).toSorted());
  const untold = files.filter((file) => {
    const { story } = JSON.parse(readFileSync(join(root, 'scenarios', file), 'utf8')) as { story: string };
    return story.length < 40 || !page.includes(story);
  });
  expect(untold).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CLASSIC_MODELS, SEEDING_RULES } from '../../sim/classic/index.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/classic.md'), 'utf8');
const sections = new Map(page.split(/^## /m).map((section) => [section.slice(0, section.indexOf('\n')), section]));

test('docs/classic.md has every model with its source, columns, and parameters as the code has them', () => {
  for (const { name, source, meaning, columns, parameters } of CLASSIC_MODELS) {
    const section = sections.get(name) ?? '';
    const missing = [
      source,
      meaning,
      ...columns.map((column) => `| \`${column.name}\` | ${column.unit} | ${column.meaning.replaceAll('|', '\\|')} |`),
      ...Object.entries(parameters).map(([key, parameter]) => `| \`${key}\` | \`${JSON.stringify(parameter.default)}\` |`),
    ].filter((text) => !section.includes(text));
    expect({ name, missing }).toEqual({ name, missing: [] });
  }
});

test('every seeding rule is explained', () => {
  expect(SEEDING_RULES.filter((rule) => !new RegExp(`^\\| \`${rule}\` \\| [a-z].{8,}\\|$`, 'm').test(page))).toEqual([]);
});

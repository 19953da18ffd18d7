import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REASON_NAMES } from '../../sim/experiment/reasons.ts';
import { newFolder, SMALL, swaylab } from './fixture/swaylab.ts';

test('why people bought: a table, a section of the report, and a table of the folder', async () => {
  const folder = newFolder();
  const [report, out] = [join(folder, 'report.html'), join(folder, 'out')];
  const { code, stdout } = await swaylab('run', ...SMALL, '--weeks', '26', '--reasons', '--quiet', '--html', report, '--out', out);
  expect(code).toBe(0);
  expect(stdout).toContain('push: why people bought');
  for (const name of REASON_NAMES) expect(stdout).toMatch(new RegExp(`\\n${name} +[\\d.–-]+`));
  expect(readFileSync(report, 'utf8')).toContain('Why people bought');
  const [head, ...rows] = readFileSync(join(out, 'reasons.csv'), 'utf8').trim().split(/\r?\n/);
  expect(head.split(',')).toContain('sourceWordOfMouth');
  // Two strategies, two replicates, a row a week.
  expect(rows).toHaveLength(2 * 2 * 26);
});

test('a folder begun without reasons is not continued with them, and one begun with them gives the same bytes again', async () => {
  const folder = newFolder();
  const [without, kept] = [join(folder, 'without'), join(folder, 'with')];
  expect((await swaylab('compare', ...SMALL, '--quiet', '--out', without)).code).toBe(0);
  const refused = await swaylab('compare', ...SMALL, '--quiet', '--reasons', '--out', without, '--resume');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('kept without their reasons');
  const first = await swaylab('compare', ...SMALL, '--quiet', '--reasons', '--out', kept);
  expect(first.stdout).toContain('Why people bought, weeks 1 to 10');
  const again = await swaylab('compare', ...SMALL, '--quiet', '--reasons', '--out', kept, '--resume');
  expect(again.stdout).toBe(first.stdout);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { newFolder, swaylab } from './fixture/swaylab.ts';
import { experimentIn } from './fixture/sweep.ts';

// Each of these tests starts the command line several times, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

test('the report of a comparison is drawn from its folder alone, with the numbers of the comparison', async () => {
  const folder = newFolder();
  const out = join(folder, 'out');
  const direct = join(folder, 'direct.html');
  const options = ['karate-club', '--weeks', '6', '--replicates', '3', '--out', out, '--html', direct, '--quiet'];
  expect((await swaylab('compare', ...options)).code).toBe(0);
  expect(await swaylab('report', out)).toMatchObject({ code: 0, stdout: `${join(out, 'report.html')}\n` });
  const [drawn, given] = [join(out, 'report.html'), direct].map((file) => readFileSync(file, 'utf8'));
  const pictures = (html: string): string[] => html.match(/<svg.*?<\/svg>/gs) ?? [];
  expect(pictures(drawn).length).toBeGreaterThan(3);
  expect(pictures(drawn)).toEqual(pictures(given));
  expect(drawn).toContain('swaylab compare karate-club --replicates 3 --weeks 6');
});

test('the report of a sweep tells design, spread and failures, names no winner, and asks nothing of any network', async () => {
  const folder = newFolder();
  const out = join(folder, 'out');
  expect((await swaylab('sweep', experimentIn(folder, { replicates: 1 }), '--out', out, '--quiet')).code).toBe(0);
  const file = join(folder, 'sweep.html');
  expect((await swaylab('report', out, '--html', file)).code).toBe(0);
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('A latin-hypercube design of 6 points in 2 factors, 3 strategies, 1 replicate each.');
  expect(html).toContain('Margin against market.need');
  expect(html.match(/<circle/g)).toHaveLength(2 * (3 + 3 * 6));
  expect(html).not.toMatch(/(src|href)="?(https?:)?\/\//);
  expect(html).not.toMatch(/\bwins?\b|\bwinner\b/);
});

test('a folder without results is told as such, not its report that was never asked for', async () => {
  for (const folder of [newFolder(), join(newFolder(), 'nowhere')]) {
    const { code, stderr } = await swaylab('report', folder);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('holds no results') as string });
  }
});

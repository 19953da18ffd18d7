import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { FitResult } from '../../sim/experiment/fit/fit-adoption.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

/** Two villages in which everyone but the first adopts a period after the one they name, but for a few. */
function villages(): string[] {
  const folder = newFolder();
  const nodes = ['id,village,toa'];
  const edges = ['ego,alter'];
  for (const village of ['a', 'b']) {
    for (let person = 0; person < 24; person++) {
      nodes.push(`${village}${person},${village},${person % 6 === 5 ? '' : person % 7 === 3 ? 2 : 1 + (person % 6)}`);
      if (person % 6 > 0) edges.push(`${village}${person},${village}${person - 1}`);
    }
  }
  writeFileSync(join(folder, 'nodes.csv'), `${nodes.join('\n')}\n`);
  writeFileSync(join(folder, 'edges.csv'), `${edges.join('\n')}\n`);
  const files = ['--network', join(folder, 'edges.csv'), '--nodes', join(folder, 'nodes.csv'), '--directed'];
  return [...files, '--influence', 'named-to-namer', '--tribes', 'village', '--repeats', '40', '--quiet'];
}

test('people who follow those they name: contagion is found, and models are scored on what was left out', async () => {
  const given = villages();
  const { code, stdout, stderr } = await swaylab('fit', ...given, '--cut', '3');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('48 people in 2 communities, 5 periods, 83 % adopted.');
  expect(stdout).toContain('Fitted to the first 3 periods, scored on the other 2.');
  expect(stdout).toMatch(/^Contagion: people adopt sooner/m);
  expect(stdout).toMatch(/^ {2}contagion, both +0\.\d{3} +\d+ % +0\.\d\d$/m);
  const [first, again] = await Promise.all([0, 1].map(async () => (await swaylab('fit', ...given, '--json')).stdout));
  expect(again).toBe(first);
  const result = JSON.parse(first) as FitResult;
  expect(result.models.map(({ model }) => model)).toEqual(['contagion, well-mixed', 'contagion, network', 'contagion, both']);
  expect(result.scores).toEqual([]);
  expect(result.contagion?.low).toBeGreaterThan(1);
  expect(result.communities[1]).toMatchObject({ name: 'b', people: 24 });
});

test('the market is calibrated too, and forecasts', async () => {
  const free = ['--free', 'market.need=0.05..0.5', '--free', 'market.budget'];
  const abc = ['--particles', '10', '--simulations', '30', '--market', '--until', '6'];
  const { stdout } = await swaylab('fit', ...villages(), ...free, ...abc, '--json');
  const result = JSON.parse(stdout) as FitResult;
  const market = result.models.at(-1);
  expect(market?.parameters.map(({ name }) => name)).toEqual(['weeks', 'market.need', 'market.budget']);
  for (const { best, q05, q95 } of market?.parameters.slice(1, 2) ?? []) {
    for (const value of [best, q05, q95]) expect(Math.abs(value - 0.275)).toBeLessThanOrEqual(0.225);
  }
  const forecast = result.forecasts.find(({ model }) => model === 'market');
  expect(forecast?.mean[0]).toHaveLength(7);
  for (let t = 1; t <= 6; t++) expect(forecast?.mean[0][t]).toBeGreaterThanOrEqual(forecast?.mean[0][t - 1] ?? 1);
});

test('a curve alone is fitted without a network', async () => {
  const file = join(newFolder(), 'sales.csv');
  writeFileSync(file, 'month,new\n1,5\n2,8\n3,12\n4,17\n5,22\n6,24\n7,21\n8,15\n9,9\n10,5\n');
  const { code, stdout } = await swaylab('fit', file, '--people', '150', '--cut', '7');
  expect(code).toBe(0);
  expect(stdout).toContain('150 people, 10 periods, 92 % adopted.');
  expect(stdout).not.toContain('Contagion:');
  expect(stdout).toMatch(/^ {2}bass +0\.0\d\d$/m);
});

test('forecasts go into a table and a report, and a plot onto the terminal', async () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  const given = [...villages(), '--cut', '3', '--until', '6'];
  const { code, stdout } = await swaylab('fit', ...given, '--out', at('forecasts.csv'), '--html', at('fit.html'));
  expect(code).toBe(0);
  expect(stdout).toContain('Adopted, by period; fitted up to 3');
  expect(stdout).toMatch(/observed/);
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(at('forecasts.csv'), 'utf8').trim(), { header: true });
  expect(meta.fields).toEqual(['community', 'model', 'period', 'fitted', 'observed', 'mean', 'q05', 'q95']);
  const { communities, forecasts } = JSON.parse((await swaylab('fit', ...given, '--json')).stdout) as FitResult;
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  expect(data.map((row) => [row.community, row.model, row.observed, row.mean, row.q05, row.q95])).toEqual(
    communities.flatMap(({ name, observed }, at) =>
      forecasts.flatMap(({ model, mean, low, high }) =>
        mean[at].map((value, t) => [name, model, text(observed[t]), text(value), text(low?.[at][t]), text(high?.[at][t])]),
      ),
    ),
  );
  expect(data.filter(({ fitted }) => fitted === 'true').every(({ period }) => Number(period) <= 3)).toBe(true);
  const html = readFileSync(at('fit.html'), 'utf8');
  expect(html.match(/<svg /g)).toHaveLength(2);
  expect(html).toContain('Errors in the 2 periods left out');
  expect(html).toContain('--cut 3 --until 6');
  expect(html).not.toMatch(/(?:src|href)="?https?:/);
});

test.each([
  [['--adoption', 'year'], 'has no column "year"', 'village, toa'],
  [['--cut', '9'], '--cut is 9 of 5 periods', '2 to 5'],
  [['--leave-out'], '--leave-out with 2 communities', 'three or more'],
  [['--until', '4'], '--until is 4 of 5 periods', 'at least 5'],
  [['--adoption', 'village'], 'adopted in period "a"', 'a whole number from 1, or nothing for never'],
  [['--market', '--free', 'market.nonsense'], '--free: market.nonsense is no parameter', 'the path of one number'],
  [['--market', '--strategy', 'prayer'], 'prayer', 'push'],
])('%j is refused', async (wrong, message, allowed) => {
  const { code, stdout } = await swaylab('fit', ...villages(), ...wrong, '--json');
  expect(code).toBe(2);
  const { error } = JSON.parse(stdout) as { error: { message: string; allowed: string } };
  expect(error.message).toContain(message);
  expect(error.allowed).toContain(allowed);
});

test('a curve must be one', async () => {
  const file = join(newFolder(), 'sales.csv');
  writeFileSync(file, '5\n8\n-1\n');
  expect(await swaylab('fit', file, '--people', '100')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('period 3 has "-1" new adopters') as string,
  });
  writeFileSync(file, '5\n8\n9\n');
  expect(await swaylab('fit', file, '--people', '10')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--people is 10, but 22 adopted') as string,
  });
  expect(await swaylab('fit', file, '--people', '100', '--out', 'curves.xlsx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('.csv, .parquet, .json') as string,
  });
  expect(await swaylab('fit')).toMatchObject({ code: 2, stderr: expect.stringContaining('--network or a curve is needed') as string });
});

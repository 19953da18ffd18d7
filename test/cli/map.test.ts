import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MapResult } from '../../sim/experiment/map/result.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

const MARKET = ['--population', '100', '--weeks', '6', '--replicates', '3', '--strategy', 'push', '--against', 'nothing', '--points', '20'];
const FACTORS = ['--factor', 'brands.0.margin=2..59', '--factor', 'market.need'];

test('a map is the same for any number of workers, and goes into a table, a picture and a report', async () => {
  const folder = newFolder();
  const [svg, html] = [join(folder, 'map.svg'), join(folder, 'map.html')];
  const [one, two, table] = await Promise.all([
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--json', '--workers', '1'),
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--json', '--workers', '2'),
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--svg', svg, '--html', html),
  ]);
  expect([one.code, two.stdout]).toEqual([0, one.stdout]);
  const map = JSON.parse(one.stdout) as MapResult;
  expect(map.points).toHaveLength(20);
  expect(map.points.every(({ replicates }) => replicates === 3)).toBe(true);
  const { first, second, open } = map.shares;
  expect(first + second + open).toBeCloseTo(1, 12);
  for (const panel of map.panels) {
    expect(panel.probability.map((row) => row.length)).toEqual(panel.y.map(() => panel.x.length));
    for (const [row, list] of panel.probability.entries()) {
      for (const [column, p] of list.entries()) {
        expect(p).toBeGreaterThanOrEqual(panel.low[row][column]);
        expect(p).toBeLessThanOrEqual(panel.high[row][column]);
      }
    }
  }
  // Six weeks of advertising are paid back by a large margin sooner than by a small one.
  const [panel] = map.panels;
  const middle = panel.probability[20];
  expect(middle[40]).toBeGreaterThan(middle[0]);
  expect(table.stdout).toContain('push wins more often in');
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*<\/svg>$/s);
  expect(readFileSync(html, 'utf8')).toContain('Places that were run');
});

test('what cannot be drawn is refused', async () => {
  const refused = async (...parameters: string[]) => {
    const { code, stdout } = await swaylab('map', 'default', ...parameters, '--json');
    return [code, (JSON.parse(stdout) as { error: { path: string } }).error.path];
  };
  expect(await refused('--factor', 'market.need')).toEqual([2, '--factor']);
  expect(await refused('--factor', 'market.need', '--factor', 'brands.0.price=[30,60]')).toEqual([2, 'brands.0.price']);
  expect(await refused(...FACTORS, '--strategy', 'push', '--against', 'push')).toEqual([2, '--against']);
});

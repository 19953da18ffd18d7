import { cpSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MapResult } from '../../sim/experiment/map/result.ts';
import { pixelsOf } from './fixture/png.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

const MARKET = ['--population', '100', '--weeks', '6', '--replicates', '3', '--strategy', 'push', '--against', 'nothing', '--points', '20'];
const FACTORS = ['--factor', 'brands.0.margin=2..59', '--factor', 'market.need'];

test('a map is the same for any number of workers, and goes into a table, a picture and a report', async () => {
  const folder = newFolder();
  const [svg, png, html] = ['svg', 'png', 'html'].map((kind) => join(folder, `map.${kind}`));
  const [one, two, table] = await Promise.all([
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--json', '--workers', '1'),
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--json', '--workers', '2'),
    swaylab('map', 'default', ...MARKET, ...FACTORS, '--svg', svg, '--png', png, '--html', html),
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

  // The same picture in pixels, twice as large: the paper, the texts of its title, and the strong line around the panel.
  const { width, height, rgba } = pixelsOf(readFileSync(png));
  const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(readFileSync(svg, 'utf8')) ?? [];
  expect([width, height]).toEqual([2 * Number(w), 2 * Number(h)]);
  const colourAt = (x: number, y: number) => Array.from(rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 4));
  expect(colourAt(1, height - 2)).toEqual([255, 255, 255, 255]);
  const dark = (top: number, bottom: number) => {
    let count = 0;
    for (let y = top; y < bottom; y++) for (let x = 0; x < width; x++) if (colourAt(x, y)[0] < 100) count++;
    return count;
  };
  expect(dark(0, 56)).toBeGreaterThan(500);
  expect(dark(80, 120)).toBe(0);
}, 180_000);

test('a map that was killed half-way is taken up, and is then what it would have been, byte for byte', async () => {
  const folder = newFolder();
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
  const drawn = await swaylab('map', 'default', ...MARKET, ...FACTORS, '--out', whole, '--quiet', '--json');
  expect([drawn.code, drawn.stderr]).toEqual([0, '']);
  // What a kill leaves: some runs, the last of them torn, and no tables.
  cpSync(whole, cut, { recursive: true });
  for (const table of ['map.csv', 'runs.csv']) rmSync(join(cut, table));
  truncateSync(join(cut, 'journal.bin'), Math.floor(statSync(join(cut, 'journal.bin')).size * 0.6));
  const half = await swaylab('report', cut);
  expect([half.code, half.stderr]).toEqual([2, expect.stringContaining('--resume')]);
  const resumed = await swaylab('map', 'default', ...MARKET, ...FACTORS, '--out', cut, '--resume', '--quiet', '--json');
  expect([resumed.code, resumed.stdout]).toEqual([0, drawn.stdout]);
  for (const table of ['map.csv', 'runs.csv']) expect(readFileSync(join(cut, table)).equals(readFileSync(join(whole, table)))).toBe(true);
  // Finished runs were not made again: the journal holds each once.
  expect(statSync(join(cut, 'journal.bin')).size).toBe(statSync(join(whole, 'journal.bin')).size);
  const [verified, reported] = await Promise.all([swaylab('verify', cut, '--sample', '4'), swaylab('report', cut)]);
  expect([verified.code, reported.code]).toEqual([0, 0]);
  expect(verified.stdout).toContain('4 of 4 repeated runs have the digest that is kept');
  expect(readFileSync(join(cut, 'report.html'), 'utf8')).toContain('Places that were run');
}, 180_000);

test('what cannot be drawn is refused', async () => {
  const refused = async (...parameters: string[]) => {
    const { code, stdout } = await swaylab('map', 'default', ...parameters, '--json');
    return [code, (JSON.parse(stdout) as { error: { path: string } }).error.path];
  };
  expect(await refused('--factor', 'market.need')).toEqual([2, '--factor']);
  expect(await refused('--factor', 'market.need', '--factor', 'brands.0.price=[30,60]')).toEqual([2, 'brands.0.price']);
  expect(await refused(...FACTORS, '--strategy', 'push', '--against', 'push')).toEqual([2, '--against']);
  expect(await refused(...FACTORS, '--resume')).toEqual([2, '--resume']);
});

import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { SensitivityResult } from '../../sim/experiment/sensitivity/result.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

const EXPERIMENT = {
  name: 'what moves adoption',
  scenario: { name: 'small', network: { kind: 'tribal', people: 120 }, strategies: ['push', 'hybrid'], horizon: 8 },
  factors: { 'market.need': {}, 'ties.closure': {} },
  design: { kind: 'morris', trajectories: 4 },
  replicates: 3,
  outputs: { metrics: ['adoption'] },
};

test('an experiment file gives the same effects for any number of workers, as a table, as JSON and as a report', async () => {
  const folder = newFolder();
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify(EXPERIMENT));
  const schema = JSON.parse(readFileSync('docs/experiment.schema.json', 'utf8')) as object;
  expect(new Ajv2020({ strict: false }).compile(schema)(EXPERIMENT)).toBe(true);

  const [one, two] = await Promise.all(['1', '2'].map((workers) => swaylab('sensitivity', file, '--json', '--workers', workers)));
  expect([one.code, two.stdout]).toEqual([0, one.stdout]);
  const result = JSON.parse(one.stdout) as SensitivityResult;
  expect(result).toMatchObject({ method: 'morris', points: 12, replicates: 3 });
  expect(result.outputs.map(({ strategy, metric, week }) => [strategy, metric, week])).toEqual([
    ['push', 'adoption', 8],
    ['hybrid', 'adoption', 8],
  ]);
  for (const { factors, split } of result.outputs) {
    expect(factors?.map(({ path }) => path)).toEqual(['market.need', 'ties.closure']);
    // Ten times the need is felt in eight weeks; which triangles close in them is not.
    const [need, closure] = (factors ?? []).map((factor) => ('muStar' in factor ? factor.muStar.estimate : Number.NaN));
    expect(need).toBeGreaterThan(5 * closure);
    expect(split?.luckShare).toBeGreaterThan(0);
    expect(split?.luckShare).toBeLessThan(0.9);
  }
  const html = join(folder, 'report.html');
  const page = await swaylab('sensitivity', file, '--html', html);
  expect(page.stdout).toMatch(/Adoption of push after 8 weeks.*market\.need +\d.*ties\.closure +\d/s);
  expect(readFileSync(html, 'utf8')).toContain('Adoption of hybrid after 8 weeks');
});

test('an analysis that was killed half-way is taken up, and is then what it would have been, byte for byte', async () => {
  const folder = newFolder();
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify({ ...EXPERIMENT, replicates: 2 }));
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
  const kept = await swaylab('sensitivity', file, '--out', whole, '--json', '--quiet');
  expect(kept.code).toBe(0);
  const result = JSON.parse(kept.stdout) as SensitivityResult;
  // What a kill leaves: some runs, the last of them torn, and no tables.
  cpSync(whole, cut, { recursive: true });
  for (const table of ['sensitivity.csv', 'runs.csv']) rmSync(join(cut, table));
  truncateSync(join(cut, 'journal.bin'), Math.floor(statSync(join(cut, 'journal.bin')).size / 2));
  const resumed = await swaylab('sensitivity', file, '--out', cut, '--resume', '--json', '--quiet');
  expect([resumed.code, resumed.stdout]).toEqual([0, kept.stdout]);
  for (const table of ['sensitivity.csv', 'runs.csv']) {
    expect(readFileSync(join(cut, table)).equals(readFileSync(join(whole, table)))).toBe(true);
  }
  const [head, first] = readFileSync(join(cut, 'sensitivity.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const cell = (name: string): string => first[head.indexOf(name)];
  const need = result.outputs[0].factors?.[0] as { readonly muStar: { readonly estimate: number } };
  expect([cell('strategy'), cell('factor'), Number(cell('muStar'))]).toEqual(['push', 'market.need', need.muStar.estimate]);
  expect((await swaylab('verify', cut, '--sample', '4')).code).toBe(0);
}, 180_000);

test('bad input is refused before anything runs', async () => {
  const refused = async (...parameters: string[]) => {
    const { code, stdout } = await swaylab('sensitivity', ...parameters, '--json');
    return [code, (JSON.parse(stdout) as { error: { path: string } }).error.path];
  };
  const each = [
    [['default'], '--factor'],
    [['default', '--factor', 'market.peopl'], '--factor market.peopl'],
    [['default', '--factor', 'market.need', '--metric', 'margn'], '--metric'],
    [['default', '--factor', 'market.need', '--week', '900'], '--week'],
    [['default', '--factor', 'market.need', '--strategy', 'pusch'], 'strategy'],
  ] as const;
  expect(await Promise.all(each.map(([parameters]) => refused(...parameters)))).toEqual(each.map(([, path]) => [2, path]));
});

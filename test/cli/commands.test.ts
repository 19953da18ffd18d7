import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { newFolder, swaylab } from './fixture/swaylab.ts';

test('a network survives every format that can be written', async () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  const convert = (...names: string[]) => swaylab('network', 'convert', ...names.map((name) => (name.startsWith('-') ? name : at(name))));
  expect((await swaylab('network', 'generate', 'stochastic-block', '--set', 'people=300', '--seed', 'a', '-o', at('a.csv'))).code).toBe(0);
  expect((await convert('a.csv', 'b.graphml', '--nodes', 'a.nodes.csv')).code).toBe(0);
  expect((await convert('b.graphml', 'c.json')).code).toBe(0);
  expect((await convert('c.json', 'd.tsv')).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'a.nodes.csv', 'b.graphml', 'c.json', 'd.nodes.tsv', 'd.tsv']);
  const lines = (name: string) => readFileSync(at(name), 'utf8').replaceAll('\t', ',');
  expect(lines('d.tsv')).toBe(lines('a.csv'));
  expect(lines('d.nodes.tsv')).toBe(lines('a.nodes.csv'));
});

test('tribes go into a Pajek partition and come back from it', async () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  const generated = await swaylab('network', 'generate', 'stochastic-block', '--set', 'people=300', '-o', at('a.net'));
  expect(generated.stderr).toContain('a.clu');
  const info = async (...options: string[]) =>
    JSON.parse((await swaylab('network', 'info', at('a.net'), ...options, '--json')).stdout) as {
      tribeNames: string[];
      measures: { sameTribe: number; sameTribeByChance: number };
    };
  expect((await info()).tribeNames).toEqual(['everyone']);
  const { tribeNames, measures } = await info('--nodes', at('a.clu'));
  expect(tribeNames.length).toBeGreaterThan(1);
  expect(measures.sameTribe).toBeGreaterThan(measures.sameTribeByChance + 0.1);
  expect(await swaylab('network', 'info', at('a.clu'), '--nodes', at('a.clu'))).toMatchObject({ code: 2 });
});

test('without a file to write, ties go to standard output', async () => {
  const { stdout } = await swaylab('network', 'generate', 'florentine-families', '--set', 'strength=1');
  expect(stdout.split('\n')[0]).toBe('source,target');
  expect(stdout.trim().split('\n')).toHaveLength(21);
});

test('the schema takes every scenario that ships and that scenario new writes', async () => {
  const file = join(newFolder(), 'mine.json');
  expect((await swaylab('scenario', 'new', file)).code).toBe(0);
  expect((await swaylab('scenario', 'new', file)).code).toBe(2);
  const { stdout } = await swaylab('scenario', 'schema');
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout) as object);
  const shipped = readdirSync('scenarios').filter((name) => name.endsWith('.json'));
  for (const each of [file, ...shipped.map((name) => join('scenarios', name))]) {
    validate(JSON.parse(readFileSync(each, 'utf8')));
    expect({ each, errors: validate.errors }).toEqual({ each, errors: null });
  }
  const names = shipped.map((name) => name.replace('.json', ''));
  expect(await swaylab('scenario', 'validate', file, ...names)).toMatchObject({ code: 0, stderr: '' });
  const list = JSON.parse((await swaylab('scenario', 'list', '--json')).stdout) as { name: string; title: string; story: string }[];
  expect(list.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(list.filter(({ title, story }) => title === '' || story === '')).toEqual([]);
});

test('help and version are results', async () => {
  expect(await swaylab('--help')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('130 after Ctrl-C') as string });
  expect((await swaylab('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}\n$/);
  expect((await swaylab('network', 'generate', 'ring', '--help')).stdout).toContain('network.people = 2000');
  expect(await swaylab()).toMatchObject({ code: 2, stdout: '' });
});

test('one strategy is shown week by week', async () => {
  const { code, stdout } = await swaylab('run', 'karate-club', '--weeks', '5', '--strategy', 'hybrid', '--workers', '1');
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nweek +adoption %.*\n +1 .*\n +2 .*\n +3 .*\n +4 .*\n +5 /);
});

import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorReport, exitCodeOf, type ErrorReport as Report } from '../../sim/cli/exit.ts';
import { createProgram } from '../../sim/cli/program.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

/** The error of a command that must refuse its input: what `main` prints with `--json`. No process of its own, there are many of these. */
async function refusal(...parameters: string[]): Promise<Report> {
  const error: unknown = await createProgram()
    .parseAsync(parameters, { from: 'user' })
    .then(
      () => 'done',
      (thrown: unknown) => thrown,
    );
  expect(exitCodeOf(error)).toBe(2);
  return errorReport(error);
}

function written(name: string, text: string): string {
  const file = join(newFolder(), name);
  writeFileSync(file, text);
  return file;
}

const SCENARIOS: [string, string, Partial<Record<keyof Report, unknown>>][] = [
  ['malformed JSON', '{"name": "x"\n  "market": {}}', { path: 'line 2, column 3', found: '"market": {}}' }],
  ['NaN in a file', '{"name": "x", "market": {"need": NaN}}', { path: 'line 1, column 34', found: 'NaN}}' }],
  [
    'an unknown key',
    '{"name": "x", "market": {"ned": 1}}',
    { path: 'market', found: 'ned', message: expect.stringContaining('did you mean "need"?') },
  ],
  ['a value out of range', '{"name": "x", "market": {"need": 1.5}}', { path: 'market.need', found: '1.5', allowed: 'at most 1' }],
  ['a negative budget', '{"name": "x", "market": {"budget": -1}}', { path: 'market.budget', found: '-1', allowed: 'at least 0' }],
  ['10^9 people', '{"name": "x", "network": {"kind": "tribal", "people": 1000000000}}', { path: 'network.people', found: '1000000000' }],
  ['no object', '[]', {}],
];

test.each(SCENARIOS)('a scenario with %s', async (_, text, error) => {
  const file = written('scenario.json', text);
  expect(await refusal('compare', file)).toMatchObject({ file, ...error });
});

const NETWORKS: [string, string, string, Partial<Record<keyof Report, unknown>>][] = [
  ['an empty file', 'ties.csv', '', {}],
  ['nobody', 'ties.csv', 'source,target\n', {}],
  [
    'a weight that is not a number',
    'ties.csv',
    'source,target,weight\na,b,NaN\n',
    { path: 'line 2', found: expect.stringContaining('NaN') },
  ],
  ['a count of 10^9 people', 'ties.net', '*Vertices 1000000000\n*Edges\n1 2\n', { found: expect.stringContaining('1000000000') }],
  [
    'an entity bomb',
    'ties.graphml',
    `<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]><graphml><graph edgedefault="undirected"><node id="&j;"/></graph></graphml>`,
    {},
  ],
];

test.each(NETWORKS)('a network with %s', async (_, name, text, error) => {
  const file = written(name, text);
  expect(await refusal('compare', '--network', file)).toMatchObject({ file, ...error });
});

test('an edge to somebody whom the node table does not list', async () => {
  const file = written('ties.csv', 'source,target\na,b\na,zoe\n');
  const nodes = written('people.csv', 'id,team\na,red\nb,blue\n');
  expect(await refusal('run', '--network', file, '--nodes', nodes)).toMatchObject({
    file,
    path: 'line 3',
    found: expect.stringContaining('zoe') as string,
  });
});

test('a tie with oneself and a repeated tie are dropped, with a warning', async () => {
  const file = written('ties.csv', 'source,target\na,a\na,b\nb,a\n');
  const { code, stdout, stderr } = await swaylab('network', 'info', file, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { measures, warnings } = JSON.parse(stdout) as { measures: { ties: number }; warnings: string[] };
  expect(measures.ties).toBe(1);
  expect(warnings).toHaveLength(2);
});

test('2 GB of nothing, as a scenario, a network, a node table, a policy', async () => {
  const file = written('huge.csv', '');
  truncateSync(file, 2 ** 31);
  const small = written('ties.csv', 'source,target\na,b\n');
  for (const parameters of [
    ['scenario', 'validate', file],
    ['network', 'info', file],
    ['network', 'info', small, '--nodes', file],
    ['run', '--policy', file],
  ]) {
    expect(await refusal(...parameters)).toMatchObject({ file });
  }
});

const USAGE: [string, string[], Partial<Record<keyof Report, unknown>>][] = [
  ['an unknown command', ['comapre'], { found: 'comapre', message: expect.stringContaining('did you mean compare?') }],
  ['an unknown option', ['run', '--sede', 'a'], { found: '--sede', message: expect.stringContaining('did you mean --seed?') }],
  ['an unknown scenario', ['run', 'defalt'], { found: 'defalt', message: expect.stringContaining('did you mean "default"?') }],
  ['an unknown strategy', ['run', '--strategy', 'psuh'], { found: 'psuh', message: expect.stringContaining('did you mean "push"?') }],
  [
    'an unknown kind of network',
    ['network', 'generate', 'tribel'],
    { found: 'tribel', message: expect.stringContaining('did you mean tribal?') },
  ],
  ['a file that is not there', ['compare', './nowhere.json'], { file: './nowhere.json', found: 'no such file' }],
  ['--population with --network', ['compare', '--network', 'x.csv', '--population', '5'], { path: '--population' }],
  ['--population where the network has its size', ['compare', 'karate-club', '--population', '500'], { path: '--population' }],
  ['--tribes without --network', ['compare', '--tribes', 'louvain'], { path: '--tribes' }],
  ['--resume without --out', ['compare', '--resume'], { path: '--resume' }],
  [
    'NaN by --set',
    ['compare', '--set', 'market.need=NaN'],
    { path: 'market.need', message: expect.stringContaining('--set market.need=NaN') },
  ],
  ['half a replicate', ['compare', '--replicates', '0.5'], { path: '--replicates', found: '0.5' }],
  ['a report in place of a folder', ['compare', '--html', 'scenarios'], { path: '--html', found: 'a folder' }],
  ['a report in a folder that is not there', ['compare', '--html', '/nowhere/at/all.html'], { path: '--html' }],
];

test.each(USAGE)('%s', async (_, parameters, error) => {
  expect(await refusal(...parameters)).toMatchObject(error);
});

test('a program reads the error on standard output', async () => {
  const { code, stdout, stderr } = await swaylab('compare', '--set', 'market.need=7', '--json', '--quiet');
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const error = {
    file: null,
    path: 'market.need',
    found: '7',
    allowed: 'at most 1',
    message: '--set market.need=7: market.need: found 7, allowed is at most 1',
  };
  expect(JSON.parse(stdout)).toEqual({ error });
});

test('for a person the same in words, on standard error', async () => {
  const { code, stdout, stderr } = await swaylab('compare', '--set', 'market.need=7');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('swaylab: --set market.need=7: market.need: found 7, allowed is at most 1\n');
});

test('what is refused leaves nothing behind', async () => {
  const folder = newFolder();
  const out = join(folder, 'out');
  await refusal('compare', '--out', out, '--html', join(folder, 'report.html'), '--set', 'market.need=7');
  await refusal('network', 'generate', 'tribal', '--set', 'people=1000000000', '-o', join(folder, 'ties.csv'));
  await refusal('network', 'generate', 'ring', '--set', 'people=10', '-o', join(folder, 'ties.doc'));
  expect(readdirSync(folder)).toEqual([]);
});

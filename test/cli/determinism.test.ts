import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { newFolder, SMALL, swaylab } from './fixture/swaylab.ts';

async function compared(...parameters: string[]): Promise<CompareResult> {
  const { code, stdout, stderr } = await swaylab('compare', ...parameters, '--json', '--quiet');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as CompareResult;
}

let two: CompareResult;

beforeAll(async () => {
  two = await compared(...SMALL);
});

test('one, two and three workers, in other processes, give the same document to the last bit', async () => {
  for (const workers of ['1', '2', '3']) expect(await compared(...SMALL, '--workers', workers)).toEqual(two);
});

test('the document is what the published schema says', () => {
  const ajv = new Ajv2020({ strict: false });
  const validate = ajv.compile(JSON.parse(readFileSync('docs/result.schema.json', 'utf8')) as object);
  validate(two);
  expect(validate.errors).toBeNull();
  expect(two.strategies.map(({ name }) => name)).toEqual(['push', 'hybrid', 'nothing']);
  expect(two.strategies[0].atWeek.map(({ week }) => week)).toEqual([10]);
  expect(two).toMatchObject({ seed: 'swaylab', replicates: 2 });
});

test('another seed gives other runs', async () => {
  const { runs } = await compared(...SMALL, '--seed', 'another');
  expect(runs.filter(({ digest }) => two.runs.some((run) => run.digest === digest))).toEqual([]);
});

test('labels change nothing: two strategies, a brand, the scenario and its story under other names', async () => {
  const file = join(newFolder(), 'scenario.json');
  const plan = (name: string, shares: object) => ({ name, plan: [{ week: 0, shares }] });
  const write = (first: string, second: string, label: string): void =>
    writeFileSync(
      file,
      JSON.stringify({
        name: label,
        story: label,
        network: { kind: 'tribal', people: 200 },
        brands: [{ name: label }],
        horizon: 10,
        replicates: 2,
        strategies: [plan(first, { broadcast: 1 }), plan(second, { content: 1 })],
      }),
    );
  write('left', 'right', 'one');
  const before = await compared(file);
  write('right', 'left', 'two');
  const after = await compared(file);
  const bare = ({ runs }: CompareResult) => runs.map(({ replicate, runId, digest }) => ({ replicate, runId, digest }));
  expect(bare(after)).toEqual(bare(before));
  expect(after.digest).toBe(before.digest);
  expect(after.runs.map(({ strategy }) => strategy)).not.toEqual(before.runs.map(({ strategy }) => strategy));
});

test('a run alone is the run of the comparison', async () => {
  const { stdout } = await swaylab('run', ...SMALL, '--strategy', 'hybrid', '--json', '--quiet');
  const alone = JSON.parse(stdout) as CompareResult;
  const inComparison = two.runs.filter(({ strategy }) => strategy !== 'push');
  expect(alone.runs).toEqual(inComparison);
});

test('an imported network: the same for every worker, and part of the identity', async () => {
  const folder = newFolder();
  const file = join(folder, 'ties.csv');
  expect((await swaylab('network', 'generate', 'watts-strogatz', '--set', 'people=150', '-o', file)).code).toBe(0);
  const small = ['--network', file, '--tribes', 'louvain', '--weeks', '8', '--replicates', '2', '--set', 'strategies=["push"]'];
  const one = await compared(...small, '--workers', '1');
  expect(await compared(...small, '--workers', '2')).toEqual(one);
  const untribed = await compared(...small.filter((word) => word !== '--tribes' && word !== 'louvain'));
  expect(untribed.runs[0].runId).not.toBe(one.runs[0].runId);
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openExperiment } from '../../sim/cli/experiment-source.ts';
import { scenarioAtPoint } from '../../sim/experiment/design/design.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { newFolder } from './fixture/swaylab.ts';

function write(files: Readonly<Record<string, string | object>>): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'tables'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return join(folder, 'experiment.json');
}

const refusal = async (file: string): Promise<InputError> => {
  const error: unknown = await openExperiment(file).catch((thrown: unknown) => thrown);
  if (error instanceof InputError) return error;
  throw new Error('was not refused');
};

test('a scenario and a table of points beside the file are read; numbers are numbers, vectors vectors', async () => {
  const file = write({
    'experiment.json': {
      name: 'x',
      scenario: 'mine.json',
      design: { kind: 'explicit', file: 'tables/points.csv' },
      seed: 'e',
      replicates: 4,
    },
    'mine.json': { name: 'mine', market: { people: 5000 }, strategies: ['push'] },
    'tables/points.csv': 'market.need,market.job\n0.02,"[0.6,0.2,0.2]"\n0.1,"[0.2,0.4,0.4]"\n',
  });
  const { base, design, experiment } = await openExperiment(file);
  expect([base.name, base.seed, base.replicates, base.strategies.map(({ name }) => name)]).toEqual(['mine', 'e', 4, ['push']]);
  const second = scenarioAtPoint(base, design, 1);
  expect([second.market.need, second.market.job, second.market.people]).toEqual([0.1, [0.2, 0.4, 0.4], 5000]);
  expect(experiment.design).toEqual({
    kind: 'explicit',
    points: [
      { 'market.need': 0.02, 'market.job': [0.6, 0.2, 0.2] },
      { 'market.need': 0.1, 'market.job': [0.2, 0.4, 0.4] },
    ],
  });
  expect((await openExperiment(file, { seed: 'other', replicates: 9 })).base).toMatchObject({ seed: 'other', replicates: 9 });
});

test('a shipped scenario is found by name', async () => {
  const file = write({
    'experiment.json': { name: 'x', scenario: 'impulse', factors: { 'market.need': [0.1, 0.2] }, design: { kind: 'factorial' } },
  });
  expect((await openExperiment(file)).base.name).toBe('Impulse product');
});

test('what is missing or odd is told with its place', async () => {
  const explicit = { name: 'x', scenario: 'default', design: { kind: 'explicit', file: 'tables/points.csv' } };
  const table = (text: string) => write({ 'experiment.json': explicit, 'tables/points.csv': text });
  expect((await refusal(write({ 'experiment.json': explicit }))).found).toBe('no such file');
  expect((await refusal(table('market.need\n'))).message).toContain('no points');
  expect((await refusal(table('market.need,horizon\n0.1\n'))).path).toBe('line 2');
  expect((await refusal(table('market.need\n0.1\n7\n'))).path).toBe('factors.market.need');
  expect((await refusal(write({ 'experiment.json': '{' }))).path).toContain('line 1');
  expect((await refusal(write({ 'experiment.json': { ...explicit, scenario: 'nowhere.json' } }))).found).toBe('no such file');
});

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type * as Library from '../../sim/index.ts';

/** The built library: workers run JavaScript. */
let library: typeof Library;

beforeAll(async () => {
  library = (await import(pathToFileURL(resolve('dist/node/index.js')).href)) as typeof library;
});

const SMALL = ['network.people=150', 'horizon=6', 'replicates=2', 'strategies=["push"]'];

test('compares a shipped scenario, and tells how it comes along', async () => {
  const scenario = await library.loadScenario('default', SMALL);
  const told: number[] = [];
  const parts: number[] = [];
  const result = await library.compare(scenario, {
    workers: 2,
    onProgress: ({ done }) => told.push(done),
    onReplicate: (soFar) => parts.push(soFar().replicates),
  });
  expect(result.strategies.map(({ name }) => name)).toEqual(['push', 'nothing']);
  expect(told).toEqual([1, 2, 3, 4]);
  expect(parts).toEqual([1, 2]);

  const alone = await library.runReplicate(scenario, { strategy: 'push', replicate: 1 });
  expect(alone.digest).toBe(result.runs.find(({ strategy, replicate }) => strategy === 'push' && replicate === 1)?.digest);
  expect(library.series(alone.recording, 'spend')).toHaveLength(6);
});

test("a network of one's own", async () => {
  const network = await library.readNetwork({ name: 'ties.csv', content: 'source,target\na,b\nb,c\nc,a\n' });
  const result = await library.compare(await library.loadScenario('default', SMALL.slice(1)), { network, workers: 1 });
  expect(result.replicates).toBe(2);
});

test('an abort rejects with its reason', async () => {
  const reason = new Error('enough');
  const scenario = await library.loadScenario('default', SMALL);
  await expect(library.compare(scenario, { workers: 1, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

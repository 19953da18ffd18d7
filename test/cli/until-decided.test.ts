import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

const MARKET = ['compare', '--population', '150', '--weeks', '8', '--set', 'strategies=["push","hybrid"]', '--until', 'decided'];

test('replicates are added until the ranking is settled or the most are reached, and give the runs that as many replicates give', async () => {
  const [early, late] = await Promise.all([
    swaylab(...MARKET, '--by', 'spend', '--at-most', '40', '--json'),
    swaylab(...MARKET, '--at-most', '31', '--error', '0.01', '--by', 'womRatio'),
  ]);
  expect(early.code).toBe(0);
  const result = JSON.parse(early.stdout) as CompareResult;
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('docs/result.schema.json', 'utf8')) as object);
  validate(result);
  expect(validate.errors).toBeNull();
  // Equal money: the two tie in nothing but luck, while doing nothing spends nothing.
  expect(result.decision).toMatchObject({ metric: 'spend', week: 8, error: 0.05, margin: 0 });
  const ranked = result.comparisons.filter(({ metric, week }) => metric === 'spend' && week === 8);
  expect(ranked.some(({ verdict }) => verdict === 'undecided')).toBe(!result.decision?.settled);
  const again = JSON.parse(
    (await swaylab(...MARKET.slice(0, -2), '--replicates', String(result.replicates), '--json')).stdout,
  ) as CompareResult;
  expect([again.digest, again.decision]).toEqual([result.digest, undefined]);

  expect(late.code).toBe(0);
  expect(late.stderr).toContain('Expected power with at most 31 replicates');
  expect(late.stderr).toMatch(/after 20 replicates \d of 3 pairs are open/);
  expect(late.stdout).toMatch(/31 replicates did not settle the ranking/);
}, 120_000);

test('the runs of a decision are kept, with why it stopped; one that was killed is taken up, and ends as it would have', async () => {
  const folder = newFolder();
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
  const asked = [...MARKET, '--at-most', '22', '--by', 'womRatio', '--error', '0.001', '--json', '--quiet'];
  const decided = await swaylab(...asked, '--out', whole);
  expect([decided.code, decided.stderr]).toEqual([0, '']);
  const result = JSON.parse(decided.stdout) as CompareResult;
  const manifestIn = (path: string) => JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(manifestIn(whole)).toMatchObject({
    status: 'complete',
    replicates: result.replicates,
    digest: result.digest,
    runs: { planned: 3 * result.replicates, done: 3 * result.replicates },
    decision: {
      metric: 'womRatio',
      error: 0.001,
      atMost: 22,
      ended: { settled: result.decision?.settled, looks: result.decision?.looks, replicates: result.replicates },
    },
  });
  // What a kill leaves: some runs, the last of them torn, no tables, and a manifest that knows nothing of the end.
  cpSync(whole, cut, { recursive: true });
  for (const table of ['runs.csv', 'weeks.csv']) rmSync(join(cut, table));
  truncateSync(join(cut, 'journal.bin'), Math.floor(statSync(join(cut, 'journal.bin')).size / 2));
  writeFileSync(
    join(cut, 'manifest.json'),
    JSON.stringify({
      ...manifestIn(cut),
      status: 'running',
      digest: null,
      decision: { ...(manifestIn(cut).decision as object), ended: null },
    }),
  );
  // Half of the runs do not reach the first look: nothing is said before.
  const early = await swaylab('report', cut);
  expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('first look')]);
  const resumed = await swaylab(...asked, '--out', cut, '--resume');
  expect([resumed.code, resumed.stdout]).toEqual([0, decided.stdout]);
  for (const table of ['runs.csv', 'weeks.csv']) expect(readFileSync(join(cut, table)).equals(readFileSync(join(whole, table)))).toBe(true);
  expect(statSync(join(cut, 'journal.bin')).size).toBe(statSync(join(whole, 'journal.bin')).size);
  const [verified, reported] = await Promise.all([swaylab('verify', cut, '--sample', '3'), swaylab('report', cut)]);
  expect([verified.code, reported.code]).toEqual([0, 0]);
  expect(readFileSync(join(cut, 'report.html'), 'utf8')).toContain('The chance of any false verdict on a metric is at most 0.001');
}, 180_000);

test('options of a decision need one, and what does not go with it is refused', async () => {
  const refused = async (...parameters: string[]) => {
    const { code, stdout } = await swaylab('compare', ...parameters, '--json');
    return [code, (JSON.parse(stdout) as { error: { path: string } }).error.path];
  };
  const each = [
    [['--error', '0.1'], '--error'],
    [['--at-most', '50'], '--at-most'],
    [['--until', 'decided', '--replicates', '30'], '--replicates'],
    [['--until', 'decided', '--resume'], '--resume'],
    [['--until', 'decided', '--error', '2'], '--error'],
    [['--until', 'decided', '--by', 'margn'], '--by'],
  ] as const;
  expect(await Promise.all(each.map(([parameters]) => refused(...parameters)))).toEqual(each.map(([, path]) => [2, path]));
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { swaylab } from './fixture/swaylab.ts';

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

test('options of a decision need one, and what does not go with it is refused', async () => {
  const refused = async (...parameters: string[]) => {
    const { code, stdout } = await swaylab('compare', ...parameters, '--json');
    return [code, (JSON.parse(stdout) as { error: { path: string } }).error.path];
  };
  const each = [
    [['--error', '0.1'], '--error'],
    [['--at-most', '50'], '--at-most'],
    [['--until', 'decided', '--replicates', '30'], '--replicates'],
    [['--until', 'decided', '--out', '/tmp/never'], '--out'],
    [['--until', 'decided', '--error', '2'], '--error'],
    [['--until', 'decided', '--by', 'margn'], '--by'],
  ] as const;
  expect(await Promise.all(each.map(([parameters]) => refused(...parameters)))).toEqual(each.map(([, path]) => [2, path]));
});

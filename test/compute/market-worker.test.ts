import { describe, expect, it } from 'vitest';
import { allRuns, createInlinePool, type Pool, planJobs } from '../../sim/compute/index.ts';
import { type MarketInput, marketLaboratory } from '../../sim/compute/market-laboratory.ts';
import { createNodePool } from '../../sim/compute/pool.node.ts';
import { armsOf } from '../../sim/experiment/arms.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const scenario = parseScenario({ swaylab: 1, name: 'small', network: { kind: 'tribal', people: 80 }, horizon: 5 });
const script = new URL('../../dist/compute/worker.node.js', import.meta.url);

async function digestsOf(pool: Pool<MarketInput>): Promise<string[]> {
  const digests: string[] = [];
  const jobs = planJobs(allRuns(armsOf(scenario).length, 2), pool.workers);
  for await (const outcome of pool.run({ input: { scenario, network: null }, jobs })) {
    if (outcome.status === 'failed') throw outcome.error;
    digests.push(`${outcome.strategy} ${outcome.replicate} ${outcome.digest}`);
  }
  await pool.close();
  return digests.sort();
}

describe('the market in worker threads', () => {
  it('gives equal digests for 1, 2 and 3 workers, and without any', async () => {
    const inProcess = await digestsOf(createInlinePool(marketLaboratory));
    expect(new Set(inProcess.map((line) => line.split(' ')[2])).size).toBeGreaterThan(1);
    for (const workers of [1, 2, 3]) expect(await digestsOf(createNodePool<MarketInput>({ workers, script }))).toEqual(inProcess);
  });
});

import { describe, expect, it } from 'vitest';
import { allRuns, createInlinePool, type Pool, planJobs } from '../../sim/compute/index.ts';
import { createMarketLaboratory, type MarketInput, marketLaboratory } from '../../sim/compute/market-laboratory.ts';
import { createNodePool } from '../../sim/compute/pool.node.ts';
import { armsOf } from '../../sim/experiment/arms.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const scenario = parseScenario({ swaylab: 1, name: 'small', network: { kind: 'tribal', people: 80 }, horizon: 5 });
const script = new URL('../../dist/node/worker.node.js', import.meta.url);

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

const large = parseScenario({ swaylab: 1, name: 'large', network: { kind: 'tribal', people: 30_000 }, horizon: 2 });

/** What is said of a world that is too large for any memory. */
async function worldOf(of: typeof scenario): Promise<string> {
  const experiment = await createMarketLaboratory(1).prepare({ scenario: of, network: null });
  try {
    experiment.run(0, 0);
    return 'it fits';
  } catch (error) {
    return String(error);
  }
}

/** What one run of a scenario ends with in a worker that may have so much memory. */
async function endingWithin(pool: Pool<MarketInput>, of: typeof scenario): Promise<string> {
  for await (const outcome of pool.run({ input: { scenario: of, network: null }, jobs: [{ replicate: 0, strategies: [0] }] })) {
    return outcome.status === 'done' ? 'done' : outcome.error.message;
  }
  return 'nothing';
}

describe('the market in worker threads', () => {
  it('does not begin a world that is larger than a worker may be, and ends one that grows larger; others go on', async () => {
    const tiny = createNodePool<MarketInput>({ workers: 1, script, memoryMegabytes: 16 });
    expect(await endingWithin(tiny, large)).toMatch(/^a world of this size takes \d+ MB, and a worker may have 16 MB$/);
    await tiny.close();
    // The world alone would fit into this, but not beside its network and the code.
    const needed = Number(/takes (\d+) MB/.exec(await worldOf(large))?.[1]);
    const small = createNodePool<MarketInput>({ workers: 1, script, memoryMegabytes: needed + 2 });
    expect(await endingWithin(small, large)).toMatch(/^the run took \d+ MB, and a worker may have \d+ MB$/);
    expect(await endingWithin(small, scenario)).toBe('done');
    await small.close();
  });

  it('gives equal digests for 1, 2 and 3 workers, and without any', async () => {
    const inProcess = await digestsOf(createInlinePool(marketLaboratory));
    expect(new Set(inProcess.map((line) => line.split(' ')[2])).size).toBeGreaterThan(1);
    for (const workers of [1, 2, 3]) expect(await digestsOf(createNodePool<MarketInput>({ workers, script }))).toEqual(inProcess);
  });
});

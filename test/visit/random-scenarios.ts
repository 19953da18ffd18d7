import { compareOver } from '../../sim/compute/compare.ts';
import { createInlinePool } from '../../sim/compute/index.ts';
import { marketLaboratory } from '../../sim/compute/market-laboratory.ts';
import { scenarioInBox } from '../../sim/experiment/design/box.ts';
import { latinHypercube } from '../../sim/experiment/design/latin-hypercube.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { parseScenario, plausibleBox, type Scenario } from '../../sim/scenario/index.ts';

const GENERATORS = ['tribal', 'watts-strogatz', 'barabasi-albert', 'stochastic-block'];

/** Scenarios spread over the whole plausible box, every mechanism on, with rivals and different networks. */
export function randomScenarios(count: number): Scenario[] {
  const box = plausibleBox();
  return latinHypercube(count, box.length, keysFromSeed('digests in browsers')).map((point, at) => {
    const base = parseScenario({
      name: `spread ${at}`,
      network: { kind: GENERATORS[at % GENERATORS.length] },
      brands: at % 2 === 0 ? [{}] : [{}, { strategy: 'push' }],
      strategies: ['push', 'learn-and-relate', 'hybrid'],
      horizon: 40,
      replicates: 2,
    });
    const spread = scenarioInBox(base, box, point) as unknown as Scenario;
    return parseScenario({ ...spread, network: { ...spread.network, people: 200 }, seed: `spread ${at}` });
  });
}

/** The digests of all runs of a comparison, computed in this process. */
export async function digestsHere(scenario: Scenario): Promise<string[]> {
  const { runs } = await compareOver(createInlinePool(marketLaboratory), scenario, [], {});
  return runs.map(({ strategy, replicate, digest }) => `${strategy} ${replicate} ${digest}`);
}

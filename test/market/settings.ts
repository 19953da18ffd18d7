import type { Strategy } from '../../sim/brand/index.ts';
import type { Recording } from '../../sim/market/recording.ts';
import { runMarket } from '../../sim/market/run.ts';
import { newWorld, type RunInput, type World } from '../../sim/market/world.ts';
import { generateNetwork } from '../../sim/network/generators.ts';
import type { Network } from '../../sim/network/network.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { parseScenario, type Scenario } from '../../sim/scenario/index.ts';

/** A small market for tests; `given` is a raw scenario that overrides it. */
export function smallScenario(given: Record<string, unknown> = {}, people = 300): Scenario {
  return parseScenario({ name: 'test', network: { kind: 'tribal', people }, horizon: 40, ...given });
}

export function networkFor(scenario: Scenario, seed = 'net'): Network {
  const { redraw: _, ...spec } = scenario.network;
  return generateNetwork(spec as Parameters<typeof generateNetwork>[0], keysFromSeed(seed));
}

type Options = Partial<Pick<RunInput, 'network' | 'seed' | 'replicate' | 'tiesChange' | 'policy' | 'tribes' | 'ledger'>>;

function inputFor(scenario: Scenario, strategy: string | Strategy, options: Options): RunInput {
  const chosen = typeof strategy === 'string' ? scenario.strategies.find((each) => each.name === strategy) : strategy;
  if (chosen === undefined) throw new Error(`no strategy ${JSON.stringify(strategy)}`);
  return {
    settings: scenario,
    network: options.network ?? networkFor(scenario),
    strategy: chosen,
    seed: 'seed',
    replicate: 0,
    tiesChange: true,
    ...options,
  };
}

export function runOf(scenario: Scenario, strategy: string | Strategy, options: Options = {}): Recording {
  return runMarket(inputFor(scenario, strategy, options));
}

export function worldOf(scenario: Scenario, strategy: string | Strategy, options: Options = {}): World {
  return newWorld(inputFor(scenario, strategy, options));
}

/** Last week's cumulative net margin, undiscounted, per real person. */
export function netMargin(recording: Recording, columns: { grossMargin: Float64Array; spend: Float64Array }): number {
  let sum = 0;
  for (let w = 0; w < recording.weeks; w++) sum += columns.grossMargin[w] - columns.spend[w];
  return sum / recording.people;
}

import { NOTHING, type PolicyFactory, type Strategy } from '../brand/index.ts';
import { InputError } from '../parameter/index.ts';
import { Memory } from '../market/memory.ts';
import type { Recording } from '../market/recording.ts';
import { runMarket } from '../market/run.ts';
import { generateNetwork } from '../network/generators.ts';
import type { Network } from '../network/network.ts';
import { deriveKeys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { runDigest } from './digest.ts';

/** What a worker needs to run any strategy of a scenario; plain data that can be sent. */
export interface ExperimentInput {
  readonly scenario: Scenario;
  /** An imported network; null to generate the scenario's own. */
  readonly network: Network | null;
  /** URL of a module with a custom policy for each strategy of `armsOf(scenario)`, or null where its plan counts. */
  readonly policyUrls?: readonly (string | null)[];
  readonly tribes?: boolean;
}

export interface ReplicateResult {
  readonly strategy: number;
  readonly replicate: number;
  readonly recording: Recording;
  readonly digest: string;
}

/** The strategies that a comparison runs: the scenario's, and `nothing` as the reference where it is not among them. */
export function armsOf(scenario: Scenario): readonly Strategy[] {
  return scenario.strategies.some((strategy) => strategy.name === NOTHING.name) ? scenario.strategies : [...scenario.strategies, NOTHING];
}

/** The network of a replicate: imported, one for all, or drawn anew; the same for all strategies. */
export function networkOf(scenario: Scenario, replicate: number): Network {
  const { redraw, ...spec } = scenario.network;
  return generateNetwork(spec as Parameters<typeof generateNetwork>[0], deriveKeys(keysFromSeed(scenario.seed), PURPOSE.network, redraw === 'once' ? 0 : replicate));
}

/** Makes a scenario ready to be run in this worker: its policies are loaded, networks and memory are kept from run to run. */
export async function prepareExperiment(input: ExperimentInput) {
  const arms = armsOf(input.scenario);
  const policies = await Promise.all(arms.map((_, at) => loadPolicy(input.policyUrls?.[at] ?? null)));
  const memory = new Memory();
  let network = input.network;
  let drawn = -1;
  return {
    run(strategy: number, replicate: number): ReplicateResult {
      if (input.network === null) {
        const wanted = input.scenario.network.redraw === 'once' ? 0 : replicate;
        if (network === null || drawn !== wanted) network = networkOf(input.scenario, replicate);
        drawn = wanted;
      }
      const recording = runMarket(
        {
          settings: input.scenario,
          network: network as Network,
          strategy: arms[strategy],
          policy: policies[strategy],
          seed: input.scenario.seed,
          replicate,
          tiesChange: input.network === null,
          tribes: input.tribes === true,
        },
        memory,
      );
      return { strategy, replicate, recording, digest: runDigest(recording) };
    },
  };
}

/** Loads a custom policy: a module whose default export makes a policy. Only the caller's own command line may name one. */
async function loadPolicy(url: string | null): Promise<PolicyFactory | null> {
  if (url === null) return null;
  const module: { default?: unknown } = await import(/* @vite-ignore */ url);
  if (typeof module.default !== 'function') {
    throw new InputError('the policy module has no default export that makes a policy', {
      file: url,
      path: 'default',
      found: typeof module.default,
      allowed: 'a function () => ({ decide(view) { return { shares }; } })',
    });
  }
  return module.default as PolicyFactory;
}

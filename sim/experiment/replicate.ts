import { NOTHING, type PolicyFactory, type Strategy } from '../brand/index.ts';
import { Memory } from '../market/memory.ts';
import type { Onlooker } from '../market/onlooker.ts';
import type { Recording } from '../market/recording.ts';
import { runWeeks } from '../market/run.ts';
import { generateNetwork } from '../network/generators.ts';
import type { Network } from '../network/network.ts';
import { deriveKeys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { runDigest } from './digest.ts';

/** What it takes to run any strategy of a scenario. */
export interface ExperimentInput {
  readonly scenario: Scenario;
  /** An imported network; null to generate the scenario's own. */
  readonly network: Network | null;
  /** A custom policy for each strategy of `armsOf(scenario)`, or null where its plan counts. */
  readonly policies?: readonly (PolicyFactory | null)[];
  /** On request: rows per tribe, flows between journey stages, reasons for purchases. */
  readonly tribes?: boolean;
  readonly journey?: boolean;
  readonly ledger?: boolean;
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
  return generateNetwork(
    spec as Parameters<typeof generateNetwork>[0],
    deriveKeys(keysFromSeed(scenario.seed), PURPOSE.network, redraw === 'once' ? 0 : replicate),
  );
}

/** What is kept from run to run in one thread: memory, and the network that was drawn last. */
export class Workplace {
  readonly memory = new Memory();
  #drawn = '';
  #network: Network | null = null;

  /** The network of a replicate, drawn only when it is not the last one again. */
  network(scenario: Scenario, replicate: number): Network {
    const wanted = JSON.stringify([scenario.network, scenario.seed, scenario.network.redraw === 'once' ? 0 : replicate]);
    if (this.#network === null || this.#drawn !== wanted) this.#network = networkOf(scenario, replicate);
    this.#drawn = wanted;
    return this.#network;
  }
}

/** Makes a scenario ready to be run in this thread. Scenarios that are run one after the other may share a workplace. */
export function prepareExperiment(input: ExperimentInput, workplace = new Workplace()) {
  const arms = armsOf(input.scenario);
  const experiment = {
    /** @param onlooker someone who follows the run to tell its story; changes nothing in it */
    run(strategy: number, replicate: number, onlooker: Onlooker | null = null): ReplicateResult {
      const weeks = experiment.weeks(strategy, replicate, onlooker);
      for (;;) {
        const step = weeks.next();
        if (step.done) return step.value;
      }
    },

    /** The same run, handing over control after each week with the recording under way; begun anew only when the one before has ended. */
    *weeks(strategy: number, replicate: number, onlooker: Onlooker | null = null): Generator<Recording, ReplicateResult> {
      const recording = yield* runWeeks(
        {
          settings: input.scenario,
          network: input.network ?? workplace.network(input.scenario, replicate),
          strategy: arms[strategy],
          policy: input.policies?.[strategy] ?? null,
          seed: input.scenario.seed,
          replicate,
          tiesChange: input.network === null,
          tribes: input.tribes === true,
          journey: input.journey === true,
          ledger: input.ledger === true,
          onlooker,
        },
        workplace.memory,
      );
      return { strategy, replicate, recording, digest: runDigest(recording) };
    },
  };
  return experiment;
}

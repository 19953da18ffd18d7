import type { PolicyFactory } from '../brand/index.ts';
import { Memory } from '../market/memory.ts';
import type { Onlooker } from '../market/onlooker.ts';
import type { Recording } from '../market/recording.ts';
import { runWeeks } from '../market/run.ts';
import { generateNetwork } from '../network/generators.ts';
import type { Network } from '../network/network.ts';
import { deriveKeys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { armsOf } from './arms.ts';
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

/** The network of a replicate: imported, one for all, or drawn anew; the same for all strategies. */
export function networkOf(scenario: Scenario, replicate: number): Network {
  const { redraw, ...spec } = scenario.network;
  return generateNetwork(
    spec as Parameters<typeof generateNetwork>[0],
    deriveKeys(keysFromSeed(scenario.seed), PURPOSE.network, redraw === 'once' ? 0 : replicate),
  );
}

/** Networks that are kept besides the last, as long as all fit: a scenario that is changed again and again is run on the same few. */
const KEPT_NETWORKS = 4;
const KEPT_BYTES = 8 << 20;

/** What is kept from run to run in one thread: memory, and the networks that were drawn last. */
export class Workplace {
  readonly memory: Memory;
  /** Latest use last. */
  readonly #drawn = new Map<string, Network>();

  /** @param most bytes that a world may take */
  constructor(most?: number) {
    this.memory = new Memory(most);
  }

  /** The network of a replicate, drawn only when it is not among those kept. */
  network(scenario: Scenario, replicate: number): Network {
    const wanted = JSON.stringify([scenario.network, scenario.seed, scenario.network.redraw === 'once' ? 0 : replicate]);
    const network = this.#drawn.get(wanted) ?? networkOf(scenario, replicate);
    this.#drawn.delete(wanted);
    this.#drawn.set(wanted, network);
    let bytes = [...this.#drawn.values()].reduce((sum, each) => sum + bytesOf(each), 0);
    for (const [key, each] of this.#drawn) {
      if (each === network || (this.#drawn.size <= KEPT_NETWORKS && bytes <= KEPT_BYTES)) break;
      this.#drawn.delete(key);
      bytes -= bytesOf(each);
    }
    return network;
  }
}

function bytesOf({ offsets, targets, strengths, layers, tribes }: Network): number {
  return [offsets, targets, strengths, layers, tribes].reduce((sum, { byteLength }) => sum + byteLength, 0);
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

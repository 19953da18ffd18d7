import * as Comlink from 'comlink';
import { describeFailure } from '../../sim/compute/failure.ts';
import { armsOf } from '../../sim/experiment/arms.ts';
import { type Replay, replayRun } from '../../sim/experiment/replay/replay.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import type { ReplayQuestion } from './protocol.ts';
import type { ReplayAnswer, ReplayWorker } from './replay.ts';

const worker: ReplayWorker = {
  async replay(question): Promise<ReplayAnswer> {
    try {
      // By copy: a buffer that was handed over would slow every later run of this thread, as sim/compute/worker.ts says.
      return { replay: run(question), failure: null };
    } catch (error) {
      return { replay: null, failure: describeFailure(error) };
    }
  },
};

function run({ draft, network, strategy, replicate, brand, tribe }: ReplayQuestion): Replay {
  const scenario = parseScenario(draft);
  const arms = armsOf(scenario).map(({ name }) => name);
  const position = arms.indexOf(strategy);
  if (position < 0)
    throw new InputError(`there is no strategy "${strategy}"`, { path: 'strategy', found: strategy, allowed: arms.join(', ') });
  return replayRun({ scenario, network: network?.network ?? null }, { strategy: position, replicate, brand, tribe });
}

Comlink.expose(worker);

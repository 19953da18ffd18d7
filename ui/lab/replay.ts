import * as Comlink from 'comlink';
import { reviveFailure } from '../../sim/compute/failure.ts';
import type { Replay } from '../../sim/experiment/replay/replay.ts';
import type { ReplayQuestion } from './protocol.ts';

export type ReplayAnswer =
  | { readonly replay: Replay; readonly failure: null }
  | { readonly replay: null; readonly failure: Parameters<typeof reviveFailure>[0] };

export interface ReplayWorker {
  replay(question: ReplayQuestion): Promise<ReplayAnswer>;
}

/** Refuses a replay that a later one has taken the place of. */
class Superseded extends Error {
  override readonly name = 'Superseded';
}

/**
 * Replays, run in a worker of their own, so that the laboratory goes on meanwhile. A later question ends the one under way at once.
 */
export class Replays {
  #worker: Worker | null = null;
  #refuse: ((error: Error) => void) | null = null;

  /** @throws InputError for a draft that is none; Superseded when a later question came */
  async replay(question: ReplayQuestion): Promise<Replay> {
    if (this.#refuse !== null) this.close();
    const worker = this.#start();
    const remote = Comlink.wrap<ReplayWorker>(worker);
    const { replay, failure } = await new Promise<ReplayAnswer>((resolve, reject) => {
      this.#refuse = reject;
      worker.onerror = (event) => reject(new Error(event.message === '' ? 'the worker of the replay could not be loaded' : event.message));
      remote.replay(question).then(resolve, reject);
    }).finally(() => {
      if (this.#worker === worker) this.#refuse = null;
    });
    if (failure !== null) throw reviveFailure(failure);
    return replay;
  }

  /** Ends the worker; a question under way is refused. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#refuse?.(new Superseded('another run is replayed'));
    this.#refuse = null;
  }

  #start(): Worker {
    this.#worker ??= new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
    return this.#worker;
  }
}

import { createStore, del, entries, set, setMany, type UseStore, values } from 'idb-keyval';
import type { SweepRecord } from '../../../sim/store/codec/index.ts';

/** An experiment that this browser holds runs of. */
export interface KeptExperiment {
  /** Identity of the experiment, engine and all: runs of another engine are another experiment's. */
  readonly id: string;
  readonly name: string;
  /** The experiment's file. */
  readonly text: string;
  readonly runs: number;
  readonly done: number;
  /** Milliseconds since 1970, for the order of the list. */
  readonly changed: number;
}

const PREFIX = 'swaylab-experiment-';

let list: UseStore | null = null;

function listStore(): UseStore {
  list ??= createStore('swaylab-experiments', 'experiments');
  return list;
}

/** The experiments that this browser holds runs of, the latest first. */
export async function keptExperiments(): Promise<KeptExperiment[]> {
  return (await values<KeptExperiment>(listStore())).sort((a, b) => b.changed - a.changed);
}

/** The runs of one experiment, in a database of their own. */
export class KeptRuns {
  readonly #id: string;
  readonly #store: UseStore;

  constructor(id: string) {
    this.#id = id;
    this.#store = createStore(PREFIX + id, 'runs');
  }

  /** Every run that was kept, by its id. */
  async all(): Promise<Map<string, SweepRecord>> {
    return new Map(await entries<string, SweepRecord>(this.#store));
  }

  /** Keeps runs; all or none of them. */
  async add(runs: readonly (readonly [runId: string, SweepRecord])[]): Promise<void> {
    await setMany(runs as [string, SweepRecord][], this.#store);
  }

  async note(experiment: Omit<KeptExperiment, 'id' | 'changed'>): Promise<void> {
    await set(this.#id, { ...experiment, id: this.#id, changed: Date.now() } satisfies KeptExperiment, listStore());
  }

  /** Forgets the experiment and its runs. */
  async forget(): Promise<void> {
    await this.#store('readwrite', (store) => store.clear());
    await del(this.#id, listStore());
  }
}

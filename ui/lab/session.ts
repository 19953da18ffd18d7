import * as Comlink from 'comlink';
import { reviveFailure } from '../../sim/compute/failure.ts';
import { COLUMNS } from '../../sim/experiment/recorded.ts';
import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { AppState } from '../state/app-state.ts';
import { Store } from '../state/store.ts';
import type { Answer, HostLink, LabUpdate, PackedResult } from './host-protocol.ts';
import { interestOf, requestOf, sameRequest } from './lab-request.ts';
import { unpackComparison } from './packed-result.ts';
import type { Interest, LabHost, LabRequest, LabResult, LabState } from './protocol.ts';
import { Replays } from './replay.ts';
import { startHost } from './start-host.ts';

/** Milliseconds that a request may take to show something before a newer one, made while a control is held, takes its place. */
const PATIENCE = 150;
/** Crashes of the laboratory's worker in a row after which it is not started again by itself. */
const CRASHES = 3;

const IDLE: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };

/** The laboratory of a page: follows the state, and tells what it has found. */
export interface Session {
  readonly results: Store<LabState>;
  readonly host: LabHost;
}

export function startSession(state: Store<AppState>): Session {
  const session = new LabSession(state);
  const replays = new Replays();
  return {
    results: session.results,
    host: {
      pause: async () => session.pause(),
      resume: async () => session.resume(),
      replay: (question) => replays.replay(question),
      thumbnail: (draft) => session.ask((link) => link.thumbnail(draft)),
      readNetwork: (question) => session.ask((link) => link.readNetwork(question)),
    },
  };
}

/**
 * Turns changes of the state into requests. Only the newest counts; while a control is held, the one under way may first show something.
 *
 *   idle --change--> running --last stage--> done
 *                    |     ^-- resume --+       any change --> running
 *                    +-- pause --> paused
 *   The worker's crash: a new worker, and the same request again.
 */
class LabSession {
  readonly results = new Store<LabState>(IDLE);
  readonly #state: Store<AppState>;
  #worker: Worker | null = null;
  #link: Comlink.Remote<HostLink> | null = null;
  #sentNetwork: ImportedNetwork | null | undefined;
  #refuse = new Set<(error: Error) => void>();
  #wanted: LabRequest | null = null;
  #under: { readonly request: LabRequest; readonly since: number; shown: boolean } | null = null;
  #interest: Interest;
  #paused = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #crashes = 0;

  constructor(state: Store<AppState>) {
    this.#state = state;
    this.#interest = interestOf(state.state);
    state.subscribe(() => this.#follow());
    this.#follow();
  }

  pause(): void {
    if (this.results.state.status !== 'running') return;
    this.#paused = true;
    this.results.update((lab) => ({ ...lab, status: 'paused' }));
    void this.#link?.stop();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#wanted ??= this.#under?.request ?? null;
    this.#under = null;
    this.#begin();
  }

  /** A question apart from the comparison. @throws what the worker failed with */
  async ask<T>(question: (link: Comlink.Remote<HostLink>) => Promise<Answer<T>>): Promise<T> {
    const { value, failure } = await this.#guarded(question(this.#reach()));
    if (failure !== null) throw reviveFailure(failure);
    return value;
  }

  #follow(): void {
    const request = requestOf(this.#state.state);
    const interest = interestOf(this.#state.state);
    if (JSON.stringify(interest) !== JSON.stringify(this.#interest)) {
      this.#interest = interest;
      void this.#link?.attend(interest);
    }
    const before = this.#wanted ?? this.#under?.request;
    if (before !== undefined && sameRequest(request, before)) return;
    this.#wanted = request;
    this.#begin();
  }

  /** Starts what is wanted, unless the request under way is about to show something that the person at the control waits for. */
  #begin(): void {
    clearTimeout(this.#waiting);
    if (this.#wanted === null || this.#paused) return;
    const under = this.#under;
    if (under !== null && !under.shown && this.#state.state.dragging) {
      const left = under.since + PATIENCE - performance.now();
      if (left > 0) {
        this.#waiting = setTimeout(() => this.#begin(), left);
        return;
      }
    }
    const request = this.#wanted;
    this.#wanted = null;
    void this.#run(request);
  }

  async #run(request: LabRequest): Promise<void> {
    const under = { request, since: performance.now(), shown: false };
    this.#under = under;
    this.results.update((lab) => ({
      ...lab,
      request: lab.request + 1,
      status: 'running',
      done: 0,
      total: 0,
      stale: lab.result !== null,
      error: null,
    }));
    const network = request.network === this.#sentNetwork ? 'as before' : request.network;
    this.#sentNetwork = request.network;
    const hear = async (update: LabUpdate): Promise<void> => {
      if (this.#under === under) this.#hear(update, under);
    };
    try {
      const link = this.#reach();
      const failure = await this.#guarded(link.compare({ ...request, network, interest: this.#interest }, Comlink.proxy(hear)));
      if (this.#under !== under || this.#paused) return;
      this.results.update((lab) =>
        failure === null ? { ...lab, status: 'done', stale: false } : { ...lab, status: 'failed', error: reviveFailure(failure) },
      );
    } catch (error) {
      if (this.#under === under) this.#crashed(request, error);
    }
  }

  #hear(update: LabUpdate, under: { shown: boolean }): void {
    this.#crashes = 0;
    switch (update.type) {
      case 'progress':
        this.results.update((lab) => ({ ...lab, done: update.done, total: update.total }));
        return;
      case 'lost':
        console.warn(`${update.lost} of the market's workers were lost and replaced; their runs are repeated`);
        return;
      case 'close-up':
        this.results.update((lab) => (lab.result === null || lab.stale ? lab : { ...lab, result: { ...lab.result, ...update.closeUp } }));
        return;
      case 'result': {
        under.shown = true;
        const result = { ...unpackResult(update.result), ...update.closeUp };
        this.results.update((lab) => ({ ...lab, done: update.done, total: update.total, result, stale: false }));
        if (this.#wanted !== null) this.#begin();
      }
    }
  }

  /** The worker is gone: another takes its place and the request is made again, unless that happens again and again. */
  #crashed(request: LabRequest, error: unknown): void {
    this.#under = null;
    if (++this.#crashes >= CRASHES) {
      this.results.update((lab) => ({ ...lab, status: 'failed', error }));
      return;
    }
    this.#wanted ??= request;
    this.#begin();
  }

  #reach(): Comlink.Remote<HostLink> {
    if (this.#link !== null) return this.#link;
    const worker = startHost();
    // comlink would leave every call to a dead worker pending for ever.
    worker.addEventListener('error', (event) => this.#lose(worker, new Error(event.message || 'the laboratory could not be loaded')));
    worker.addEventListener('messageerror', () => this.#lose(worker, new Error('the laboratory sent a message that could not be read')));
    this.#worker = worker;
    this.#link = Comlink.wrap<HostLink>(worker);
    return this.#link;
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    worker.terminate();
    this.#worker = null;
    this.#link = null;
    this.#sentNetwork = undefined;
    const refused = [...this.#refuse];
    this.#refuse.clear();
    for (const refuse of refused) refuse(error);
  }

  /** The answer, or the error of a worker that is lost meanwhile. */
  async #guarded<T>(answer: Promise<T>): Promise<T> {
    let refuse: (error: Error) => void = () => {};
    const gone = new Promise<never>((_, reject) => {
      refuse = reject;
      this.#refuse.add(refuse);
    });
    try {
      return await Promise.race([answer, gone]);
    } finally {
      this.#refuse.delete(refuse);
    }
  }
}

function unpackResult({ comparison, columns, ...rest }: PackedResult): Omit<LabResult, 'lines' | 'difference'> {
  const cells = comparison.weeks * rest.brands.length;
  const byColumn = (values: Float32Array) =>
    Object.fromEntries(COLUMNS.map(({ name }, position) => [name, values.subarray(position * cells, (position + 1) * cells)]));
  return {
    ...rest,
    comparison: unpackComparison(comparison),
    columns: Object.fromEntries(Object.entries(columns).map(([strategy, values]) => [strategy, byColumn(values)])),
  };
}

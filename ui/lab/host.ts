import * as Comlink from 'comlink';
import { runIdOf } from '../../sim/compute/comparison-plan.ts';
import { describeFailure } from '../../sim/compute/failure.ts';
import type { Pool } from '../../sim/compute/index.ts';
import type { MarketInput } from '../../sim/compute/market-laboratory.ts';
import type { Failure } from '../../sim/compute/protocol.ts';
import { turn } from '../../sim/compute/turn.ts';
import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { Draft } from '../state/app-state.ts';
import { Arms } from './arms.ts';
import { buffersOf } from './buffers-of.ts';
import { Comparing } from './comparing.ts';
import type { Answer, HostLink, HostRequest, LabUpdate } from './host-protocol.ts';
import type { Interest, NetworkQuestion } from './protocol.ts';

/** Milliseconds of work after which other messages are let in. */
const SLICE = 12;
/** Milliseconds between two reports of progress. */
const PROGRESS = 100;
/** A result between stages needs this many times the replicates of the one before, and this many milliseconds. */
const GROWTH = 1.3;
const PAUSE = 300;

type Report = (update: LabUpdate) => Promise<void>;

/** The laboratory's worker: runs comparisons over a pool, keeps what has run, and hands over finished plain results. */
export class Host implements HostLink {
  readonly #pool: Pool<MarketInput>;
  readonly #arms = new Arms();
  #network: ImportedNetwork | null = null;
  #interest: Interest = { lines: [], difference: null };
  #current: { readonly comparing: Comparing; readonly report: Report } | null = null;
  #abort: AbortController | null = null;

  constructor(pool: Pool<MarketInput>) {
    this.#pool = pool;
  }

  async compare(request: HostRequest, report: Report): Promise<Failure | null> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    if (request.network !== 'as before') this.#network = request.network;
    this.#interest = request.interest;
    try {
      const last = request.stages.at(-1) ?? 1;
      const comparing = new Comparing(request.scenario, this.#network, request.shown, last, this.#arms);
      this.#arms.trim(new Set(comparing.armIds));
      this.#current = { comparing, report };
      await this.#run(comparing, request.stages, report, abort.signal);
      return null;
    } catch (error) {
      return abort.signal.aborted ? null : describeFailure(error);
    }
  }

  async stop(): Promise<void> {
    this.#abort?.abort();
  }

  async attend(interest: Interest): Promise<void> {
    this.#interest = interest;
    if (this.#current === null) return;
    const { comparing, report } = this.#current;
    await send(report, { type: 'close-up', closeUp: comparing.closeUp(interest) });
  }

  thumbnail(draft: Draft): Promise<Answer<Readonly<Record<string, Float32Array>>>> {
    return answered(async () => (await import('./thumbnail.ts')).runThumbnail(draft));
  }

  readNetwork(question: NetworkQuestion): Promise<Answer<ImportedNetwork>> {
    return answered(async () => (await import('./read-network.ts')).readOwnNetwork(question));
  }

  async #run(comparing: Comparing, stages: readonly number[], report: Report, signal: AbortSignal): Promise<void> {
    const { plan } = comparing;
    const teller = new Teller(comparing, () => this.#interest, report, signal);
    await inSlices(comparing.takeKept(), signal);
    const jobs = comparing.jobs(this.#pool.workers);
    if (comparing.done > 0) await teller.tell();
    let lost = 0;
    const outcomes = this.#pool.run(
      { input: comparing.input, jobs, key: plan.experiment },
      {
        signal,
        grace: 2000,
        onGlimpse: (glimpse) => {
          if (comparing.complete > 0) return;
          comparing.glimpse(glimpse);
          teller.hint();
        },
        onProgress: (progress) => {
          if (progress.lost > lost) void send(report, { type: 'lost', lost: progress.lost });
          lost = progress.lost;
        },
      },
    );
    for await (const outcome of outcomes) {
      if (outcome.status === 'failed') throw outcome.error;
      const { strategy, replicate, digest, recording } = outcome;
      if (recording === undefined) throw new Error('a run came back without its weeks');
      comparing.add({ strategy, replicate, digest, recording, runId: runIdOf(plan, strategy, replicate) });
      await teller.heard(stages);
    }
    await teller.finish();
  }
}

/** Decides when a comparison has something to say, and says one thing at a time. */
class Teller {
  readonly #comparing: Comparing;
  readonly #interest: () => Interest;
  readonly #report: Report;
  readonly #signal: AbortSignal;
  #told = -1;
  #toldAt = 0;
  #progressAt = 0;
  #hinting: Promise<void> | null = null;

  constructor(comparing: Comparing, interest: () => Interest, report: Report, signal: AbortSignal) {
    this.#comparing = comparing;
    this.#interest = interest;
    this.#report = report;
    this.#signal = signal;
  }

  /** A run is in. */
  async heard(stages: readonly number[]): Promise<void> {
    const { complete } = this.#comparing;
    const now = performance.now();
    const grown = complete >= Math.max(1, this.#told) * GROWTH && now - this.#toldAt >= PAUSE;
    if (complete === 0 || (complete > this.#told && (this.#told <= 0 || stages.includes(complete) || grown))) return this.tell();
    if (now - this.#progressAt < PROGRESS) return;
    this.#progressAt = now;
    const { done, total } = this.#comparing;
    await send(this.#report, { type: 'progress', done, total });
  }

  /** A run is under way: worth showing unless something is being said already. */
  hint(): void {
    this.#hinting ??= this.tell()
      .catch((error: unknown) => {
        // Nobody waits for a hint: one that was cut short with its comparison is no fault.
        if (!this.#signal.aborted) throw error;
      })
      .finally(() => {
        this.#hinting = null;
      });
  }

  async finish(): Promise<void> {
    if (this.#told < this.#comparing.complete) await this.tell();
    const { done, total } = this.#comparing;
    await send(this.#report, { type: 'progress', done, total });
  }

  async tell(): Promise<void> {
    const { complete, done, total } = this.#comparing;
    const result = await inSlices(this.#comparing.result(), this.#signal);
    if (result.early && this.#told > 0) return;
    this.#told = complete;
    this.#toldAt = this.#progressAt = performance.now();
    await send(this.#report, { type: 'result', done, total, result, closeUp: this.#comparing.closeUp(this.#interest()) });
  }
}

/** Works through the steps, letting other messages in now and then. */
async function inSlices<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await turn();
    signal.throwIfAborted();
    until = performance.now() + SLICE;
  }
}

/** Arrays made for the update are handed over; those of tribes and journeys are small, and some are kept here. */
function send(report: Report, update: LabUpdate): Promise<void> {
  const handed = update.type === 'result' ? [update.result.comparison, update.result.columns, update.closeUp] : [];
  return report(Comlink.transfer(update, buffersOf(handed)));
}

async function answered<T extends object>(compute: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    const value = await compute();
    return Comlink.transfer({ value, failure: null }, buffersOf(value));
  } catch (error) {
    return { value: null, failure: describeFailure(error) };
  }
}

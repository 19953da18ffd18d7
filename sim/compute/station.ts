import type { Connection, Spawn } from './connection.ts';
import { type Failure, type JobMessage, PROTOCOL, type Report, type WorkerLink } from './protocol.ts';

/** A worker that is gone, and why. Its work is not: the pool gives it to another. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

export interface Patience {
  /** Milliseconds a worker may take to load. */
  readonly start: number;
  /** Milliseconds a worker may be silent while it prepares an experiment or computes one run. */
  readonly run: number;
}

/**
 * A place in the pool: a worker, or room for its replacement. One call at a time. Every call ends: with its answer,
 * or with `WorkerLost` when the worker crashed, stalled or was stopped; the next call then starts a new worker.
 *
 *   empty --start--> ready --prepare--> prepared --work--> prepared
 *     ^                 any loss               |
 *     +----------------------------------------+
 */
export class Station<Input> {
  readonly #spawn: Spawn<Input>;
  readonly #patience: Patience;
  #connection: Connection<Input> | null = null;
  #prepared = -1;
  #receive: ((report: Report) => void) | null = null;
  #rejectCall: ((error: Error) => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline = 0;
  #silence = '';

  constructor(spawn: Spawn<Input>, patience: Patience) {
    this.#spawn = spawn;
    this.#patience = patience;
  }

  /** The experiment that the worker holds, -1 for none. */
  get prepared(): number {
    return this.#prepared;
  }

  /** Makes sure that there is a worker that answers. */
  async start(): Promise<void> {
    if (this.#connection) return;
    let connection: Connection<Input> | null = null;
    try {
      connection = this.#spawn((error) => {
        if (this.#connection === connection) void this.#lose(new WorkerLost(error.message, { cause: error }));
      });
    } catch (error) {
      throw new WorkerLost(`a worker could not be started: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    const mine = connection;
    this.#connection = mine;
    const hear = async (report: Report): Promise<void> => {
      if (this.#connection !== mine) return;
      this.#watch();
      this.#receive?.(report);
    };
    const version = await this.#call((link) => link.connect(hear), this.#patience.start, 'did not start');
    if (version === PROTOCOL) return;
    void this.#lose(null);
    throw new WorkerLost(`the worker speaks version ${version} of the protocol, expected ${PROTOCOL}: reload or reinstall`);
  }

  /** Hands over the experiment; a failure is the experiment's, not the worker's. */
  async prepare(experiment: number, input: Input): Promise<Failure | null> {
    this.#prepared = -1;
    const failure = await this.#call((link) => link.prepare({ experiment, input }), this.#patience.run, 'did not finish preparing');
    if (failure === null) this.#prepared = experiment;
    return failure;
  }

  /** Reports arrive before the promise ends, and none after it. */
  async work(job: JobMessage, receive: (report: Report) => void): Promise<void> {
    this.#receive = receive;
    try {
      await this.#call((link) => link.work(job), this.#patience.run, 'did not finish a run');
    } finally {
      this.#receive = null;
    }
  }

  /** Asks the worker to end the job before its next run. */
  cancel(job: number): void {
    this.#connection?.link.cancel(job).catch(() => {});
  }

  /** Ends the worker now; a call under way ends with `WorkerLost`. */
  stop(reason: string): Promise<void> {
    return this.#lose(new WorkerLost(reason));
  }

  #call<T>(make: (link: WorkerLink<Input>) => Promise<T>, milliseconds: number, silence: string): Promise<T> {
    const connection = this.#connection;
    if (!connection) return Promise.reject(new WorkerLost('the worker is gone'));
    connection.hold(true);
    this.#deadline = milliseconds;
    this.#silence = silence;
    const call = new Promise<T>((resolve, reject) => {
      // Before the call is made: a worker can be lost at any moment from here on.
      this.#rejectCall = reject;
      this.#watch();
      make(connection.link).then(resolve, reject);
    });
    return call.finally(() => {
      clearTimeout(this.#timer);
      this.#rejectCall = null;
      if (this.#connection === connection) connection.hold(false);
    });
  }

  /** Starts the clock again: the worker has been heard. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#rejectCall === null || !Number.isFinite(this.#deadline)) return;
    this.#timer = setTimeout(() => {
      void this.#lose(new WorkerLost(`the worker ${this.#silence} within ${this.#deadline / 1000} s`));
    }, this.#deadline);
  }

  #lose(error: WorkerLost | null): Promise<void> {
    const connection = this.#connection;
    const reject = this.#rejectCall;
    this.#connection = null;
    this.#prepared = -1;
    this.#receive = null;
    clearTimeout(this.#timer);
    if (error && reject) reject(error);
    return connection ? connection.terminate().catch(() => {}) : Promise.resolve();
  }
}

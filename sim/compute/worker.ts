import type { Recording } from '../market/recording.ts';
import { describeFailure } from './failure.ts';
import type { Experiment, Laboratory, RunResult } from './laboratory.ts';
import { type Glimpse, type JobMessage, PROTOCOL, type PrepareMessage, type Report, type Reporter, type WorkerLink } from './protocol.ts';
import { turn } from './turn.ts';

/** Milliseconds that a run computes before messages are let in. */
const SLICE = 12;
/** Milliseconds to the first glimpse of a run, and from one to the next. */
const FIRST_GLIMPSE = 20;
const GLIMPSE = 70;

/**
 * The body of a worker, the same in a page, in Node and in-process.
 *
 * @param mayGoOn asked between slices of a run; the worker waits for it
 */
export function createWorker<Input>(laboratory: Laboratory<Input>, mayGoOn: () => Promise<void> | void = () => {}): WorkerLink<Input> {
  let report: Reporter | null = null;
  let experiment: Experiment | null = null;
  let prepared = -1;
  let cancelled = -1;

  return {
    async connect(reporter) {
      report = reporter;
      return PROTOCOL;
    },

    async prepare(message: PrepareMessage<Input>) {
      const before = experiment;
      experiment = null;
      try {
        experiment = await laboratory.prepare(message.input, before);
        prepared = message.experiment;
        return null;
      } catch (error) {
        return describeFailure(error);
      }
    },

    async work({ job, experiment: wanted, replicate, strategies, setting, glimpses = false }: JobMessage) {
      const open = experiment;
      const send = report;
      if (!send || !open || prepared !== wanted) throw new Error(`experiment ${wanted} is not prepared in this worker`);
      // At most one report is under way while the next run computes: a slow reader slows the worker, not its memory.
      let received = Promise.resolve();
      const inOrder = async (next: Report): Promise<void> => {
        await received;
        received = send(next);
      };
      const show = glimpses ? (glimpse: Glimpse) => inOrder({ type: 'glimpse', job, glimpse }) : null;
      for (const strategy of strategies) {
        await turn();
        if (cancelled === job) break;
        const outcome = await attempt(open, { job, strategy, replicate, setting, show, mayGoOn, stopped: () => cancelled === job });
        if (outcome === null) break;
        await inOrder(outcome);
      }
      await received;
    },

    async cancel(job) {
      cancelled = job;
    },
  };
}

interface Run {
  readonly job: number;
  readonly strategy: number;
  readonly replicate: number;
  readonly setting: unknown;
  readonly show: ((glimpse: Glimpse) => Promise<void>) | null;
  readonly mayGoOn: () => Promise<void> | void;
  readonly stopped: () => boolean;
}

/** The report on one run; null when it was cancelled on the way. */
async function attempt(experiment: Experiment, { job, strategy, replicate, setting, show, mayGoOn, stopped }: Run): Promise<Report | null> {
  try {
    const finished = experiment.weeks
      ? await inSlices(experiment.weeks(strategy, replicate, setting), { stopped, mayGoOn, show, strategy, replicate })
      : experiment.run(strategy, replicate, setting);
    if (finished === null) return null;
    return { type: 'run', job, result: owned(finished) as RunResult };
  } catch (error) {
    return { type: 'failed', job, strategy, failure: describeFailure(error) };
  }
}

/** Runs a slice at a time, so that a cancel is heard in between; null when there was one. */
async function inSlices(
  weeks: Generator<Recording, RunResult>,
  { stopped, mayGoOn, show, ...run }: Pick<Run, 'stopped' | 'mayGoOn' | 'show' | 'strategy' | 'replicate'>,
): Promise<RunResult | null> {
  let passed = 0;
  let due = performance.now() + FIRST_GLIMPSE;
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = weeks.next();
      if (step.done) return step.value;
      passed++;
      if (show !== null && performance.now() >= due) {
        await show({ ...run, weeks: passed, recording: { ...step.value, values: step.value.values.slice() } });
        due = performance.now() + GLIMPSE;
      }
    } while (performance.now() < until);
    await mayGoOn();
    await turn();
    if (stopped()) return null;
  }
}

/**
 * The same value with every view on a larger or shared memory copied out: only a buffer of one's own may be sent. It is copied once more on the
 * way, not transferred: after the first buffer that an engine detaches it asks at every access to any array whether that one is still
 * there, which made runs of a thousand people 6 ms slower. The copy takes some hundredths of one.
 */
function owned(value: unknown): unknown {
  if (isArray(value)) {
    const whole = value.buffer instanceof ArrayBuffer && value.buffer.byteLength === value.byteLength;
    return whole ? value : value.slice();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, owned(inner)]));
}

function isArray(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

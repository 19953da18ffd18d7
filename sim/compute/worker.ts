import * as Comlink from 'comlink';
import { describeFailure } from './failure.ts';
import type { Experiment, Laboratory, RunResult } from './laboratory.ts';
import { type JobMessage, PROTOCOL, type PrepareMessage, type Report, type Reporter, type WorkerLink } from './protocol.ts';

/** The body of a worker, the same in a page, in Node and in-process. */
export function createWorker<Input>(laboratory: Laboratory<Input>): WorkerLink<Input> {
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
      experiment = null;
      try {
        experiment = await laboratory.prepare(message.input);
        prepared = message.experiment;
        return null;
      } catch (error) {
        return describeFailure(error);
      }
    },

    async work({ job, experiment: wanted, replicate, strategies }: JobMessage) {
      if (!report || !experiment || prepared !== wanted) throw new Error(`experiment ${wanted} is not prepared in this worker`);
      // At most one report is under way while the next run computes: a slow reader slows the worker, not its memory.
      let received = Promise.resolve();
      for (const strategy of strategies) {
        await macrotask();
        if (cancelled === job) break;
        const outcome = attempt(experiment, job, strategy, replicate);
        await received;
        received = report(outcome);
      }
      await received;
    },

    async cancel(job) {
      cancelled = job;
    },
  };
}

function attempt(experiment: Experiment, job: number, strategy: number, replicate: number): Report {
  try {
    const result = owned(experiment.run(strategy, replicate));
    return Comlink.transfer({ type: 'run', job, result }, buffersOf(result));
  } catch (error) {
    return { type: 'failed', job, strategy, failure: describeFailure(error) };
  }
}

/** Lets messages in between runs: runs are synchronous, and a cancel must be heard. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A view on a larger or shared memory is copied out: only a buffer of one's own may be transferred. */
function owned(result: RunResult): RunResult {
  const { recording } = result;
  const { values, tribes } = recording;
  return {
    ...result,
    recording: {
      ...recording,
      values: own(values),
      ...(tribes && { tribes: { ...tribes, sizes: own(tribes.sizes), adopters: own(tribes.adopters), affect: own(tribes.affect) } }),
    },
  };
}

function own<A extends Float64Array | Float32Array | Uint32Array>(array: A): A {
  const whole = array.buffer instanceof ArrayBuffer && array.buffer.byteLength === array.byteLength;
  return whole ? array : (array.slice() as A);
}

function buffersOf({ recording: { values, tribes } }: RunResult): ArrayBuffer[] {
  const arrays = tribes ? [values, tribes.sizes, tribes.adopters, tribes.affect] : [values];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

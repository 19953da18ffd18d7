import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../sim/compute/connection.ts';
import type { RunResult } from '../../sim/compute/laboratory.ts';
import type { Outcome, PoolSettings } from '../../sim/compute/pool.ts';
import { type JobMessage, PROTOCOL, type Report, type Reporter } from '../../sim/compute/protocol.ts';
import { createPool } from '../../sim/compute/scheduler.ts';

/** What a worker of the test does with its jobs; `lose` ends it as a crash would. */
type Work = (job: JobMessage, report: Reporter, lose: () => void) => Promise<void>;

const result = (strategy: number, replicate: number): RunResult => ({
  strategy,
  replicate,
  recording: { weeks: 0, brands: 1, population: 1, people: 1, interest: 0, values: new Float64Array() },
  digest: '',
});

const run = (job: JobMessage, strategy: number): Report => ({ type: 'run', job: job.job, result: result(strategy, job.replicate) });

const never = (): Promise<void> => new Promise(() => {});

const honest: Work = async (job, report) => {
  for (const strategy of job.strategies) await report(run(job, strategy));
};

/** A pool whose first worker follows the first script, its replacement the second, …; the last script serves all others. */
function scripted(scripts: readonly Work[], settings: PoolSettings = {}, version = PROTOCOL) {
  const made: { terminated: boolean }[] = [];
  const spawn = (lost: (error: Error) => void): Connection<null> => {
    const work = scripts[Math.min(made.length, scripts.length - 1)];
    const worker = { terminated: false };
    made.push(worker);
    let report: Reporter = never;
    return {
      link: {
        async connect(reporter) {
          report = reporter;
          return version;
        },
        prepare: async () => null,
        work: (job) => work(job, report, () => lost(new Error('crashed'))),
        cancel: async () => {},
      },
      hold() {},
      async terminate() {
        worker.terminated = true;
      },
    };
  };
  return { pool: createPool<null>(spawn, 1, settings), made };
}

async function outcomesOf(pool: ReturnType<typeof scripted>['pool'], strategies: readonly number[]): Promise<string[]> {
  const outcomes: string[] = [];
  const name = (outcome: Outcome): string =>
    outcome.status === 'done' ? `${outcome.strategy} ${outcome.digest}done` : `${outcome.strategy} ${outcome.error.message}`;
  for await (const outcome of pool.run({ input: null, jobs: [{ replicate: 0, strategies }] })) outcomes.push(name(outcome));
  return outcomes;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('createPool with workers that misbehave', () => {
  it('takes a run once, however often it is reported', async () => {
    const { pool } = scripted([
      async (job, report) => {
        for (const strategy of job.strategies) {
          await report(run(job, strategy));
          await report(run(job, strategy));
          await report({ ...run(job, strategy), job: 12_345 });
        }
      },
    ]);
    expect(await outcomesOf(pool, [0, 1])).toEqual(['0 done', '1 done']);
  });

  it('fails the runs that workers never report, instead of asking for ever', async () => {
    const { pool } = scripted([async (job, report) => report(run(job, 7))]);
    const message = 'the worker left runs of its job undone';
    expect(await outcomesOf(pool, [0, 1])).toEqual([`0 ${message}`, `1 ${message}`]);
  });

  it('does not hear a worker that it has given up', async () => {
    let late: (() => Promise<void>) | null = null;
    const { pool, made } = scripted([
      (job, report, lose) => {
        late = () => report({ type: 'run', job: job.job, result: { ...result(0, job.replicate), digest: 'late ' } });
        lose();
        return never();
      },
      async (job, report) => {
        await late?.();
        await honest(job, report, () => {});
      },
    ]);
    expect(await outcomesOf(pool, [0, 1])).toEqual(['0 done', '1 done']);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('charges a loss to the run under way, not to its job', async () => {
    const dieAfterOne: Work = async (job, report, lose) => {
      await report(run(job, job.strategies[0]));
      lose();
      return never();
    };
    const { pool } = scripted([dieAfterOne, dieAfterOne, dieAfterOne, honest]);
    expect(await outcomesOf(pool, [0, 1, 2, 3, 4])).toEqual(['0 done', '1 done', '2 done', '3 done', '4 done']);
  });

  it('forgets a loss once the run is done', async () => {
    const die: Work = (_, __, lose) => {
      lose();
      return never();
    };
    const doOneAndDie: Work = async (job, report, lose) => {
      await report(run(job, job.strategies[0]));
      lose();
      return never();
    };
    // Two losses in all for run 1, but only one while it was the run under way after the first was done.
    const { pool } = scripted([die, doOneAndDie, honest], { attempts: 2 });
    expect(await outcomesOf(pool, [0, 1])).toEqual(['0 done', '1 done']);
  });

  it('replaces a worker whose call fails', async () => {
    const { pool, made } = scripted([() => Promise.reject(new Error('could not be sent')), honest]);
    expect(await outcomesOf(pool, [0])).toEqual(['0 done']);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('measures silence from the last run, not from the start of the job', async () => {
    vi.useFakeTimers();
    const slow: Work = async (job, report) => {
      for (const strategy of job.strategies) {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await report(run(job, strategy));
      }
    };
    const { pool, made } = scripted([slow], { runTimeout: 1000 });
    const outcomes = outcomesOf(pool, [0, 1, 2, 3]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcomes).toEqual(['0 done', '1 done', '2 done', '3 done']);
    expect(made).toHaveLength(1);
  });

  it('gives up a worker that is silent for too long', async () => {
    vi.useFakeTimers();
    const { pool, made } = scripted([never, honest], { runTimeout: 1000 });
    const outcomes = outcomesOf(pool, [0]);
    await vi.advanceTimersByTimeAsync(1001);
    expect(await outcomes).toEqual(['0 done']);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('refuses workers of another protocol version', async () => {
    const { pool, made } = scripted([honest], {}, PROTOCOL + 1);
    await expect(outcomesOf(pool, [0])).rejects.toThrow(`version ${PROTOCOL + 1} of the protocol`);
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('tells workers to stop after the run under way, and waits for it', async () => {
    const cancelled: number[] = [];
    let finish = (): void => {};
    const { pool } = scripted([
      async (job, report) => {
        await report(run(job, 0));
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        cancelled.push(1);
      },
    ]);
    const reader = pool
      .run({ input: null, jobs: [{ replicate: 0, strategies: [0, 1] }] }, { grace: Number.POSITIVE_INFINITY })
      [Symbol.asyncIterator]();
    await reader.next();
    setTimeout(() => finish(), 20);
    await reader.return?.();
    expect(cancelled).toEqual([1]);
  });
});

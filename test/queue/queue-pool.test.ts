import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Batch, Job, Outcome, Pool } from '../../sim/compute/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { createQueuePool, serveQueue } from '../../sim/queue/index.ts';
import { needsRedis, startRedis } from './fixture/redis.ts';

interface Input {
  readonly scale: number;
}

/** A pool whose runs are sums, or fail, or take the worker with them. */
function summing(computed: string[], fault: (job: Job) => Error | null = () => null): Pool<Input> {
  return {
    workers: 2,
    async *run({ input, jobs }: Batch<Input>): AsyncGenerator<Outcome> {
      for (const job of jobs) {
        const { replicate, point = 0, strategies } = job;
        await delay(5);
        computed.push(`${replicate}-${point}`);
        const error = fault(job);
        if (error !== null) throw error;
        for (const strategy of strategies) {
          if (strategy === 9) yield { status: 'failed', point, replicate, strategy, error: new InputError('nine', { path: 'strategy' }) };
          else
            yield {
              status: 'done',
              point,
              replicate,
              strategy,
              digest: 'd',
              measures: Float64Array.of(input.scale * (point + strategy), Number.NaN),
            };
        }
      }
    },
    async close() {},
  };
}

const jobs = (count: number, strategies = [0, 1]): Job[] =>
  Array.from({ length: count }, (_, point) => ({ replicate: 1, point, strategies }));

const byPlace = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ point, strategy }) => `${point}:${strategy}`).sort();

async function gathered(pool: Pool<Input>, batch: Batch<Input>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of pool.run(batch)) outcomes.push(outcome);
  return outcomes;
}

describe('createQueuePool', () => {
  it('brings every outcome once, numbers and errors as they were', async (context) => {
    needsRedis(context);
    const { url } = await startRedis();
    const stop = new AbortController();
    const serving = serveQueue(url, summing([]), { signal: stop.signal });
    const pool = await createQueuePool<Input>(url);
    const outcomes = await gathered(pool, { input: { scale: 0.1 }, jobs: [...jobs(90), { replicate: 2, point: 0, strategies: [9] }] });
    expect(byPlace(outcomes)).toEqual([...jobs(90).flatMap(({ point }) => [`${point}:0`, `${point}:1`]), '0:9'].sort());
    for (const outcome of outcomes) {
      if (outcome.status === 'failed') expect(outcome.error).toEqual(new InputError('nine', { path: 'strategy' }));
      else expect(outcome.measures).toEqual(Float64Array.of(0.1 * (outcome.point + outcome.strategy), Number.NaN));
    }
    await pool.close();
    stop.abort();
    await serving;
  });

  it('holds orders back: only some wait on the server at a time', async (context) => {
    needsRedis(context);
    const { url } = await startRedis();
    const pool = await createQueuePool<Input>(url);
    let taken = 0;
    const endless = (function* (): Generator<Job> {
      for (;;) yield { replicate: 0, point: taken++, strategies: [0] };
    })();
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _ of pool.run({ input: { scale: 1 }, jobs: endless, runs: 1e6 }, { signal: stop.signal }));
    })();
    await delay(1500);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(100);
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await pool.close();
  });

  it('parks an order at which workers fail again and again, and goes on with the others', async (context) => {
    needsRedis(context);
    const { url } = await startRedis();
    const computed: string[] = [];
    const poison = summing(computed, ({ point }) => (point === 3 ? new Error('this one kills') : null));
    const stop = new AbortController();
    const serving = serveQueue(url, poison, { signal: stop.signal });
    const pool = await createQueuePool<Input>(url);
    const outcomes = await gathered(pool, { input: { scale: 1 }, jobs: jobs(8), key: 'with-poison' });
    expect(byPlace(outcomes)).toEqual(jobs(8).flatMap(({ point }) => [`${point}:0`, `${point}:1`]));
    const failed = outcomes.filter((outcome) => outcome.status === 'failed');
    expect(byPlace(failed)).toEqual(['3:0', '3:1']);
    expect(failed[0]).toMatchObject({ error: { message: 'given up after 3 attempts: this one kills' } });
    expect(computed.filter((place) => place === '1-3')).toHaveLength(3);
    // Asked for again, it is tried again.
    await gathered(pool, { input: { scale: 1 }, jobs: jobs(8).slice(3, 4), key: 'with-poison' });
    expect(computed.filter((place) => place === '1-3')).toHaveLength(6);
    await pool.close();
    stop.abort();
    await serving;
  });

  it('refuses at once a server that does not answer or a password that is wrong', async (context) => {
    needsRedis(context);
    const { url } = await startRedis();
    await expect(createQueuePool('redis://127.0.0.1:1')).rejects.toMatchObject({ path: '--queue', found: 'redis://127.0.0.1:1' });
    await expect(createQueuePool(url.replace('//', '//someone:secret@'))).rejects.toMatchObject({
      message: expect.stringContaining('WRONGPASS') as string,
      found: expect.stringContaining('someone:***@') as string,
    });
    await expect(createQueuePool('postgres://localhost')).rejects.toMatchObject({ path: '--queue' });
  });
});

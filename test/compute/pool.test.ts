import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  allRuns,
  type Batch,
  type BatchOptions,
  createInlinePool,
  type Outcome,
  type Pool,
  type PoolSettings,
  type Progress,
  planJobs,
} from '../../sim/compute/index.ts';
import { createNodePool, type NodePoolSettings } from '../../sim/compute/pool.node.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { type FakeInput, makeLaboratory } from './fixture/laboratory.mjs';

const fixture = (name: string): URL => new URL(`./fixture/${name}`, import.meta.url);

const pools: Pool<FakeInput>[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function nodePool(settings: NodePoolSettings = {}): Pool<FakeInput> {
  const pool = createNodePool<FakeInput>({ workers: 2, script: fixture('worker.mjs'), ...settings });
  pools.push(pool);
  return pool;
}

function inlinePool(settings: PoolSettings = {}): Pool<FakeInput> {
  const pool = createInlinePool(makeLaboratory(InputError), settings);
  pools.push(pool);
  return pool;
}

const newTally = (): Int32Array => new Int32Array(new SharedArrayBuffer(12));
const plain: FakeInput = { weeks: 5, brands: 2 };

function batchOf(strategies: number, replicates: number, workers: number, input: Partial<FakeInput> = {}): Batch<FakeInput> {
  return { input: { ...plain, ...input }, jobs: planJobs(allRuns(strategies, replicates), workers) };
}

async function collect(pool: Pool<FakeInput>, batch: Batch<FakeInput>, options?: BatchOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of pool.run(batch, options)) outcomes.push(outcome);
  return outcomes;
}

const key = (outcome: Outcome): string => `${outcome.strategy}:${outcome.replicate} ${outcome.status}`;
const keys = (outcomes: readonly Outcome[]): string[] => outcomes.map(key).sort();
const everyKey = (strategies: number, replicates: number, failed: readonly string[] = []): string[] =>
  allRuns(strategies, replicates)
    .map(({ strategy, replicate }) => `${strategy}:${replicate} ${failed.includes(`${strategy}:${replicate}`) ? 'failed' : 'done'}`)
    .sort();

const errorOf = (outcomes: readonly Outcome[]): Error => {
  const failed = outcomes.find((outcome) => outcome.status === 'failed');
  if (failed?.status !== 'failed') throw new Error('no run failed');
  return failed.error;
};

describe.each([
  ['worker threads', nodePool],
  ['in-process', inlinePool],
])('a pool of %s', (_, makePool: (settings?: PoolSettings) => Pool<FakeInput>) => {
  it('gives each run once, with its values', async () => {
    const outcomes = await collect(makePool(), batchOf(3, 4, 2));
    expect(keys(outcomes)).toEqual(everyKey(3, 4));
    for (const outcome of outcomes) {
      if (outcome.status !== 'done') throw outcome.error;
      expect(outcome.recording?.values).toHaveLength(10);
      expect(outcome.recording?.values[8]).toBe(outcome.strategy * 1000 + outcome.replicate + 1);
    }
  });

  it('gives equal results for 1, 2 and 3 workers', async () => {
    const results = [];
    for (const workers of [1, 2, 3]) {
      const outcomes = await collect(makePool({ workers }), batchOf(3, 4, workers));
      results.push(outcomes.sort((a, b) => a.strategy - b.strategy || a.replicate - b.replicate));
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('tells a failing run from its batch', async () => {
    const outcomes = await collect(makePool(), batchOf(2, 3, 2, { faults: { '1:1': 'throw' } }));
    expect(keys(outcomes)).toEqual(everyKey(2, 3, ['1:1']));
    expect(errorOf(outcomes).message).toBe('the model is broken here');
  });

  it('runs a failing run once: it is a pure function', async () => {
    const tally = newTally();
    await collect(makePool(), batchOf(1, 3, 2, { faults: { '0:1': 'throw' }, tally }));
    expect(tally[2]).toBe(3);
  });

  it('hands an input error over whole, and fails the batch when the input cannot be prepared', async () => {
    const place = { file: 'a.json', path: 'brands.0.price', found: '-1', allowed: '0 or more' };
    const error: unknown = await collect(makePool(), batchOf(2, 2, 2, { prepare: 'input' })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InputError', message: 'price is negative', ...place });
  });

  it('works on after a batch that failed', async () => {
    const pool = makePool();
    await expect(collect(pool, batchOf(2, 2, 2, { prepare: 'throw' }))).rejects.toThrow('the model is broken here');
    expect(await collect(pool, batchOf(2, 2, 2))).toHaveLength(4);
  });

  it('reports progress for every run', async () => {
    const seen: Progress[] = [];
    await collect(makePool(), batchOf(2, 3, 2, { faults: { '0:2': 'throw' } }), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, failed }) => done + failed)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(seen.at(-1)).toEqual({ total: 6, done: 5, failed: 1, lost: 0 });
  });

  it('keeps what had finished when it is aborted, and ends with the reason', async () => {
    const controller = new AbortController();
    const kept: Outcome[] = [];
    const reason = new Error('stopped by the user');
    const reading = (async () => {
      for await (const outcome of makePool().run(batchOf(2, 50, 2, { pause: 5 }), { signal: controller.signal })) {
        kept.push(outcome);
        if (kept.length === 5) controller.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
    expect(kept.length).toBeGreaterThanOrEqual(5);
    expect(kept.length).toBeLessThan(20);
    expect(new Set(keys(kept)).size).toBe(kept.length);
  });

  it('refuses a signal that was aborted before', async () => {
    await expect(collect(makePool(), batchOf(1, 1, 1), { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
  });

  it('ends the batch when its reader leaves, and serves the next', async () => {
    const pool = makePool();
    const tally = newTally();
    for await (const outcome of pool.run(batchOf(1, 60, 2, { pause: 2, tally }))) {
      expect(outcome.status).toBe('done');
      break;
    }
    const begun = tally[2];
    expect(begun).toBeLessThan(30);
    expect(await collect(pool, batchOf(2, 2, 2))).toHaveLength(4);
    expect(tally[2]).toBe(begun);
  });

  it('holds back while its reader is slow', async () => {
    const tally = newTally();
    const reader = makePool({ workers: 1 })
      .run(batchOf(1, 100, 1, { tally }))
      [Symbol.asyncIterator]();
    await reader.next();
    await delay(300);
    expect(tally[2]).toBeLessThan(12);
    let rest = 1;
    while (!(await reader.next()).done) rest++;
    expect(rest).toBe(100);
  });

  it('runs several batches at a time', async () => {
    const pool = makePool();
    const tally = newTally();
    const [a, b] = await Promise.all([collect(pool, batchOf(2, 6, 2, { tally })), collect(pool, batchOf(3, 5, 2, { weeks: 7 }))]);
    expect(keys(a)).toEqual(everyKey(2, 6));
    expect(keys(b)).toEqual(everyKey(3, 5));
    expect(b.every((outcome) => outcome.status === 'done' && outcome.recording?.values.length === 14)).toBe(true);
  });

  it('fails batches under way when it is closed', async () => {
    const pool = makePool();
    const reading = collect(pool, batchOf(1, 200, 2, { pause: 5 }), { grace: 0 });
    setTimeout(() => void pool.close(), 60);
    await expect(reading).rejects.toThrow('closed');
    await expect(collect(pool, batchOf(1, 1, 1))).rejects.toThrow('closed');
  });

  it('ends an empty batch', async () => {
    expect(await collect(makePool(), { input: plain, jobs: [] })).toEqual([]);
  });

  it('passes on an error of the progress callback', async () => {
    const onProgress = (): never => {
      throw new Error('the bar broke');
    };
    await expect(collect(makePool(), batchOf(1, 5, 2), { onProgress })).rejects.toThrow('the bar broke');
  });
});

describe('a pool of worker threads, when things go wrong', () => {
  it('prepares an experiment once in each worker, on one shared network', async () => {
    const tally = newTally();
    const targets = Uint32Array.from({ length: 20_000 }, (_, i) => i);
    const outcomes = await collect(nodePool(), batchOf(2, 8, 2, { tally, network: { targets } }));
    expect(tally[1]).toBeGreaterThan(0);
    expect(tally[1]).toBeLessThanOrEqual(2);
    for (const outcome of outcomes) {
      if (outcome.status !== 'done') throw outcome.error;
      expect(outcome.recording?.interest).toBe(1);
      expect(outcome.recording?.values[0]).toBe(outcome.strategy * 1000 + outcome.replicate + (20_000 * 19_999) / 2);
    }
  });

  it.each(['exit once', 'hang once', 'stray once'] as const)('replaces a worker after "%s" and retries its runs', async (fault) => {
    let last: Progress | undefined;
    const batch = batchOf(3, 4, 2, { faults: { '1:1': fault }, tally: newTally() });
    const outcomes = await collect(nodePool({ runTimeout: 400 }), batch, {
      onProgress: (progress) => {
        last = progress;
      },
    });
    expect(keys(outcomes)).toEqual(everyKey(3, 4));
    expect(last).toEqual({ total: 12, done: 12, failed: 0, lost: 1 });
  });

  it.each([
    ['exit', /ended by itself with code 3/],
    ['hang', /did not finish a run within 0\.4 s/],
    ['hoard', /memory/],
  ] as const)('gives up a run that loses every worker by "%s", and only that run', async (fault, message) => {
    const pool = nodePool({ runTimeout: fault === 'hoard' ? 60_000 : 400, memoryMegabytes: 24 });
    const outcomes = await collect(pool, batchOf(3, 3, 2, { faults: { '1:1': fault } }));
    expect(keys(outcomes)).toEqual(everyKey(3, 3, ['1:1']));
    expect(errorOf(outcomes).message).toMatch(message);
  });

  it('tries a run as often as asked', async () => {
    const tally = newTally();
    await collect(nodePool({ attempts: 4, workers: 1 }), batchOf(1, 1, 1, { faults: { '0:0': 'exit' }, tally }));
    expect(tally[2]).toBe(4);
  });

  it('survives a worker that dies while it is idle', async () => {
    const pool = nodePool({ workers: 1 });
    await collect(pool, batchOf(1, 1, 1, { faults: { '0:0': 'stray' } })).catch(() => {});
    await delay(100);
    expect(await collect(pool, batchOf(1, 2, 1))).toHaveLength(2);
  });

  it('fails, and does not hang, when its workers cannot be loaded', async () => {
    await expect(collect(nodePool({ script: fixture('fails-at-load.mjs') }), batchOf(1, 4, 2))).rejects.toThrow(
      'this module cannot be loaded',
    );
    await expect(collect(nodePool({ script: fixture('missing.mjs') }), batchOf(1, 4, 2))).rejects.toThrow(/missing\.mjs/);
  });

  it('fails when its workers never answer', async () => {
    const pool = nodePool({ script: fixture('silent.mjs'), startTimeout: 150 });
    await expect(collect(pool, batchOf(1, 4, 2))).rejects.toThrow('did not start within 0.15 s');
  });

  it('fails the batch when preparing it loses every worker', async () => {
    await expect(collect(nodePool(), batchOf(1, 4, 2, { prepare: 'exit' }))).rejects.toThrow('ended by itself');
    await expect(collect(nodePool({ runTimeout: 200 }), batchOf(1, 4, 2, { prepare: 'hang' }))).rejects.toThrow('did not finish preparing');
  });

  it('terminates runs that outlast the grace of an abort', async () => {
    const pool = nodePool();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 200);
    const reading = collect(pool, batchOf(1, 2, 2, { faults: { '0:0': 'hang', '0:1': 'hang' } }), { signal: controller.signal, grace: 50 });
    await expect(reading).rejects.toThrow('enough');
    expect(await collect(pool, batchOf(1, 2, 2))).toHaveLength(2);
  });

  it('delivers every run that had begun and finishes within the grace', async () => {
    const controller = new AbortController();
    const tally = newTally();
    const poll = setInterval(() => {
      if (tally[2] >= 2) controller.abort(new Error('enough'));
    }, 5);
    const kept: Outcome[] = [];
    const reading = (async () => {
      const batch = batchOf(9, 1, 1, { pause: 150, tally });
      for await (const outcome of nodePool({ workers: 1 }).run(batch, { signal: controller.signal, grace: 20_000 })) kept.push(outcome);
    })();
    await expect(reading).rejects.toThrow('enough');
    clearInterval(poll);
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeLessThan(9);
    expect(kept.length).toBe(tally[2]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { compareResultSchema } from '../../../sim/experiment/result-schema.ts';
import type { LabResult, LabState } from '../../../ui/lab/protocol.ts';
import { startSession } from '../../../ui/lab/session.ts';
import { type AppState, type Draft, FIRST_VIEW, type ViewState } from '../../../ui/state/app-state.ts';
import { Store } from '../../../ui/state/store.ts';

const SMALL: Draft = {
  swaylab: 1,
  name: 'small',
  horizon: 20,
  replicates: 3,
  strategies: ['push', 'learn-and-relate'],
  network: { kind: 'tribal', people: 200 },
};

const stateOf = (draft: Draft, view: Partial<ViewState> = {}): Store<AppState> =>
  new Store<AppState>({ draft, network: null, dragging: false, view: { ...FIRST_VIEW, ...view } });

function until(results: Store<LabState>, holds: (lab: LabState) => boolean): Promise<LabState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds(results.state)) return;
      end();
      resolve(results.state);
    };
    const end = results.subscribe(look);
    look();
  });
}

const done = (results: Store<LabState>) => until(results, ({ status }) => status === 'done');
const resultOf = ({ result }: LabState): LabResult => {
  if (result === null) throw new Error('there is no result');
  return result;
};

describe('session of the laboratory', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('shows first runs before a replicate is complete, and ends with the document of the command line', async () => {
    const { results } = startSession(stateOf(SMALL));
    const seen: LabState[] = [];
    results.subscribe((lab) => seen.push(lab));
    const { comparison, columns, tribes, journeys, brands } = resultOf(await done(results));
    const early = seen.flatMap(({ result }) => (result?.early ? [result] : []));
    expect(early.length).toBeGreaterThan(0);
    expect(early[0].comparison.strategies.map(({ name }) => name)).toEqual(['push', 'learn-and-relate', 'nothing']);
    expect(early[0].comparison.comparisons).toEqual([]);

    expect(compareResultSchema.parse(structuredClone(comparison))).toEqual(comparison);
    expect(comparison.replicates).toBe(3);
    expect(comparison.comparisons.length).toBe(3 * Object.keys(comparison.metricInfo).length * 2);
    expect(comparison.strategies[0].weekly.adoption).toHaveLength(20);

    expect(brands).toEqual(['brand']);
    expect(columns.push.adopters).toHaveLength(20);
    const adopters = columns.push.adopters as Float32Array;
    expect(adopters[19] / 200).toBeCloseTo(comparison.strategies[0].weekly.adoption[19].mean as number, 5);
    const [push] = tribes;
    expect(push.ofOneReplicate).toBe(true);
    expect(push.sizes.reduce((sum, size) => sum + size)).toBe(200);
    const { flows, stages, runs } = journeys[0];
    expect(runs).toBe(3);
    const lastWeek = flows.subarray(19 * stages.length ** 2);
    expect(lastWeek.reduce((sum, people) => sum + people)).toBeCloseTo(200, 3);
  });

  it('repeats no run when a strategy is hidden and shown again', async () => {
    const state = stateOf(SMALL);
    const { results } = startSession(state);
    const before = resultOf(await done(results)).comparison;
    state.update((now) => ({ ...now, view: { ...now.view, shown: ['push'] } }));
    await until(results, ({ status, request }) => status === 'done' && request === 2);
    state.update((now) => ({ ...now, view: { ...now.view, shown: null } }));
    const after = await until(results, ({ status, request }) => status === 'done' && request === 3);
    expect(resultOf(after).comparison.digest).toBe(before.digest);
  });

  it('gives the difference and the lines that are looked at without running again', async () => {
    const state = stateOf(SMALL);
    const { results } = startSession(state);
    await done(results);
    state.update((now) => ({ ...now, view: { ...now.view, lines: true, metric: 'active', pair: ['learn-and-relate', 'nothing'] } }));
    const { result, request } = await until(results, (lab) => lab.result?.difference?.metric === 'active');
    expect(request).toBe(1);
    const { difference, lines } = resultOf({ result } as LabState);
    expect(difference?.a).toBe('learn-and-relate');
    expect(difference?.runs).toBe(3);
    const ofRelate = lines['learn-and-relate'].active as Float32Array;
    const ofNothing = lines.nothing.active as Float32Array;
    expect(ofRelate).toHaveLength(60);
    const gaps = [0, 1, 2].map((run) => ofRelate[run * 20 + 19] - ofNothing[run * 20 + 19]).sort((x, y) => x - y);
    expect(difference?.quantiles[19 * 5 + 2]).toBeCloseTo(gaps[1], 6);
  });

  it('forgets the scenario before as soon as another is wanted', async () => {
    const state = stateOf({ ...SMALL, network: { kind: 'tribal', people: 3000 }, replicates: 200 });
    const { results } = startSession(state);
    await until(results, ({ result }) => result !== null);
    state.update((now) => ({ ...now, draft: { ...SMALL, seed: 'other' } }));
    const lab = await until(results, ({ status }) => status === 'done');
    expect(lab.request).toBe(2);
    expect(resultOf(lab).comparison.seed).toBe('other');
    expect(resultOf(lab).comparison.replicates).toBe(3);
  });

  it('can be held and goes on where it was', async () => {
    const { results, host } = startSession(stateOf({ ...SMALL, replicates: 12 }));
    await until(results, ({ result }) => result !== null && !result.early);
    await host.pause();
    expect(results.state.status).toBe('paused');
    const held = results.state.done;
    await host.resume();
    const lab = await done(results);
    expect(lab.done).toBe(36);
    expect(held).toBeLessThan(36);
    expect(resultOf(lab).comparison.replicates).toBe(12);
  });

  it('says what is wrong with the input, and what a thumbnail shows', async () => {
    const { host } = startSession(stateOf(SMALL));
    await expect(host.thumbnail({ ...SMALL, horizon: -3 })).rejects.toMatchObject({ name: 'InputError', path: 'horizon', found: '-3' });
    const lines = await host.thumbnail(SMALL);
    expect(Object.keys(lines)).toEqual(['push', 'learn-and-relate']);
    expect(lines.push).toHaveLength(20);
    expect([...lines.push].every((value, week) => week === 0 || value >= lines.push[week - 1])).toBe(true);
  });

  it('starts the worker again when it crashed, and the request with it', async () => {
    startSession(stateOf(SMALL)); // takes the worker that was started with the page
    const RealWorker = Worker;
    const made: Worker[] = [];
    vi.stubGlobal(
      'Worker',
      class extends RealWorker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          made.push(this);
        }
      },
    );
    try {
      const { results } = startSession(stateOf({ ...SMALL, replicates: 30 }));
      await until(results, ({ result }) => result !== null);
      made[0].dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
      const lab = await done(results);
      expect(made).toHaveLength(2);
      expect(resultOf(lab).comparison.replicates).toBe(30);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

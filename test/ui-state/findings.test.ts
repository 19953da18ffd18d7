import { expect, test } from 'vitest';
import { runIdOf } from '../../sim/compute/comparison-plan.ts';
import { createInlinePool } from '../../sim/compute/index.ts';
import { marketLaboratory } from '../../sim/compute/market-laboratory.ts';
import { planAt, type SweepPlan, sweepJobs } from '../../sim/compute/sweep-plan.ts';
import type { SweepRecord } from '../../sim/store/codec/index.ts';
import { findingsOf } from '../../ui/view/experiment/findings.ts';
import { openedExperiment } from '../../ui/view/experiment/opened-experiment.ts';
import { opponents, TEMPLATES } from '../../ui/view/experiment/templates.ts';
import { timeLeft } from '../../ui/view/experiment/time-left.ts';

const SMALL = {
  name: 'small',
  strategies: ['push', 'learn-and-relate'],
  outputs: { metrics: ['adoption'], weeks: [8] },
  replicates: 2,
};
const FIXED = { 'network.people': 60, horizon: 8 };

async function recordsOf(plan: SweepPlan, most = Number.POSITIVE_INFINITY): Promise<Map<string, SweepRecord>> {
  const records = new Map<string, SweepRecord>();
  for await (const outcome of createInlinePool(marketLaboratory).run({ input: plan.input, jobs: [...sweepJobs(plan, () => false)] })) {
    if (outcome.status === 'failed') throw outcome.error;
    const { digest, measures = null } = outcome;
    if (records.size < most) {
      records.set(runIdOf(planAt(plan, outcome.point), outcome.strategy, outcome.replicate), { digest, error: null, measures });
    }
  }
  return records;
}

test('every template is an experiment that can be run, about the scenario at hand', () => {
  for (const { make } of TEMPLATES) {
    const plan = openedExperiment(JSON.stringify(make({ name: 'mine', market: { need: 0.2 } }, opponents(['push', 'hybrid']))));
    expect(plan.base.names).toEqual(['push', 'hybrid', 'nothing']);
    expect(plan.base.scenario.market.need).toBe(0.2);
    expect(plan.points).toBeGreaterThan(8);
  }
});

test('a Morris design finds the parameter that matters, and waits for a whole replicate', async () => {
  const plan = openedExperiment(
    JSON.stringify({
      ...SMALL,
      factors: { 'brands.0.familiarity': { range: [0, 1] }, 'consumers.talk.social': {}, ...FIXED },
      design: { kind: 'morris', trajectories: 4 },
    }),
  );
  const question = { first: 'push', second: null, metric: 'adoption', week: 8 } as const;
  expect(findingsOf(plan, new Map(), question)).toEqual({ replicates: 0, sensitivity: null, map: null });
  const records = await recordsOf(plan);
  const { replicates, sensitivity } = findingsOf(plan, records, question);
  expect(replicates).toBe(2);
  const factors = sensitivity?.outputs[0].factors ?? [];
  expect(factors.map(({ path }) => path)).toEqual(['brands.0.familiarity', 'consumers.talk.social']);
  const [known, talk] = factors as unknown as { muStar: { estimate: number } }[];
  expect(known.muStar.estimate).toBeGreaterThan(talk.muStar.estimate);
});

test('a design over two ranges becomes a map of winners, also from a part of the runs', async () => {
  const plan = openedExperiment(
    JSON.stringify({
      ...SMALL,
      factors: { 'market.budget': {}, 'consumers.talk.social': {}, ...FIXED },
      design: { kind: 'sobol', points: 16 },
    }),
  );
  const question = { first: 'push', second: 'learn-and-relate', metric: 'adoption', week: 8 } as const;
  const records = await recordsOf(plan, 16 * 3);
  const { map } = findingsOf(plan, records, question);
  expect(map?.axes.map(({ path }) => path)).toEqual(['market.budget', 'consumers.talk.social']);
  expect(map?.points).toHaveLength(16);
  expect(map?.panels[0].probability.flat().every((p) => p >= 0 && p <= 1)).toBe(true);
  const swapped = findingsOf(plan, records, { ...question, first: 'learn-and-relate', second: 'push' }).map;
  expect(swapped?.points.map(({ wins, replicates }) => replicates - wins)).toEqual(map?.points.map(({ wins }) => wins));
});

test.each([
  ['an unknown scenario', { ...SMALL, scenario: 'defualt', factors: {}, design: { kind: 'explicit', points: [{}] } }, 'scenario'],
  ['a table beside the file', { ...SMALL, factors: {}, design: { kind: 'explicit', file: 'points.csv' } }, 'design.file'],
  [
    'more runs than a page can hold',
    { ...SMALL, replicates: 100_000, factors: { 'market.budget': [0.01, 0.02] }, design: { kind: 'factorial' } },
    'design',
  ],
])('%s is refused with its place', (_, experiment, path) => {
  expect(() => openedExperiment(JSON.stringify(experiment))).toThrow(expect.objectContaining({ name: 'InputError', path }));
});

test('the time that is left follows from the pace since the start', () => {
  expect(timeLeft({ done: 30, total: 130 }, 10_000, 10)).toBe('about 50 s left');
  expect(timeLeft({ done: 30, total: 1230 }, 10_000, 10)).toBe('about 10 minutes left');
  expect(timeLeft({ done: 10, total: 130 }, 10_000, 10)).toBe('');
});

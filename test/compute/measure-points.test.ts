import { expect, test } from 'vitest';
import { createInlinePool } from '../../sim/compute/index.ts';
import { marketLaboratory } from '../../sim/compute/market-laboratory.ts';
import { type Measure, measurePoints, type PointRuns } from '../../sim/compute/measure-points.ts';
import { armsOf } from '../../sim/experiment/arms.ts';
import { METRICS, metricAt } from '../../sim/experiment/metrics.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import type { Recording } from '../../sim/market/recording.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const scenarioOf = (need: number) =>
  parseScenario({ name: 'small', network: { kind: 'tribal', people: 60 }, horizon: 4, strategies: ['push', 'hybrid'], market: { need } });
const points: PointRuns[] = [0.05, 0.1, 0.2].map((need) => ({
  scenario: scenarioOf(need),
  strategies: ['hybrid', 'push'],
  from: 1,
  to: 4,
}));

test('measures what single runs give, point by point and replicate by replicate, for any number of workers', async () => {
  const measures: Measure[] = METRICS.flatMap(({ name }) => [1, 4].map((week) => ({ metric: name, week })));
  const expected = points.map(({ scenario }) => {
    const experiment = prepareExperiment({ scenario, network: null });
    const arms = armsOf(scenario).map(({ name }) => name);
    const runs = new Map(
      arms.flatMap((name, at) => [1, 2, 3].map((replicate) => [`${name} ${replicate}`, experiment.run(at, replicate).recording] as const)),
    );
    const run = (name: string, replicate: number) => runs.get(`${name} ${replicate}`) as Recording;
    return ['hybrid', 'push'].map((name) =>
      measures.map(({ metric, week }) =>
        [1, 2, 3].map((replicate) => metricAt(metric, run(name, replicate), run('nothing', replicate), week - 1)),
      ),
    );
  });
  for (const workers of [1, 3]) {
    const values = await measurePoints(createInlinePool(marketLaboratory, { workers }), points, measures);
    expect(values.map((point) => point.map((strategy) => strategy.map((series) => Array.from(series))))).toEqual(expected);
  }
});

test('metrics that are not measured against doing nothing do not look at it, so that it need not be run', async () => {
  const measures: Measure[] = METRICS.filter(({ against }) => against === null).map(({ name }) => ({ metric: name, week: 4 }));
  let runs = 0;
  const onProgress = () => {
    runs++;
  };
  const alone = await measurePoints(createInlinePool(marketLaboratory), points, measures, { onProgress });
  expect(runs).toBe(3 * 2 * 3);
  const beside = await measurePoints(createInlinePool(marketLaboratory), points, [...measures, { metric: 'romi', week: 4 }], {
    onProgress,
  });
  expect(runs).toBe(3 * 2 * 3 + 3 * 3 * 3);
  expect(alone).toEqual(beside.map((point) => point.map((strategy) => strategy.slice(0, -1))));
});

test('an unknown strategy, and an abort, are told', async () => {
  const pool = createInlinePool(marketLaboratory);
  await expect(measurePoints(pool, [{ ...points[0], strategies: ['pusch'] }], [{ metric: 'margin', week: 4 }])).rejects.toThrow(
    /did you mean "push"/,
  );
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(measurePoints(pool, points, [{ metric: 'margin', week: 4 }], { signal })).rejects.toThrow('enough');
});

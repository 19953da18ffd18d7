import { describe, expect, it } from 'vitest';
import { reasonChart } from '../../sim/chart/reason-chart.ts';
import { REASON_NAMES } from '../../sim/experiment/reasons.ts';
import { COMPONENTS, SOURCES } from '../../sim/experiment/recorded.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { valueAt } from '../../sim/market/recording.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import type { ReasonResult } from '../../ui/lab/protocol.ts';
import { reasonsUntil } from '../../ui/view/compare/reasons.ts';

const WIDTH = SOURCES.length + COMPONENTS.length;
const WEEKS = 40;
const scenario = parseScenario({
  name: 'x',
  seed: 'reasons',
  horizon: WEEKS,
  network: { kind: 'tribal', people: 300 },
  strategies: ['hybrid'],
});
const run = prepareExperiment({ scenario, network: null, ledger: true }).run(0, 0).recording;
const result: ReasonResult = { strategy: 'hybrid', parts: Float32Array.from(run.reasons ?? []), population: 300, runs: 1 };

describe('reasons for purchases', () => {
  it('are all there: each source, and each component that no source stands behind', () => {
    const told = COMPONENTS.filter((name) => !['affect', 'familiarity', 'belief'].includes(name));
    expect([...REASON_NAMES].sort()).toEqual([...SOURCES, ...told].sort());
  });

  it('account for every purchase of a run: sources are as much as the components that they built', () => {
    const sums = new Float64Array(WIDTH);
    result.parts.forEach((share, at) => {
      sums[at % WIDTH] += share;
    });
    const built = sums.subarray(0, SOURCES.length).reduce((sum, share) => sum + share, 0);
    const [affect, familiarity, belief] = sums.subarray(SOURCES.length);
    expect(built / (affect + familiarity + belief)).toBeCloseTo(1, 2);
    const bought = Array.from({ length: WEEKS }, (_, week) => valueAt(run, 'purchases', week)).reduce((sum, count) => sum + count, 0);
    expect(bought).toBeGreaterThan(20);
    expect(reasonsUntil(result, WEEKS).purchases * 300).toBeCloseTo(bought, 2);
  });

  it('add up to 1 in every span that has purchases, and are none where there are none', () => {
    for (let week = 1; week <= WEEKS; week++) {
      const { shares, purchases } = reasonsUntil(result, week);
      if (purchases === 0) expect(shares).toEqual([]);
      else expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(reasonsUntil({ ...result, parts: new Float32Array(WEEKS * WIDTH) }, WEEKS)).toEqual({
      strategy: 'hybrid',
      purchases: 0,
      shares: [],
    });
  });

  it('stand in the chart as they are', () => {
    const reasons = reasonsUntil(result, WEEKS);
    const { rows, groups } = reasonChart([reasons], WEEKS);
    expect(rows[0].parts.map(({ share }) => share)).toEqual(reasons.shares);
    expect(new Set(rows[0].parts.map(({ group }) => groups[group].name)).size).toBe(5);
  });
});

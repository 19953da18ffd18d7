import { describe, expect, it } from 'vitest';
import { compareOver } from '../../../sim/compute/compare.ts';
import { createInlinePool } from '../../../sim/compute/index.ts';
import { marketLaboratory } from '../../../sim/compute/market-laboratory.ts';
import { metricAt } from '../../../sim/experiment/metrics.ts';
import { prepareExperiment } from '../../../sim/experiment/replicate.ts';
import { parseScenario } from '../../../sim/scenario/index.ts';
import { Arms } from '../../../ui/lab/arms.ts';
import { packComparison, unpackComparison } from '../../../ui/lab/packed-result.ts';
import { compared, resultOf, SMALL } from '../fixture/small-market.ts';

describe('a comparison of the page', () => {
  it('ends with the document that the library gives for the same strategies and replicates', async () => {
    const mine = unpackComparison(resultOf(compared(3)).comparison);
    const scenario = { ...parseScenario(SMALL), replicates: 3 };
    const theirs = await compareOver(createInlinePool(marketLaboratory), scenario, [], {});
    const { runs: myRuns, ...rest } = mine;
    const { runs: theirRuns, ...theirRest } = theirs;
    // The page shows no effect sizes, and does not work them out.
    for (const pair of theirRest.comparisons) delete (pair as { statistics?: unknown }).statistics;
    expect(structuredClone(rest)).toEqual(structuredClone(theirRest));
    expect(myRuns.map(({ strategy, replicate, digest }) => [strategy, replicate, digest])).toEqual(
      theirRuns.map(({ strategy, replicate, digest }) => [strategy, replicate, digest]),
    );
  });

  it('is the same after packing and unpacking, read in any order', () => {
    const result = unpackComparison(resultOf(compared(2)).comparison);
    const again = unpackComparison(structuredClone(packComparison(result)));
    expect(again.comparisons).toEqual(result.comparisons);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(result)));
  });

  it('runs again nothing that has run: not for another number of replicates, a hidden strategy, or undo', () => {
    const arms = new Arms();
    compared(2, undefined, arms);
    const longer = compared(3, 0, arms);
    expect(longer.done).toBe(6);
    expect(longer.jobs(1).map(({ replicate }) => replicate)).toEqual([2]);
    const other = compared(2, 0, arms, { ...SMALL, market: { budget: 0.04 } });
    expect(other.done).toBe(0);
    expect(compared(2, 0, arms).jobs(1)).toEqual([]);
  });

  it('runs replicate 0 first, over all workers, and lets it be seen on the way', () => {
    const jobs = compared(4, 0).jobs(3);
    expect(jobs.slice(0, 3)).toEqual([0, 1, 2].map((strategy) => ({ replicate: 0, strategies: [strategy], glimpses: true })));
    expect(jobs.slice(3)).toEqual([1, 2, 3].map((replicate) => ({ replicate, strategies: [0, 1, 2] })));
  });

  it('shows the first run of a strategy as far as it has come, and no effect before there is a reference', () => {
    const comparing = compared(2, 1);
    const experiment = prepareExperiment(comparing.input);
    const relate = experiment.run(1, 0).recording;
    comparing.glimpse({ strategy: 1, replicate: 0, weeks: 5, recording: relate });
    const { early, comparison } = resultOf(comparing);
    expect(early).toBe(true);
    const [push, learn, nothing] = unpackComparison(comparison).strategies;
    expect(push.weekly.adoption.every(({ q50, q05, q95 }) => q50 !== null && q05 === q50 && q95 === q50)).toBe(true);
    expect(push.weekly.adoption[9].low).toBeNull();
    expect(push.weekly.romi.every(({ q50 }) => q50 === null)).toBe(true);
    expect(learn.weekly.adoption.map(({ q50 }) => q50 !== null)).toEqual(Array.from({ length: 16 }, (_, week) => week < 5));
    expect(learn.weekly.adoption[4].q50).toBe(metricAt('adoption', relate, relate, 4));
    expect(nothing.weekly.adoption.every(({ q50 }) => q50 === null)).toBe(true);
  });

  it('measures the first runs against doing nothing once that has run', () => {
    const [push] = unpackComparison(resultOf(compared(2, 3)).comparison).strategies;
    expect(push.weekly.romi[15].q50).not.toBeNull();
  });

  it('averages columns over complete replicates, leaving out what a run does not define', () => {
    const comparing = compared(3);
    const { columns } = resultOf(comparing);
    const runs = [...comparing.arms[0].runs.values()].map(({ recording }) => recording.values);
    columns.push.forEach((mean, cell) => {
      const defined = runs.map((values) => values[cell]).filter((value) => !Number.isNaN(value));
      if (defined.length === 0) expect(mean).toBeNaN();
      else expect(mean).toBe(Math.fround(defined.reduce((sum, value) => sum + value, 0) / defined.length));
    });
  });

  it('tells of tribes in one replicate where they are drawn anew, and of all where they stay', () => {
    const anew = resultOf(compared(3)).tribes[0];
    expect(anew.ofOneReplicate).toBe(true);
    const same = compared(3, undefined, new Arms(), { ...SMALL, network: { ...SMALL.network, redraw: 'once' } });
    const { ofOneReplicate, sizes, adoption } = resultOf(same).tribes[0];
    expect(ofOneReplicate).toBe(false);
    const last = adoption.length - sizes.length;
    const adopters = sizes.reduce((sum, people, tribe) => sum + people * adoption[last + tribe], 0);
    const { weekly } = unpackComparison(resultOf(same).comparison).strategies[0];
    expect(adopters / 150).toBeCloseTo(weekly.adoption[15].mean as number, 5);
  });

  it('takes differences pair by pair', () => {
    const comparing = compared(5);
    const { difference, lines } = comparing.closeUp({
      lines: ['active'],
      difference: { a: 'push', b: 'nothing', metric: 'active' },
    });
    const gaps = Array.from({ length: 5 }, (_, run) => {
      const at = run * 16 + 15;
      return (lines.push.active?.[at] ?? Number.NaN) - (lines.nothing.active?.[at] ?? Number.NaN);
    }).sort((x, y) => x - y);
    expect(difference?.quantiles[15 * 5 + 2]).toBeCloseTo(gaps[2], 6);
    expect(difference?.probability[15]).toBe(gaps.reduce((sum, gap) => sum + (gap > 0 ? 1 : gap === 0 ? 0.5 : 0), 0) / 5);
    expect(comparing.closeUp({ lines: [], difference: { a: 'push', b: 'gone', metric: 'active' } }).difference).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRuns, planJobs } from '../../sim/compute/jobs.ts';

describe('planJobs', () => {
  it('makes one job per replicate', () => {
    expect(planJobs(allRuns(2, 3), 2)).toEqual([
      { replicate: 0, strategies: [0, 1] },
      { replicate: 1, strategies: [0, 1] },
      { replicate: 2, strategies: [0, 1] },
    ]);
  });

  it('splits replicates when there are fewer than workers', () => {
    expect(planJobs(allRuns(5, 1), 2)).toEqual([
      { replicate: 0, strategies: [0, 1] },
      { replicate: 0, strategies: [2, 3, 4] },
    ]);
  });

  it('holds every run once, in no empty job, whatever the runs and the number of workers', () => {
    const run = fc.record({ strategy: fc.nat(8), replicate: fc.nat(8) });
    const runs = fc.uniqueArray(run, { selector: ({ strategy, replicate }) => strategy * 100 + replicate });
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 9 }), (wanted, workers) => {
        const jobs = planJobs(wanted, workers);
        const planned = jobs.flatMap(({ replicate, strategies }) => strategies.map((strategy) => strategy * 100 + replicate));
        const expected = wanted.map(({ strategy, replicate }) => strategy * 100 + replicate);
        expect(planned.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
        expect(jobs.every(({ strategies }) => strategies.length > 0)).toBe(true);
        expect(jobs.map(({ replicate }) => replicate)).toEqual(jobs.map(({ replicate }) => replicate).sort((a, b) => a - b));
      }),
    );
  });
});

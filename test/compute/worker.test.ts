import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../sim/compute/laboratory.ts';
import type { Report } from '../../sim/compute/protocol.ts';
import { createWorker } from '../../sim/compute/worker.ts';

const recordingOf = (values: Float64Array) => ({ weeks: values.length, brands: 1, population: 1, people: 1, interest: 0, values });

/** A run of some weeks, each of which takes a while; what was begun and how far it came. */
function slowExperiment(weeks: number, milliseconds: number) {
  const passed: number[] = [];
  const experiment: Experiment = {
    run() {
      throw new Error('a run that can be stopped is not run in one go');
    },
    *weeks(strategy, replicate) {
      const values = new Float64Array(weeks);
      passed.push(0);
      for (let week = 0; week < weeks; week++) {
        for (const until = performance.now() + milliseconds; performance.now() < until; );
        values[week] = 100 * strategy + week + 1;
        passed[passed.length - 1]++;
        yield recordingOf(values);
      }
      return { strategy, replicate, recording: recordingOf(values), digest: 'digest' };
    },
  };
  return { experiment, passed };
}

async function workerWith(experiment: Experiment, hear: (report: Report) => void = () => {}) {
  const reports: Report[] = [];
  const worker = createWorker<null>({ prepare: async () => experiment });
  await worker.connect(async (report) => {
    reports.push(report);
    hear(report);
  });
  await worker.prepare({ experiment: 1, input: null });
  return { worker, reports };
}

describe('a worker whose runs can be stopped', () => {
  it('hears a cancel in the middle of a run and reports nothing of it', async () => {
    const { experiment, passed } = slowExperiment(400, 2);
    const { worker, reports } = await workerWith(experiment);
    const work = worker.work({ job: 7, experiment: 1, replicate: 0, strategies: [0, 1] });
    setTimeout(() => void worker.cancel(7), 60);
    await work;
    expect(reports).toEqual([]);
    expect(passed).toHaveLength(1);
    expect(passed[0]).toBeGreaterThan(0);
    expect(passed[0]).toBeLessThan(400);
  });

  it('shows glimpses of a run before its end, only where they are asked for', async () => {
    const { experiment } = slowExperiment(80, 2);
    const { worker, reports } = await workerWith(experiment);
    await worker.work({ job: 1, experiment: 1, replicate: 3, strategies: [2], glimpses: true });
    const glimpses = reports.flatMap((report) => (report.type === 'glimpse' ? [report.glimpse] : []));
    expect(glimpses.length).toBeGreaterThan(0);
    expect(reports.at(-1)?.type).toBe('run');
    for (const { strategy, replicate, weeks, recording } of glimpses) {
      expect([strategy, replicate]).toEqual([2, 3]);
      expect(recording.values[weeks - 1]).toBe(200 + weeks);
      expect([...recording.values.subarray(weeks)].every((value) => value === 0)).toBe(true);
    }

    const silent = await workerWith(experiment);
    await silent.worker.work({ job: 2, experiment: 1, replicate: 3, strategies: [2] });
    expect(silent.reports.map(({ type }) => type)).toEqual(['run']);
  });

  it('keeps a glimpse as it was when the run goes on', async () => {
    const { experiment } = slowExperiment(60, 2);
    const seen: number[] = [];
    const { worker, reports } = await workerWith(experiment, (report) => {
      if (report.type === 'glimpse') seen.push(report.glimpse.recording.values.reduce((sum, value) => sum + value, 0));
    });
    await worker.work({ job: 1, experiment: 1, replicate: 0, strategies: [0], glimpses: true });
    const after = reports.flatMap((report) =>
      report.type === 'glimpse' ? [report.glimpse.recording.values.reduce((sum, value) => sum + value, 0)] : [],
    );
    expect(after).toEqual(seen);
  });
});

import { describe, expect, it } from 'vitest';
import { metricColumn, type RunRow, runsTable } from '../../../sim/store/codec/runs-table.ts';
import { METRIC_COLUMNS, rowOf } from '../fixture/recordings.ts';

const values = (rows: RunRow[], column: string): unknown[] => {
  const found = runsTable(rows, METRIC_COLUMNS).columns.find(({ name }) => name === column);
  if (!found) throw new Error(`no column ${column}`);
  return [...found.values];
};

describe('runsTable', () => {
  it('is in design order, in whatever order the runs arrived', () => {
    const rows = [rowOf(1, 1), rowOf(0, 1), rowOf(1, 0), rowOf(0, 0)];
    expect(values(rows, 'runId')).toEqual(['run-0-0', 'run-0-1', 'run-1-0', 'run-1-1']);
    expect(runsTable(rows, METRIC_COLUMNS)).toEqual(runsTable(rows.toReversed(), METRIC_COLUMNS));
  });

  it('holds a failed run with its error and without metrics', () => {
    const failed: RunRow = { ...rowOf(1, 0), status: 'failed', digest: null, error: 'the worker ran out of memory', metrics: {} };
    const rows = [rowOf(0, 0), failed];
    expect(values(rows, 'status')).toEqual(['done', 'failed']);
    expect(values(rows, 'digest')).toEqual(['digest-0-0', null]);
    expect(values(rows, 'error')).toEqual([null, 'the worker ran out of memory']);
    expect(values(rows, 'adoption_4')).toEqual([0, Number.NaN]);
  });

  it('has a column for each parameter that varies, typed by its values', () => {
    const rows = [0, 1].map((replicate) => ({
      ...rowOf(0, replicate),
      parameters: { 'market.people': 10 ** replicate, open: replicate === 1, mixed: replicate || 'none' },
    }));
    expect(values(rows, 'market.people')).toEqual([1, 10]);
    expect(values(rows, 'open')).toEqual([false, true]);
    expect(values(rows, 'mixed')).toEqual(['none', '1']);
    expect(() => runsTable([rows[0], rowOf(1, 0)], [])).toThrow('lacks the parameter market.people');
  });

  it('names the columns of metrics by week', () => {
    expect(metricColumn('adoption', 13)).toBe('adoption_13');
  });
});

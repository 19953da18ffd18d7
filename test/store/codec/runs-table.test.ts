import { describe, expect, it } from 'vitest';
import { errorsTable, metricColumn, type RunLayout, type RunRow, runsTable } from '../../../sim/store/codec/runs-table.ts';
import type { Table } from '../../../sim/store/codec/table.ts';
import { LAYOUT, rowOf } from '../fixture/recordings.ts';

async function values(parts: AsyncIterable<Table>, column: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { columns } of parts) found.push(...(columns.find(({ name }) => name === column)?.values ?? ['no such column']));
  return found;
}

const FAILED: RunRow = { ...rowOf(1, 0), status: 'failed', digest: null, error: 'the worker ran out of memory', measures: null };

describe('runsTable', () => {
  it('keeps the order of the runs, over all its parts', async () => {
    const rows = Array.from({ length: 4500 }, (_, replicate) => rowOf(0, replicate));
    expect(await values(runsTable(rows, LAYOUT), 'replicate')).toEqual(rows.map(({ replicate }) => replicate));
    expect(await values(runsTable(rows, LAYOUT), 'adoption_4')).toEqual(rows.map(({ measures }) => measures?.[0]));
  });

  it('holds a failed run with its error and without metrics', async () => {
    const rows = [rowOf(0, 0), FAILED];
    expect(await values(runsTable(rows, LAYOUT), 'status')).toEqual(['done', 'failed']);
    expect(await values(runsTable(rows, LAYOUT), 'digest')).toEqual(['00'.repeat(32), null]);
    expect(await values(runsTable(rows, LAYOUT), 'error')).toEqual([null, 'the worker ran out of memory']);
    expect(await values(runsTable(rows, LAYOUT), 'adoption_4')).toEqual([0, Number.NaN]);
  });

  it('has the point and a typed column for each parameter of a design', async () => {
    const layout: RunLayout = {
      points: true,
      parameters: [
        { name: 'market.people', type: 'float64' },
        { name: 'open', type: 'boolean' },
        { name: 'network', type: 'string' },
      ],
      metrics: [],
    };
    const rows = [0, 1].map((point): RunRow => ({ ...rowOf(0, 0), point, parameters: [10 ** point, point === 1, `["${point}"]`] }));
    expect(await values(runsTable(rows, layout), 'point')).toEqual([0, 1]);
    expect(await values(runsTable(rows, layout), 'market.people')).toEqual([1, 10]);
    expect(await values(runsTable(rows, layout), 'open')).toEqual([false, true]);
    expect(await values(runsTable(rows, layout), 'network')).toEqual(['["0"]', '["1"]']);
  });

  it('has its columns also without a run', async () => {
    const parts: Table[] = [];
    for await (const each of runsTable([], LAYOUT)) parts.push(each);
    const [part] = parts;
    expect([part.rows, part.columns.at(-1)?.name]).toEqual([0, 'romi_4']);
  });

  it('names the columns of metrics by week', () => {
    expect(metricColumn('adoption', 13)).toBe('adoption_13');
  });
});

describe('errorsTable', () => {
  it('names the seed of each failed run and the command that repeats it', async () => {
    const rows = [rowOf(0, 0), FAILED];
    expect(await values(errorsTable(rows, LAYOUT), 'runId')).toEqual(['run-1-0']);
    expect(await values(errorsTable(rows, LAYOUT), 'seed')).toEqual(['swaylab']);
    expect(await values(errorsTable(rows, LAYOUT), 'repeat')).toEqual(['swaylab verify . --run run-1-0']);
  });
});

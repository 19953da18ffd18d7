import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../sim/market/columns.ts';
import { valueAt } from '../../../sim/market/recording.ts';
import type { Table } from '../../../sim/store/codec/table.ts';
import { tribesOf, weeksOf } from '../../../sim/store/codec/weeks-table.ts';
import { recordingOf } from '../fixture/recordings.ts';

const recording = recordingOf(2, 1, 4, 2, 3);
const run = { point: null, strategy: 2, strategyName: 'learn', replicate: 1, brandNames: ['ours', 'theirs'], recording };

function column(table: Table | null, name: string): unknown[] {
  const found = table?.columns.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return [...found.values];
}

describe('weeksOf', () => {
  it('has a row a week and brand, weeks from 1', () => {
    const weeks = weeksOf(run);
    expect(weeks.rows).toBe(8);
    expect(column(weeks, 'week')).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(column(weeks, 'brandName')).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
    expect(column(weeks, 'strategy')).toEqual(new Array(8).fill(2));
  });

  it('holds every column of the market in the place that a reader of the recording would look', () => {
    const weeks = weeksOf(run);
    for (const { name } of COLUMNS) {
      const expected = [0, 1, 2, 3].flatMap((week) => [0, 1].map((brand) => valueAt(recording, name, week, brand)));
      expect(column(weeks, name)).toEqual(expected);
    }
  });

  it('refuses a recording of another shape', () => {
    expect(() => weeksOf({ ...run, recording: { ...recording, weeks: 3 } })).toThrow('expected');
  });
});

describe('tribesOf', () => {
  it('has a row a week, tribe and brand', () => {
    const tribes = tribesOf(run);
    expect(tribes?.rows).toBe(24);
    expect(column(tribes, 'week').slice(0, 7)).toEqual([1, 1, 1, 1, 1, 1, 2]);
    expect(column(tribes, 'tribe').slice(0, 7)).toEqual([0, 0, 1, 1, 2, 2, 0]);
    expect(column(tribes, 'size').slice(0, 6)).toEqual([10, 10, 11, 11, 12, 12]);
    expect(column(tribes, 'adopters')).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  it('is absent when tribes were not recorded', () => {
    expect(tribesOf({ ...run, recording: recordingOf(0, 0) })).toBeNull();
  });
});

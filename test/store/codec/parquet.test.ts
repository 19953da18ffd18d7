import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { encodeParquet } from '../../../sim/store/codec/parquet.ts';
import { type Table, table } from '../../../sim/store/codec/table.ts';
import { gathered } from '../fixture/text.ts';

function part(start: number, rows: number): Table {
  const numbers = Array.from({ length: rows }, (_, i) => start + i);
  return table(rows, [
    { name: 'row', type: 'int32', values: Int32Array.from(numbers) },
    { name: 'x', type: 'float64', values: Float64Array.from(numbers, (i) => (i % 5 === 1 ? Number.NaN : i / 7)) },
    { name: 'name', type: 'string', values: numbers.map((i) => (i % 3 === 0 ? null : `brand ü ${i % 11}`)) },
    { name: 'even', type: 'boolean', values: numbers.map((i) => i % 2 === 0) },
  ]);
}

const bytesOf = async (parts: Iterable<Table>): Promise<ArrayBuffer> => new Uint8Array(await gathered(encodeParquet(parts))).buffer;

const expectedRow = (i: number) => ({
  row: i,
  x: i % 5 === 1 ? null : i / 7,
  name: i % 3 === 0 ? null : `brand ü ${i % 11}`,
  even: i % 2 === 0,
});

describe('encodeParquet', () => {
  it('reads back to the same rows, with nulls for what is missing', async () => {
    const rows = await parquetReadObjects({ file: await bytesOf([part(0, 40), part(40, 2), part(42, 0)]) });
    expect(rows).toEqual(Array.from({ length: 42 }, (_, i) => expectedRow(i)));
  });

  it('writes long tables in row groups', async () => {
    const parts = Array.from({ length: 12 }, (_, i) => part(i * 10_000, 10_000));
    const file = await bytesOf(parts);
    const metadata = await parquetMetadataAsync(file);
    expect(metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([50_000, 50_000, 20_000]);
    const last = await parquetReadObjects({ file, rowStart: 119_998 });
    expect(last).toEqual([expectedRow(119_998), expectedRow(119_999)]);
  });

  it('has the same types whether or not something is missing, and in an empty table', async () => {
    const schemas = [];
    for (const parts of [[part(0, 1)], [part(1, 1)], [part(0, 0)]]) schemas.push((await parquetMetadataAsync(await bytesOf(parts))).schema);
    expect(schemas[1]).toEqual(schemas[0]);
    expect(schemas[2]).toEqual(schemas[0]);
  });

  it('gives equal bytes for equal tables', async () => {
    expect(await bytesOf([part(0, 999)])).toEqual(await bytesOf([part(0, 999)]));
    expect(await bytesOf([part(0, 500), part(500, 499)])).toEqual(await bytesOf([part(0, 999)]));
  });

  it('refuses parts with different columns', async () => {
    const other = table(1, [{ name: 'row', type: 'int32', values: Int32Array.of(1) }]);
    await expect(bytesOf([part(0, 1), other])).rejects.toThrow('lacks column x');
  });
});

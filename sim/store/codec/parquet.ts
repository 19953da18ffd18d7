import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { gather, type TableColumn, type TableParts } from './table.ts';

/** Rows of a row group: large enough to compress and to skip, small enough to hold in memory with all columns. */
const GROUP_ROWS = 50_000;

const TYPES = { float64: 'DOUBLE', int32: 'INT32', string: 'STRING', boolean: 'BOOLEAN' } as const;

/**
 * Apache Parquet, Snappy-compressed, row group by row group. What is missing is a null. Equal tables give equal bytes, however
 * they were cut into parts, as long as the parts are equal.
 */
export async function* encodeParquet(parts: TableParts): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter(1 << 20);
  const flush = (): Uint8Array => {
    const written = bytes.getBytes().slice();
    bytes.index = 0;
    return written;
  };
  let writer: ParquetWriter | null = null;
  for await (const group of gather(parts, GROUP_ROWS)) {
    const columnData = group.columns.map(sourceOf);
    writer ??= new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData }), createdBy: 'swaylab' });
    if (group.rows > 0) await writer.write({ columnData: columnData.map(({ name, data }) => ({ name, data })), rowGroupSize: group.rows });
    yield flush();
  }
  if (!writer) throw new RangeError('a table without parts has no columns, and cannot be written as Parquet');
  await writer.finish();
  yield flush();
}

function sourceOf(column: TableColumn) {
  const { name, type } = column;
  const nullable = type === 'float64' || type === 'string';
  return { name, type: TYPES[type], nullable, data: dataOf(column) };
}

/** NaN becomes null: in SQL a NaN would spoil every mean, a null does not. */
function dataOf(column: TableColumn): Float64Array | Int32Array | (number | string | boolean | null)[] {
  if (column.type === 'int32') return column.values;
  if (column.type !== 'float64') return [...column.values];
  return column.values.some(Number.isNaN) ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)) : column.values;
}

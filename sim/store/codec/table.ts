/**
 * A table as columns. What is missing is NaN in a float64 column and null in a string column; int32 and boolean columns hold no gaps.
 */
export interface Table {
  readonly rows: number;
  readonly columns: readonly TableColumn[];
}

export type TableColumn =
  | { readonly name: string; readonly type: 'float64'; readonly values: Float64Array }
  | { readonly name: string; readonly type: 'int32'; readonly values: Int32Array }
  | { readonly name: string; readonly type: 'string'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: 'boolean'; readonly values: readonly boolean[] };

/** Parts of one table, in order, all with the same columns: long tables are built and written part by part. */
export type TableParts = Iterable<Table> | AsyncIterable<Table>;

/** @throws RangeError when the columns are not all `rows` long, or two have one name */
export function table(rows: number, columns: readonly TableColumn[]): Table {
  for (const { name, values } of columns) {
    if (values.length !== rows) throw new RangeError(`column ${name} holds ${values.length} values, the table has ${rows} rows`);
  }
  if (new Set(columns.map(({ name }) => name)).size < columns.length) throw new RangeError('two columns have the same name');
  return { rows, columns };
}

/** Columns of a table that has a row for each of these: what each holds is taken from its row; undefined numbers are missing. */
export function columnsOf<Row>(rows: readonly Row[]): ColumnsOf<Row> {
  return {
    texts: (name, of) => ({ name, type: 'string', values: rows.map(of) }),
    whole: (name, of) => ({ name, type: 'int32', values: Int32Array.from(rows, of) }),
    numbers: (name, of) => ({ name, type: 'float64', values: Float64Array.from(rows, (row) => of(row) ?? Number.NaN) }),
  };
}

interface ColumnsOf<Row> {
  texts(name: string, of: (row: Row) => string | null): TableColumn;
  whole(name: string, of: (row: Row) => number): TableColumn;
  numbers(name: string, of: (row: Row) => number | null | undefined): TableColumn;
}

/** The same value in every row. */
export function constant(name: string, value: string | number, rows: number): TableColumn {
  return typeof value === 'string'
    ? { name, type: 'string', values: new Array<string>(rows).fill(value) }
    : { name, type: 'int32', values: new Int32Array(rows).fill(value) };
}

/** Parts joined into larger ones of at least `rows` rows (the last may be shorter). */
export async function* gather(parts: TableParts, rows: number): AsyncGenerator<Table> {
  let held: Table[] = [];
  let count = 0;
  for await (const part of parts) {
    held.push(part);
    count += part.rows;
    if (count < rows) continue;
    yield concatenate(held);
    held = [];
    count = 0;
  }
  if (held.length > 0) yield concatenate(held);
}

function concatenate(parts: readonly Table[]): Table {
  if (parts.length === 1) return parts[0];
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = parts[0].columns.map(({ name, type }, position) => {
    const pieces = parts.map((part) => columnAt(part, position, name, type).values);
    return joined(name, type, rows, pieces);
  });
  return table(rows, columns);
}

function joined(name: string, type: TableColumn['type'], rows: number, pieces: readonly TableColumn['values'][]): TableColumn {
  switch (type) {
    case 'float64':
      return { name, type, values: joinNumbers(new Float64Array(rows), pieces as Float64Array[]) };
    case 'int32':
      return { name, type, values: joinNumbers(new Int32Array(rows), pieces as Int32Array[]) };
    case 'string':
      return { name, type, values: (pieces as (string | null)[][]).flat() };
    case 'boolean':
      return { name, type, values: (pieces as boolean[][]).flat() };
  }
}

function columnAt(part: Table, position: number, name: string, type: TableColumn['type']): TableColumn {
  const column = part.columns[position];
  if (column?.name !== name || column.type !== type) throw new RangeError(`a part of the table lacks column ${name} of type ${type}`);
  return column;
}

function joinNumbers<A extends Float64Array | Int32Array>(joined: A, pieces: readonly A[]): A {
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

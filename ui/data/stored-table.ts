import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import Papa from 'papaparse';
import { InputError } from '../../sim/parameter/index.ts';

/** Bytes of a table that are read: a comparison of a dozen strategies in a thousand replicates stays below. */
const MOST_BYTES = { parquet: 512 << 20, text: 256 << 20 } as const;

/** A table of a results folder, read from any of the formats that the command line writes. */
export class StoredTable {
  readonly file: string;
  readonly rows: number;
  readonly #columns: ReadonlyMap<string, ArrayLike<unknown>>;

  constructor(file: string, rows: number, columns: ReadonlyMap<string, ArrayLike<unknown>>) {
    this.file = file;
    this.rows = rows;
    this.#columns = columns;
  }

  get names(): readonly string[] {
    return [...this.#columns.keys()];
  }

  /** Not a number where a value is missing. @throws InputError when there is no such column, or it holds something else */
  numbers(name: string): Float64Array {
    const column = this.#column(name);
    if (column instanceof Float64Array) return column;
    return Float64Array.from(column, (value, row) => {
      if (value === null || value === undefined || value === '') return Number.NaN;
      const number = Number(value);
      if (Number.isNaN(number)) throw this.#wrong(name, `${JSON.stringify(value)} in row ${row + 1}`, 'a number');
      return number;
    });
  }

  /** Null where a value is missing. @throws InputError when there is no such column */
  texts(name: string): (string | null)[] {
    return Array.from(this.#column(name), (value) => (typeof value === 'string' || value === null ? value : JSON.stringify(value)));
  }

  #column(name: string): ArrayLike<unknown> {
    const column = this.#columns.get(name);
    if (column === undefined) throw this.#wrong(name, 'no such column', `the columns of a table that Swaylab wrote`);
    return column;
  }

  #wrong(path: string, found: string, allowed: string): InputError {
    return new InputError(`${this.file} is not a table of a results folder`, { file: this.file, path, found, allowed });
  }
}

/** Reads a table by the ending of its name. @throws InputError when it is too large, damaged or none */
export async function readStoredTable(file: File): Promise<StoredTable> {
  const parquet = file.name.endsWith('.parquet');
  const most = parquet ? MOST_BYTES.parquet : MOST_BYTES.text;
  if (file.size > most) {
    throw new InputError(`${file.name} is too large for a page`, {
      file: file.name,
      path: 'file',
      found: `${file.size} bytes`,
      allowed: `at most ${most} bytes; swaylab report draws larger ones`,
    });
  }
  try {
    if (parquet) return await fromParquet(file);
    return file.name.endsWith('.csv') ? fromCsv(file.name, await file.text()) : fromJson(file.name, await file.text());
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file.name} cannot be read`, {
      file: file.name,
      path: 'file',
      found: error instanceof Error ? error.message : String(error),
      allowed: 'a whole table of a results folder',
    });
  }
}

async function fromParquet(file: File): Promise<StoredTable> {
  const buffer = { byteLength: file.size, slice: (start: number, end?: number) => file.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(buffer);
  const rows = Number(metadata.num_rows);
  const columns = new Map<string, ArrayLike<unknown>>();
  for (const { name, type } of metadata.schema.slice(1)) {
    columns.set(
      name,
      type === 'DOUBLE' || type === 'INT32' ? new Float64Array(rows).fill(Number.NaN) : new Array<unknown>(rows).fill(null),
    );
  }
  await parquetRead({
    file: buffer,
    metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName);
      if (column instanceof Float64Array) {
        for (let at = 0; at < columnData.length; at++) column[rowStart + at] = (columnData[at] as number | null) ?? Number.NaN;
      } else if (column !== undefined) {
        const values = column as unknown[];
        for (let at = 0; at < columnData.length; at++) values[rowStart + at] = columnData[at];
      }
    },
  });
  return new StoredTable(file.name, rows, columns);
}

/** As `encodeCsv` writes it: an empty cell is missing, one apostrophe in front guards what a spreadsheet would run. */
function fromCsv(file: string, text: string): StoredTable {
  const columns = new Map<string, (string | null)[]>();
  let names: string[] | null = null;
  let rows = 0;
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data, errors }) => {
      const [fault] = errors;
      if (fault !== undefined) throw new Error(`${fault.message} in row ${rows + 1}`);
      if (names === null) {
        names = data.map(unguarded);
        for (const name of names) columns.set(name, []);
        return;
      }
      if (data.length !== names.length) throw new Error(`row ${rows + 1} has ${data.length} cells, the head ${names.length}`);
      for (const [at, name] of names.entries()) columns.get(name)?.push(data[at] === '' ? null : unguarded(data[at]));
      rows++;
    },
  });
  return new StoredTable(file, rows, columns);
}

const unguarded = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

function fromJson(file: string, text: string): StoredTable {
  const found: unknown = JSON.parse(text);
  if (!Array.isArray(found) || found.some((row) => typeof row !== 'object' || row === null)) throw new Error('it is no list of rows');
  const rows = found as Readonly<Record<string, unknown>>[];
  const names = Object.keys(rows[0] ?? {});
  return new StoredTable(file, rows.length, new Map(names.map((name) => [name, rows.map((row) => row[name] ?? null)])));
}

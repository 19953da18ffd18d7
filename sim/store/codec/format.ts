import { encodeCsv } from './csv.ts';
import { encodeJson } from './json.ts';
import { encodeParquet } from './parquet.ts';
import type { TableParts } from './table.ts';

/** The formats of result tables; each is also the ending of the file's name. */
export const TABLE_FORMATS = ['csv', 'parquet', 'json'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table as the chunks of a file. */
export function encodeTable(parts: TableParts, format: TableFormat): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return encodeCsv(parts);
    case 'parquet':
      return encodeParquet(parts);
    case 'json':
      return encodeJson(parts, 'array');
  }
}

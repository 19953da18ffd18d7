import type { Table, TableColumn, TableParts } from './table.ts';

/** What a spreadsheet would take for a formula. */
const FORMULA_START = /^[=+\-@\t\r']/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^$/;

/**
 * CSV as in RFC 4180: comma, CR LF, one header line, UTF-8 without a mark. Numbers are in their shortest form that reads back to
 * the same float64; a missing value is an empty cell, an empty string is `""`. A text that a spreadsheet would run as a formula
 * (it begins with = + - @ tab or CR and is no number) gets an apostrophe in front, and so does one that begins with an
 * apostrophe: a reader removes one leading apostrophe to have the original.
 */
export async function* encodeCsv(parts: TableParts): AsyncGenerator<string> {
  let header = true;
  for await (const part of parts) {
    if (header) yield line(part.columns.map(({ name }) => textCell(name)));
    header = false;
    yield rowsOf(part);
  }
}

function rowsOf({ rows, columns }: Table): string {
  const cells = columns.map(cellsOf);
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) lines.push(line(cells.map((cell) => cell(row))));
  return lines.join('');
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function cellsOf(column: TableColumn): (row: number) => string {
  switch (column.type) {
    case 'float64':
      return (row) => (Number.isNaN(column.values[row]) ? '' : String(column.values[row]));
    case 'string':
      return (row) => {
        const text = column.values[row];
        return text === null ? '' : textCell(text);
      };
    case 'int32':
    case 'boolean':
      return (row) => String(column.values[row]);
  }
}

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return safe !== text || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

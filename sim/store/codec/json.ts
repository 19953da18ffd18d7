import type { Table, TableParts } from './table.ts';

/**
 * Rows as JSON objects, one a line: `array` puts them into one JSON array, `lines` is NDJSON. What is missing, and what JSON cannot hold
 * (NaN, infinities), is null.
 */
export async function* encodeJson(parts: TableParts, layout: 'array' | 'lines'): AsyncGenerator<string> {
  const between = layout === 'array' ? ',\n' : '\n';
  if (layout === 'array') yield '[';
  let first = true;
  for await (const part of parts) {
    if (part.rows === 0) continue;
    const start = first ? (layout === 'array' ? '\n' : '') : between;
    yield start + rowsOf(part).join(between);
    first = false;
  }
  if (layout === 'array') yield '\n]\n';
  else if (!first) yield '\n';
}

function rowsOf({ rows, columns }: Table): string[] {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return Array.from({ length: rows }, (_, row) => {
    const members = columns.map(({ values }, position) => `${keys[position]}:${JSON.stringify(values[row])}`);
    return `{${members.join(',')}}`;
  });
}

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DelimitedReader, delimitedField } from '../../../sim/network/io/delimited.ts';

function recordsOf(pieces: readonly string[], delimiter?: string): { fields: string[]; line: number }[] {
  const records: { fields: string[]; line: number }[] = [];
  const reader = new DelimitedReader('x.csv', { delimiter }, (fields, line) => records.push({ fields, line }));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return records;
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '"', '\n', '\r', '#', '\t', 'é'), maxLength: 12 });
const table = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

describe('DelimitedReader', () => {
  it('agrees with papaparse on quoted text', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const csv = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\n');
        const oracle = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' }).data;
        expect(recordsOf([csv], ',').map(({ fields }) => fields)).toEqual(oracle);
      }),
    );
  });

  it('reads back what delimitedField writes', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const csv = rows.map((row) => `${row.map((field) => delimitedField(field, delimiter)).join(delimiter)}\r\n`).join('');
        expect(recordsOf([csv], delimiter).map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  it('gives the same records and lines however the text is cut into pieces', () => {
    const anything = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\r', '#'), maxLength: 40 });
    const outcome = (pieces: readonly string[]) => {
      try {
        return recordsOf(pieces, ',');
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(anything, (csv) => {
        expect(outcome([...csv])).toEqual(outcome([csv]));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts lines within quotes', () => {
    const records = recordsOf(['a,"1\n2\r\n3"\n\n# no\nb,c\r\nd,e']);
    expect(records.map(({ line }) => line)).toEqual([1, 6, 7]);
  });

  it('names the line of a quote that is never closed, and of text after one that is', () => {
    expect(() => recordsOf(['a,b\nc,"d\ne,f\n'])).toThrow('x.csv, line 2: found a quote that is never closed');
    expect(() => recordsOf(['a,b\nc,"d"e\n'])).toThrow('x.csv, line 2: found the character "e" after a closing quote');
  });

  it('does not swallow a large file after an open quote', () => {
    const reader = new DelimitedReader('x.csv', {}, () => undefined);
    expect(() => {
      reader.push('a,b\nc,"d');
      for (let i = 0; i < 100; i++) reader.push('x'.repeat(65_536));
    }).toThrow('line 2: found a record of more than');
  });
});

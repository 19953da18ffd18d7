import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { encodeCsv } from '../../../sim/store/codec/csv.ts';
import { type Table, table } from '../../../sim/store/codec/table.ts';
import { gathered } from '../fixture/text.ts';

const csvOf = async (...parts: Table[]): Promise<string> => (await gathered(encodeCsv(parts))).toString('utf8');

const text = (values: (string | null)[]): Table => table(values.length, [{ name: 'text', type: 'string', values }]);

describe('encodeCsv', () => {
  it('writes RFC 4180 with shortest numbers and empty cells for what is missing', async () => {
    const part = table(3, [
      { name: 'week', type: 'int32', values: Int32Array.of(1, 2, 3) },
      { name: 'x', type: 'float64', values: Float64Array.of(0.1, Number.NaN, -0) },
      { name: 'big, or small', type: 'float64', values: Float64Array.of(1e300, 5e-324, Number.POSITIVE_INFINITY) },
      { name: 'name', type: 'string', values: ['a "b"', null, ''] },
      { name: 'on', type: 'boolean', values: [true, false, true] },
    ]);
    expect(await csvOf(part)).toBe(
      'week,x,"big, or small",name,on\r\n1,0.1,1e+300,"a ""b""",true\r\n2,,5e-324,,false\r\n3,0,Infinity,"",true\r\n',
    );
  });

  it('writes the header once for many parts, and alone for an empty table', async () => {
    expect(await csvOf(text(['a']), text(['b', 'c']))).toBe('text\r\na\r\nb\r\nc\r\n');
    expect(await csvOf(text([]))).toBe('text\r\n');
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['+cmd', `"'+cmd"`],
    ['-x', `"'-x"`],
    ['\tx', `"'\tx"`],
    [`'quoted`, `"''quoted"`],
    ['-5', '-5'],
    ['+1.5e3', '+1.5e3'],
    ['a=b', 'a=b'],
  ])('gives %j no chance to run in a spreadsheet', async (value, cell) => {
    expect(await csvOf(text([value]))).toBe(`text\r\n${cell}\r\n`);
  });

  it('reads back to the same texts and the same bits, whatever they are', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=a', '"', ',', '\r\n', '\n', ' x ', "'", '-1', '٣'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 }), async (rows) => {
        const values = Float64Array.from(rows, ([, number]) => number);
        const part = table(rows.length, [
          { name: 'text', type: 'string', values: rows.map(([word]) => word) },
          { name: 'number', type: 'float64', values },
        ]);
        const [, ...read] = Papa.parse<string[]>((await csvOf(part)).replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' }).data;
        expect(read.map(([word]) => word.replace(/^'/, ''))).toEqual(rows.map(([word]) => word));
        expect(Float64Array.from(read, ([, number]) => Number(number))).toEqual(values.map((number) => number + 0));
      }),
    );
  });
});
